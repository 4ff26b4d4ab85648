// The edit that leads from one standing of a roster to another: undo, restore, and what differs. Pure.
import type { ShiftRow } from '../planning-rows.ts'
import type { Edit, Standing } from './plan-edit.ts'

const keyOf = ({ shiftId, employeeId }: Standing['assignments'][number]): string => `${shiftId} ${employeeId}`
const pairOf = ({ shiftId, employeeId }: Standing['assignments'][number]) => ({ shiftId, employeeId })

const fieldsOf = (shift: ShiftRow) => ({
  id: shift.id,
  siteId: shift.siteId,
  shiftTypeId: shift.shiftTypeId,
  name: shift.name,
  start: shift.startsAt.toISOString(),
  end: shift.endsAt.toISOString(),
  breakMinutes: shift.breakMinutes,
  headsMin: shift.headsMin,
  headsTarget: shift.headsTarget,
  headsMax: shift.headsMax,
  priority: shift.priority,
  skills: {
    allOf: shift.skills.allOf.map(({ skillId, levelMin }) => ({ skillId, levelMin })),
    anyOf: shift.skills.anyOf.map(({ skillId, levelMin }) => ({ skillId, levelMin })),
  },
  tags: [...shift.tags],
})

/** Whether two rows say the same of a shift, whatever their versions. */
const isSameShift = (a: ShiftRow, b: ShiftRow): boolean => JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b))

/** Sent to a roster that stands as `from`, it stands as `to`. */
export const editBetween = (from: Standing, to: Standing): Edit => {
  const [old, wanted] = [from.shifts, to.shifts].map((shifts) => new Map(shifts.map((shift) => [shift.id, shift])))
  const was = new Map(from.assignments.map((one) => [keyOf(one), one]))
  const will = new Map(to.assignments.map((one) => [keyOf(one), one]))
  const deleteShifts = from.shifts.filter(({ id }) => !wanted?.has(id)).map(({ id }) => id)
  const gone = new Set(deleteShifts)
  const pinned = to.assignments.filter((one) => one.pinned && was.get(keyOf(one))?.pinned !== true)
  const freed = to.assignments.filter((one) => !one.pinned && was.get(keyOf(one))?.pinned === true)
  return {
    createShifts: to.shifts.filter(({ id }) => !old?.has(id)).map(fieldsOf),
    updateShifts: to.shifts
      .filter((shift) => {
        const before = old?.get(shift.id)
        return before !== undefined && !isSameShift(before, shift)
      })
      .map(fieldsOf),
    deleteShifts,
    add: to.assignments.filter((one) => !was.has(keyOf(one))).map(pairOf),
    remove: from.assignments.filter((one) => !gone.has(one.shiftId) && !will.has(keyOf(one))).map(pairOf),
    pin: pinned.map(pairOf),
    unpin: freed.map(pairOf),
    dryRun: false,
  }
}
