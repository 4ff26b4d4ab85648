import { expect, test } from 'vitest'
import type { GridShift } from '../../api/types.ts'
import { invertDiff } from '../../store/roster-diff.ts'
import { applyDiff } from './apply-diff.ts'
import { moveEdge, planResize } from './resize-shift.ts'
import { indexRoster } from './roster-index.ts'
import { smallRoster } from './roster-testkit.ts'

const grid = smallRoster()
const index = indexRoster(grid)
const early = index.shiftById.get('e1') as GridShift
const planned = (edge: 'start' | 'end', minutes: number) =>
  planResize(index, 'x', early, moveEdge(early, edge, minutes))

test('a longer shift shows its new local hours, and everybody on it has them on the account', () => {
  const plan = planned('end', 45)
  if (plan.kind !== 'edit') throw new Error(plan.reason)
  const after = applyDiff(grid, plan.diff, () => 'new')
  // 07:00 to 15:30 in the fixture is said in UTC; the site is an hour ahead of it.
  expect(after.shifts.find(({ id }) => id === 'e1')).toMatchObject({
    startTime: '08:00',
    endTime: '17:15',
    paidMinutes: 525,
  })
  expect(after.employees.map(({ scheduledMinutes }) => scheduledMinutes)).toEqual([525, 480, 0])
  const back = applyDiff(after, invertDiff(plan.diff), () => 'new')
  expect(back.shifts.find(({ id }) => id === 'e1')).toMatchObject({
    start: early.start,
    end: early.end,
    paidMinutes: 480,
  })
  expect(back.employees).toEqual(grid.employees)
})

test('a shift is not made shorter than its break, longer than a day, or begun on another day', () => {
  const reason = (edge: 'start' | 'end', minutes: number) => {
    const plan = planned(edge, minutes)
    return plan.kind === 'refused' ? plan.reason : plan.diff.label
  }
  expect(reason('end', -500)).toContain('shorter than its break')
  expect(reason('end', 24 * 60)).toContain('at most 24 hours')
  expect(reason('start', -9 * 60)).toContain('another day')
  expect(reason('end', 0)).toBe('That changes nothing.')
  expect(reason('start', 30)).toBe('Early is now 08:30 to 16:30')
})
