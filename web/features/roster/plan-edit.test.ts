import { expect, test } from 'vitest'
import { invertDiff } from '../../store/roster-diff.ts'
import { applyDiff } from './apply-diff.ts'
import { type Plan, planAssign, planMove, planPaste, planRemove } from './plan-edit.ts'
import { indexRoster } from './roster-index.ts'
import { smallRoster } from './roster-testkit.ts'

const index = indexRoster(smallRoster())
const shiftOf = (id: string) => {
  const shift = index.shiftById.get(id)
  if (!shift) throw new Error(`no shift ${id}`)
  return shift
}
const text = (plan: Plan): string =>
  plan.kind === 'refused'
    ? plan.reason
    : [
        ...plan.diff.removed.map((pair) => `-${pair.employeeId}:${pair.shiftId}`),
        ...plan.diff.added.map((pair) => `+${pair.employeeId}:${pair.shiftId}`),
      ].join(' ')
const at = (employeeId: string | null, day: number) => ({ employeeId, day: `2027-03-0${day}` })

test('dropping on a free person moves the shift', () => {
  expect(text(planMove(index, 'x', shiftOf('e1'), at('ana', 1), at('cy', 1)))).toBe('-ana:e1 +cy:e1')
})

test('dropping on a filled cell swaps', () => {
  expect(text(planMove(index, 'x', shiftOf('e1'), at('ana', 1), at('ben', 1)))).toBe('-ana:e1 -ben:n1 +ben:e1 +ana:n1')
})

test('dropping on another day takes the same work of that day', () => {
  expect(text(planMove(index, 'x', shiftOf('e1'), at('ana', 1), at('ana', 3)))).toBe('-ana:e1 +ana:e3')
})

test('dropping on the open row takes the person off, and from the open row puts one on', () => {
  expect(text(planMove(index, 'x', shiftOf('e1'), at('ana', 1), at(null, 1)))).toBe('-ana:e1')
  expect(text(planMove(index, 'x', shiftOf('e2'), at(null, 2), at('cy', 2)))).toBe('+cy:e2')
})

test('a day without such work is refused in words', () => {
  const grid = smallRoster()
  const without = indexRoster({ ...grid, shifts: grid.shifts.filter((shift) => shift.id !== 'e3') })
  expect(text(planMove(without, 'x', shiftOf('e1'), at('ana', 1), at('ana', 3)))).toContain('There is no Early at Main')
})

test('a pinned shift stays where it is', () => {
  const grid = smallRoster()
  const pinned = indexRoster({ ...grid, assignments: grid.assignments.map((one) => ({ ...one, pinned: true })) })
  expect(text(planMove(pinned, 'x', shiftOf('e1'), at('ana', 1), at('cy', 1)))).toContain('pinned')
  expect(text(planRemove(pinned, 'x', [at('ana', 1)]))).toContain('pinned')
})

test('giving somebody a shift they work already is refused', () => {
  expect(text(planAssign(index, 'x', shiftOf('e1'), 'ana'))).toBe('Ana Ruiz works this shift already.')
})

test('a copied block lands with the same offsets, days outside the roster are left out', () => {
  const clip = [
    { rowOffset: 0, dayOffset: 0, shifts: [shiftOf('e1')] },
    { rowOffset: 1, dayOffset: 1, shifts: [shiftOf('n1')] },
  ]
  expect(text(planPaste(index, 'x', clip, ['cy', 'ana'], '2027-03-02'))).toBe('+cy:e2 +ana:n3')
  expect(text(planPaste(index, 'x', clip, ['cy', 'ana'], '2027-03-03'))).toBe('+cy:e3')
})

test('an edit and its inverse leave the page as it was, hours included', () => {
  const grid = smallRoster()
  const plan = planMove(index, 'x', shiftOf('e1'), at('ana', 1), at('cy', 1))
  if (plan.kind !== 'edit') throw new Error('expected an edit')
  const moved = applyDiff(grid, plan.diff, () => 'new')
  expect(moved.employees.map((one) => one.scheduledMinutes)).toEqual([0, 480, 480])
  const back = applyDiff(moved, invertDiff(plan.diff), () => 'new')
  expect(back.employees).toEqual(grid.employees)
  expect(back.assignments.map((one) => `${one.employeeId}:${one.shiftId}`).sort()).toEqual(['ana:e1', 'ben:n1'])
})
