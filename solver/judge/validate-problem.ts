import type { ProblemIssue } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import { problemSchema } from '../model/problem-schema.ts'
import { mendProblem } from './mend-problem.ts'
import { checkExtras } from './validate-extras.ts'
import { checkPeople } from './validate-people.ts'
import { checkRules } from './validate-rules.ts'
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
  if (read.success) return checkAgreement(read.data as Problem)
  const malformed = read.error.issues.map((issue) => ({ path: pathOf(issue.path), reason: issue.message }))
  const mended = mendProblem(
    problem,
    read.error.issues.map(({ path }) => path),
  )
  if (mended === null) return malformed
  return [...malformed, ...checkAgreement(mended.problem).filter(({ path }) => !mended.isReplaced(path))]
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
  checkRules(problem, note)
  checkShifts(problem, note)
  checkPeople(problem, note)
  checkExtras(problem, note)
  return issues
}

export type Note = (path: string, reason: string) => void
