import { expect, test } from 'vitest'
import { gridRows } from './grid-rows.ts'
import { indexRoster } from './roster-index.ts'
import { smallRoster } from './roster-testkit.ts'

const breach = {
  rule: 'min-rest',
  level: 'hard' as const,
  size: 60,
  penalty: 60,
  employees: ['ben'],
  shifts: ['n1', 'e2'],
  justification: {},
}

test('open heads are what is needed and not filled, by kind of work', () => {
  const index = indexRoster(smallRoster())
  expect(index.openHeads).toBe(7)
  expect(index.lanes.map((lane) => [lane.name, lane.openHeads])).toEqual([
    ['Early', 5],
    ['Night', 2],
  ])
  expect(index.cover[0]).toEqual({ day: '2027-03-01', needed: 3, filled: 2 })
})

test('heads above the minimum do not cover for other shifts', () => {
  const grid = smallRoster()
  grid.assignments.push({ id: 'a3', shiftId: 'n1', employeeId: 'cy', pinned: false })
  expect(indexRoster(grid).cover[0]).toEqual({ day: '2027-03-01', needed: 3, filled: 2 })
})

test('a breach is flagged on the cells of the people who work its shifts, and nowhere else', () => {
  const index = indexRoster({ ...smallRoster(), breaches: [breach] })
  expect(index.cells.get('ben|2027-03-01')?.breaches).toEqual([breach])
  expect(index.cells.get('ana|2027-03-01')?.breaches).toEqual([])
  expect(index.breachesByShift.get('e2')).toEqual([breach])
})

test('leave and people without shifts have a cell too', () => {
  expect(indexRoster(smallRoster()).cells.get('cy|2027-03-02')?.absence).toBe('time-off')
})

test('search looks at names, numbers and skills, and every word must fit', () => {
  const index = indexRoster(smallRoster())
  const found = (search: string) =>
    gridRows(index, { grouping: 'none', filter: 'all', search, showLanes: false }).map((row) => row.key)
  expect(found('nurse')).toEqual(['ana', 'ben'])
  expect(found('nurse ben')).toEqual(['ben'])
  expect(found('CY')).toEqual(['cy'])
})

test('the breach filter shows people with broken rules only, the open filter no people', () => {
  const index = indexRoster({ ...smallRoster(), breaches: [breach] })
  const keys = (filter: 'breaches' | 'open') =>
    gridRows(index, { grouping: 'none', filter, search: '', showLanes: true }).map((row) => row.kind)
  expect(keys('breaches')).toEqual(['lane', 'lane', 'person'])
  expect(keys('open')).toEqual(['lane', 'lane'])
})

test('somebody with two skills stands in both groups', () => {
  const rows = gridRows(indexRoster(smallRoster()), { grouping: 'skill', filter: 'all', search: '', showLanes: false })
  expect(rows.map((row) => row.key)).toEqual([
    'group:No skills',
    'No skills:cy',
    'group:Nurse',
    'Nurse:ana',
    'Nurse:ben',
    'group:Vet',
    'Vet:ben',
  ])
})
