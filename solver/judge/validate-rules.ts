import type { Contract, Problem, RuleSetting } from '../model/problem.ts'
import { readParameters } from '../rules/kit/parameters.ts'
import { findRule, registry } from '../rules/registry.ts'
import type { Note } from './validate-problem.ts'

/** Settings of the organisation and of contracts: each by itself, and those that bind one person against each other. */
export function checkRules(problem: Problem, note: Note): void {
  checkSettings(problem, problem.rules, 'rules', note)
  checkContradictions(problem.rules, 'rules', problem.rules, note)
  const held = new Set(problem.employees.flatMap(({ contracts }) => contracts?.map(({ contract }) => contract) ?? []))
  problem.contracts.forEach((contract, index) => {
    const path = `contracts[${index}].rules`
    checkSettings(problem, contract.rules, path, note)
    checkContradictions(contract.rules, path, contract.rules, note)
    if (held.has(contract.id)) checkAgainstOrganisation(problem, contract, path, note)
  })
}

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
}

/** What a contract leaves to the organisation binds its holders as well: both together must be possible. */
function checkAgainstOrganisation(problem: Problem, contract: Contract, path: string, note: Note): void {
  const own = new Set(contract.rules.map(({ rule }) => rule))
  const inherited = problem.rules.filter(({ rule }) => !own.has(rule))
  checkContradictions(contract.rules, path, inherited, note)
  checkContradictions(inherited, path, contract.rules, (_, reason) => {
    note(path, `leave it to the organisation that ${contract.id} ${reason}`)
  })
}

/** A limit that can be told: what it is about (`of`), and its value. */
interface Limit {
  of: string
  value: number
  /** Where the value stands inside of the setting. */
  at: string
}

/** Rules that ask for at least so much, and those that allow at most so much of the same. */
const opposites: readonly { least: string; most: string }[] = [
  { least: 'min-minutes', most: 'max-minutes' },
  { least: 'min-consecutive-days', most: 'max-consecutive-days' },
  { least: 'min-shifts-of-type', most: 'max-shifts-of-type' },
]

/** A hard minimum above the hard maximum of the same cannot be kept by anyone. */
function checkContradictions(
  settings: readonly RuleSetting[],
  path: string,
  others: readonly RuleSetting[],
  note: Note,
): void {
  for (const { least, most } of opposites)
    settings.forEach((setting, index) => {
      if (setting.rule !== least || !isHard(setting)) return
      for (const low of limitsOf(setting))
        for (const high of others.filter((other) => other.rule === most && isHard(other)).flatMap(limitsOf))
          if (low.of === high.of && low.value > high.value)
            note(
              `${path}[${index}].params.${low.at}`,
              `asks for at least ${low.value}, ${most} for at most ${high.value}`,
            )
    })
}

const isHard = (setting: RuleSetting) => (setting.level ?? 'hard') === 'hard'

function limitsOf({ rule, params }: RuleSetting): Limit[] {
  if (rule.endsWith('-consecutive-days')) return [{ of: '', value: Number(params?.days), at: 'days' }]
  if (rule.endsWith('-minutes'))
    return [{ of: JSON.stringify([params?.period, params?.days]), value: Number(params?.minutes), at: 'minutes' }]
  const limits: unknown[] = Array.isArray(params?.limits) ? params.limits : []
  return limits.flatMap((limit, index) => {
    if (typeof limit !== 'object' || limit === null) return []
    const { period, days, type, tag, counts, min, max } = limit as Record<string, unknown>
    const of = JSON.stringify([period, days, type, tag, counts ?? 'shifts'])
    return [{ of, value: Number(min ?? max), at: `limits[${index}].${min === undefined ? 'max' : 'min'}` }]
  })
}
