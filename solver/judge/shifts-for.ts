import type { ShiftOffer } from '../model/outcome.ts'
import type { EmployeeId, Problem, Roster } from '../model/problem.ts'
import { compareScores } from '../score/compare-scores.ts'
import { changeOf } from './check-change.ts'
import { viewOf } from './view.ts'

/**
 * The shifts with room that a person does not work yet, best first: those that no hard rule stops before those that one
 * does, then by what taking them changes, then by start. Throws for an employee whom the problem does not have.
 */
export function shiftsFor(problem: Problem, roster: Roster, employee: EmployeeId): ShiftOffer[] {
  const view = viewOf(problem, roster)
  const { frame } = view
  const person = frame.employeeIndex.get(employee)
  if (person === undefined) throw new Error(`The problem has no employee "${employee}".`)
  const offers = problem.shifts.flatMap((shift, index) => {
    const openHeads = (shift.heads.target ?? shift.heads.min) - view.heads[index]!
    if (openHeads <= 0 || view.lines[person]!.includes(index)) return []
    const { added, delta } = changeOf(view, { added: [{ employee, shift: shift.id }], removed: [] })
    const isStopped = added.some(({ level }) => level === 'hard')
    return [{ offer: { shift: shift.id, openHeads, added, delta }, isStopped, start: frame.start[index]! }]
  })
  offers.sort(
    (a, b) =>
      Number(a.isStopped) - Number(b.isStopped) || compareScores(a.offer.delta, b.offer.delta) || a.start - b.start,
  )
  return offers.map(({ offer }) => offer)
}
