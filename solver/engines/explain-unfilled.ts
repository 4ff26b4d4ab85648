import { viewOf } from '../judge/view.ts'
import type { UnfilledShift } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { rankEmployees } from './rank-employees.ts'

/**
 * Every shift below its minimum, with the people who come nearest (`candidatesMax`, 5 when absent) and what stops them.
 * Differences come from trackers, as in rankEmployees; the breaches behind them are worked out when read.
 */
export function explainUnfilled(
  problem: Problem,
  roster: Roster,
  options: { candidatesMax?: number } = {},
): UnfilledShift[] {
  const { heads } = viewOf(problem, roster)
  return problem.shifts.flatMap((shift, index) => {
    const missingHeads = shift.heads.min - heads[index]!
    if (missingHeads <= 0) return []
    const candidates = rankEmployees(problem, roster, shift.id).slice(0, options.candidatesMax ?? 5)
    return [{ shift: shift.id, missingHeads, candidates }]
  })
}
