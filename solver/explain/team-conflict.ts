// Single shifts whose people may not, or must, be together: small enough for the integer program.
import type { Frame } from '../model/frame.ts'
import type { Conflict } from '../model/outcome.ts'
import { type ProgramRow, solveInteger } from '../program/integer-program.ts'
import { strictProgram } from '../program/solve-small-problem.ts'
import { linearForm } from '../rules/linear-form.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import type { Effort } from './effort.ts'
import { personalRules, teamRules } from './hard-rules.ts'
import { smallestSet } from './smallest-set.ts'

const peopleMax = 400
const nodesMax = 40
/** What one integer program counts as, for each person in it. */
const effortEach = 2000

/** One conflict for each open shift that its own people cannot fill together, looked at by itself. */
export function teamConflicts(frame: Frame, open: readonly number[], effort: Effort): Conflict[] {
  const all = [...personalRules(frame.problem).filter(({ rule }) => rule.scope === 'pair'), ...teamRules(frame.problem)]
  return open.flatMap((shift) => {
    const fails = (rules: readonly RuleInForce[]) =>
      effort.spend(frame.employeeCount * effortEach) ? headsMax(frame, rules, shift) === null : null
    if (frame.employeeCount > peopleMax || !fails(all)) return []
    return [conflictOf(frame, shift, all, fails)]
  })
}

/** The most heads of a shift under rules; null when its minimum is proven to be out of reach (then `most` says what is not). */
function headsMax(
  frame: Frame,
  rules: readonly RuleInForce[],
  shift: number,
  wanted = frame.problem.shifts[shift]!.heads.min,
) {
  const pinned = new Set(rules.some(({ rule }) => rule.id === 'pinned') ? frame.pins.flat() : [])
  const people = frame.problem.employees.map((_, employee) => employee)
  const form = linearForm(
    frame.problem,
    { people, shifts: [shift] },
    rules.filter(({ rule }) => rule.id !== 'pinned'),
  )
  const program = strictProgram(form)
  const variables = [...form.pairs.keys()]
  const heads: ProgramRow = { variables, coefficients: variables.map(() => 1), atLeast: wanted, isEqual: false }
  const owed = variables
    .filter((variable) => pinned.has(shift) && frame.pins[form.pairs[variable]!.employee]!.includes(shift))
    .map((variable): ProgramRow => ({ variables: [variable], coefficients: [1], atLeast: 1, isEqual: false }))
  const { status } = solveInteger({ ...program, rows: [...program.rows, heads, ...owed] }, { nodesMax })
  return status === 'infeasible' ? null : wanted
}

function conflictOf(
  frame: Frame,
  shift: number,
  all: readonly RuleInForce[],
  fails: (rules: readonly RuleInForce[]) => boolean | null,
): Conflict {
  const { problem } = frame
  const { kept, isSmallest } = smallestSet(all, fails)
  const { id, heads, skills } = problem.shifts[shift]!
  let most = heads.min - 1
  while (most > 0 && headsMax(frame, kept, shift, most) === null) most--
  const ids = kept.map(({ rule }) => rule.id)
  const counts = { headsNeeded: heads.min, headsMax: most }
  return {
    rules: ids,
    shifts: [id],
    isSmallest,
    people: problem.employees.map((employee) => employee.id),
    skills: skills?.allOf ?? [],
    ...counts,
    family: { shifts: [id], ...counts },
    relaxations: ids.map((rule) => ({ rule, skill: null, missingHeadsLeft: 0 })),
  }
}
