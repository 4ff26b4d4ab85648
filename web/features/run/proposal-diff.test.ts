import { expect, test } from 'vitest'
import type { Proposal } from '../../api/types.ts'
import { smallRoster } from '../roster/roster-testkit.ts'
import { changeKey, chosenChanges, groupChanges } from './proposal-diff.ts'

const grid = smallRoster()
const proposal = {
  added: [
    { employeeId: 'cy', shiftId: 'e3' },
    { employeeId: 'ana', shiftId: 'n2' },
    { employeeId: 'cy', shiftId: 'e1' },
  ],
  removed: [{ employeeId: 'ana', shiftId: 'e1' }],
} as Proposal

test('by person, changes stand in time order under each name', () => {
  const groups = groupChanges(proposal, grid, 'person')
  expect(groups.map((group) => [group.title, group.added, group.removed])).toEqual([
    ['Ana Ruiz', 1, 1],
    ['Cy Lang', 2, 0],
  ])
  expect(groups[1]?.changes.map((change) => change.shiftId)).toEqual(['e1', 'e3'])
})

test('by day, every change is found once', () => {
  const groups = groupChanges(proposal, grid, 'day')
  expect(groups.map((group) => group.title)).toEqual(['Monday 1 March', 'Tuesday 2 March', 'Wednesday 3 March'])
  expect(groups.flatMap((group) => group.changes)).toHaveLength(4)
})

test('only chosen changes are sent, each on its side', () => {
  const groups = groupChanges(proposal, grid, 'day')
  const chosen = new Set([
    changeKey({ kind: 'added', employeeId: 'cy', shiftId: 'e1' }),
    changeKey({ kind: 'removed', employeeId: 'ana', shiftId: 'e1' }),
  ])
  expect(chosenChanges(groups, chosen)).toEqual({
    added: [{ employeeId: 'cy', shiftId: 'e1' }],
    removed: [{ employeeId: 'ana', shiftId: 'e1' }],
  })
})
