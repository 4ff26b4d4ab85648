import type { UnfilledCandidate, UnfilledShift } from '../model/outcome.ts'
import type { Problem, Roster, ShiftId } from '../model/problem.ts'
import type { RosterView } from '../rules/kit/define-rule.ts'
import { compareScores } from '../score/compare-scores.ts'
import { changeOf } from './check-change.ts'
import { viewOf } from './view.ts'

/** Rules about who a person is, not about when they work: what no change of the roster could mend. */
const lastingRules: ReadonlySet<string> = new Set(['required-skill', 'site-eligibility', 'prohibited-employee'])

/**
 * Everyone who does not work the shift yet, best first: what taking it would break and cost. Among those whom hard rules
 * stop, the people who could do the work if the roster were another come first: they are the reason a planner looks for.
 */
export function rankEmployees(problem: Problem, roster: Roster, shift: ShiftId): UnfilledCandidate[] {
  return rankIn(viewOf(problem, roster), shift)
}

function rankIn(view: RosterView, shift: ShiftId): UnfilledCandidate[] {
  const { frame } = view
  const index = frame.shiftIndex.get(shift)
  if (index === undefined) throw new Error(`The problem has no shift "${shift}".`)
  const candidates = frame.problem.employees.flatMap((employee, person) => {
    if (view.lines[person]!.includes(index)) return []
    const { added, delta } = changeOf(view, { added: [{ employee: employee.id, shift }], removed: [] })
    return [{ employee: employee.id, added, delta }]
  })
  return candidates.sort(
    (a, b) =>
      lastingBreaches(a) - lastingBreaches(b) || compareScores(a.delta, b.delta) || (a.employee < b.employee ? -1 : 1),
  )
}

function lastingBreaches({ added }: UnfilledCandidate): number {
  return added.filter(({ rule, level }) => level === 'hard' && lastingRules.has(rule)).length
}

/** Every shift below its minimum, with the people who come nearest (`candidatesMax`, 5 when absent) and what stops them. */
export function explainUnfilled(
  problem: Problem,
  roster: Roster,
  options: { candidatesMax?: number } = {},
): UnfilledShift[] {
  const view = viewOf(problem, roster)
  return problem.shifts.flatMap((shift, index) => {
    const missingHeads = shift.heads.min - view.heads[index]!
    if (missingHeads <= 0) return []
    return [{ shift: shift.id, missingHeads, candidates: rankIn(view, shift.id).slice(0, options.candidatesMax ?? 5) }]
  })
}
