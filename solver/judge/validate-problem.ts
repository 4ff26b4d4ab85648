import type { ProblemIssue } from '../model/outcome.ts'
import type { Problem, RuleSetting } from '../model/problem.ts'
import { problemSchema } from '../model/problem-schema.ts'
import { isZone } from '../model/time.ts'
import { readParameters } from '../rules/kit/parameters.ts'
import { findRule, registry } from '../rules/registry.ts'
import { checkExtras } from './validate-extras.ts'
import { checkPeople } from './validate-people.ts'
import { checkShifts } from './validate-shifts.ts'

/** A problem that no engine can take. `issues` names every wrong place. */
export class ProblemInvalid extends Error {
  readonly issues: readonly ProblemIssue[]

  constructor(issues: readonly ProblemIssue[]) {
    super(`The problem is invalid: ${issues.map(({ path, reason }) => `${path} ${reason}`).join('; ')}`)
    this.name = 'ProblemInvalid'
    this.issues = issues
  }
}

/** Every wrong place of a problem, all at once; an empty list when it can be solved. Never throws. */
export function validateProblem(problem: unknown): ProblemIssue[] {
  const read = problemSchema.safeParse(problem)
  if (!read.success) return read.error.issues.map((issue) => ({ path: pathOf(issue.path), reason: issue.message }))
  return checkAgreement(read.data as Problem)
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return text.startsWith('.') ? text.slice(1) : text || 'problem'
}

/** What must agree between the parts of a well-formed problem. */
function checkAgreement(problem: Problem): ProblemIssue[] {
  const issues: ProblemIssue[] = []
  const note = (path: string, reason: string) => {
    issues.push({ path, reason })
  }
  for (const part of ['sites', 'skills', 'shiftTypes', 'contracts', 'employees', 'shifts'] as const) {
    const seen = new Map<string, number>()
    problem[part].forEach(({ id }, index) => {
      if (seen.has(id)) note(`${part}[${index}].id`, `repeats "${id}" of ${part}[${seen.get(id)}]; ids must differ`)
      else seen.set(id, index)
    })
  }
  problem.sites.forEach((site, index) => {
    if (!isZone(site.zone)) note(`sites[${index}].zone`, `"${site.zone}" is no IANA time zone, like Europe/Berlin`)
  })
  if (!isZone(problem.period.zone))
    note('period.zone', `"${problem.period.zone}" is no IANA time zone, like Europe/Berlin`)
  checkSettings(problem, problem.rules, 'rules', note)
  problem.contracts.forEach((contract, index) => {
    checkSettings(problem, contract.rules, `contracts[${index}].rules`, note)
  })
  if (issues.some(({ path }) => path.endsWith('zone'))) return issues
  checkShifts(problem, note)
  checkPeople(problem, note)
  checkExtras(problem, note)
  return issues
}

export type Note = (path: string, reason: string) => void

function checkSettings(problem: Problem, settings: readonly RuleSetting[], path: string, note: Note): void {
  const types = new Set(problem.shiftTypes.map((type) => type.id))
  for (const [index, setting] of settings.entries()) {
    const at = `${path}[${index}]`
    const rule = findRule(setting.rule)
    if (!rule) note(`${at}.rule`, `"${setting.rule}" is no rule; known: ${registry.map(({ id }) => id).join(', ')}`)
    if (!rule || setting.level === 'off') continue
    const read = readParameters(rule.parameters, setting.params ?? {}, `${at}.params`, (id) => types.has(id))
    for (const issue of read.issues) note(issue.path, issue.reason)
    if (read.issues.length === 0) for (const reason of rule.check?.(read.params) ?? []) note(`${at}.params`, reason)
  }
  checkContradiction(settings, path, note)
}

/** A minimum above the maximum of the same period cannot be kept by anyone. */
function checkContradiction(settings: readonly RuleSetting[], path: string, note: Note): void {
  const isHard = (setting: RuleSetting) => (setting.level ?? 'hard') === 'hard'
  settings.forEach((least, index) => {
    if (!isHard(least)) return
    for (const most of settings) {
      if (!isHard(most)) continue
      const isPair =
        (least.rule === 'min-minutes' && most.rule === 'max-minutes' && samePeriod(least, most)) ||
        (least.rule === 'min-consecutive-days' && most.rule === 'max-consecutive-days')
      const unit = least.rule === 'min-minutes' ? 'minutes' : 'days'
      const low = Number(least.params?.[unit])
      const high = Number(most.params?.[unit])
      if (isPair && low > high)
        note(`${path}[${index}].params.${unit}`, `asks for at least ${low}, ${most.rule} for at most ${high}`)
    }
  })
}

function samePeriod(a: RuleSetting, b: RuleSetting): boolean {
  return a.params?.period === b.params?.period && a.params?.days === b.params?.days
}
