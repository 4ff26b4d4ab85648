// Single shifts whose people may not, or must, be together: small enough for the integer program.
import type { Frame } from '../model/frame.ts'
import type { Conflict } from '../model/outcome.ts'
import { type ProgramRow, solveInteger } from '../program/integer-program.ts'
import { strictProgram } from '../program/solve-small-problem.ts'
import { linearForm } from '../rules/linear-form.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import type { Effort } from './effort.ts'
import { personalRules, teamRules } from './hard-rules.ts'
import { openPairs } from './person-limits.ts'
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
      effort.spend(frame.employeeCount * effortEach)
        ? isOutOfReach(frame, rules, shift, frame.problem.shifts[shift]!.heads.min)
        : null
    if (frame.employeeCount > peopleMax || !fails(all)) return []
    return [conflictOf(frame, shift, all, fails)]
  })
}

/** Whether so many heads of a shift are proven to be out of reach of rules that look at this shift alone. */
function isOutOfReach(frame: Frame, rules: readonly RuleInForce[], shift: number, heads: number): boolean {
  const { employees } = frame.problem
  const others = rules.filter(({ rule }) => rule.id !== 'pinned')
  const keepsPins = others.length < rules.length
  const form = linearForm(frame.problem, { people: [...employees.keys()], shifts: [shift] }, others)
  const atLeast = (variables: readonly number[], amount: number): ProgramRow => ({
    variables,
    coefficients: variables.map(() => 1),
    atLeast: amount,
    isEqual: false,
  })
  const variables = [...form.pairs.keys()]
  const pinned = variables.filter((variable) => frame.pins[form.pairs[variable]!.employee]!.includes(shift))
  const owed = keepsPins ? pinned.map((variable) => atLeast([variable], 1)) : []
  const program = strictProgram(form)
  const rows = [...program.rows, atLeast(variables, heads), ...owed]
  return solveInteger({ ...program, rows }, { nodesMax }).status === 'infeasible'
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
  while (most > 0 && isOutOfReach(frame, kept, shift, most)) most--
  const ids = kept.map(({ rule }) => rule.id)
  const counts = { headsNeeded: heads.min, headsMax: most }
  return {
    rules: ids,
    shifts: [id],
    isSmallest,
    people: problem.employees.flatMap(({ id: one }, employee) =>
      openPairs(problem, kept, employee, [shift]).length > 0 ? [one] : [],
    ),
    skills: skills?.allOf ?? [],
    ...counts,
    family: { shifts: [id], ...counts },
    relaxations: ids.map((rule) => ({ rule, skill: null, missingHeadsLeft: 0 })),
  }
}
