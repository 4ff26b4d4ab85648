import { expect, test } from 'vitest'
import type { TimeOff } from '../../api/types.ts'
import { awayBeside } from './away-beside.ts'

const leave = (employeeId: string, from: number, until: number, state: TimeOff['state'] = 'approved'): TimeOff => ({
  id: `${employeeId}-${from}`,
  employeeId,
  start: `2027-03-${String(from).padStart(2, '0')}T00:00:00.000Z`,
  end: `2027-03-${String(until).padStart(2, '0')}T00:00:00.000Z`,
  typeId: null,
  minutes: 0,
  reason: null,
  state,
  version: 1,
})

test('counts other people who are away at the same time, each once', () => {
  const asked = leave('ada', 8, 13, 'pending')
  const all = [asked, leave('bo', 9, 10), leave('bo', 11, 12), leave('cy', 12, 20, 'pending')]
  expect(awayBeside(asked, all)).toBe(2)
})

test('leave that only touches, was turned down, or is of the same person does not count', () => {
  const asked = leave('ada', 8, 13, 'pending')
  const all = [asked, leave('ada', 9, 10), leave('bo', 13, 15), leave('cy', 9, 10, 'rejected'), leave('di', 1, 8)]
  expect(awayBeside(asked, all)).toBe(0)
})
