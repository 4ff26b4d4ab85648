import { parseInstant } from '../../model/time.ts'
import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import type { DisruptionParams } from './spec.ts'

/** Every published assignment costs until it stands, every other one when it does. */
export function tracker(grid: Grid, uses: RuleUses<DisruptionParams>): PairTracker[] {
  const { frame } = grid
  const { published } = frame.problem
  if (!published || uses.people.every((list) => list.length === 0)) return []
  const at = parseInstant(published.at)!
  const stands = frame.problem.employees.map(() => new Uint8Array(0))
  for (const { employee, shift } of published.assignments) {
    const person = frame.employeeIndex.get(employee)!
    if (stands[person]!.length === 0) stands[person] = new Uint8Array(frame.shiftCount)
    stands[person]![frame.shiftIndex.get(shift)!] = 1
  }
  const penaltyOf = (employee: number, shift: number) => {
    let penalty = 0
    for (const { use, fromDay, untilDay } of uses.people[employee]!) {
      if (frame.day[shift]! < fromDay || frame.day[shift]! >= untilDay) continue
      let size = use.params.size
      for (const notice of use.params.notices ?? [])
        if (frame.start[shift]! - at < notice.underMinutes) size = Math.max(size, notice.size)
      penalty += use.weight * size
    }
    return penalty
  }
  let basePenalty = 0
  stands.forEach((row, employee) => {
    row.forEach((stood, shift) => {
      if (stood === 1) basePenalty += penaltyOf(employee, shift)
    })
  })
  const addTo = (employee: number, row: Float64Array, shifts: readonly number[]) => {
    const own = stands[employee]!
    for (const shift of shifts) row[shift] = row[shift]! + (own[shift] === 1 ? -1 : 1) * penaltyOf(employee, shift)
  }
  return [{ kind: 'pair', basePenalty, addTo }]
}
