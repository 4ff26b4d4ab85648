import { expect, test } from 'vitest'
import type { TimeEntry } from '../../api/types.ts'
import { minutesSoFar } from './clock-time.ts'

const entry = (change: Partial<TimeEntry>): TimeEntry => ({
  id: 'e',
  employeeId: 'ana',
  employeeName: 'Ana',
  siteId: null,
  shiftId: null,
  day: '2027-03-01',
  clockedInAt: '2027-03-01T08:00:00Z',
  clockedOutAt: null,
  breaks: [],
  start: '2027-03-01T08:00:00Z',
  end: null,
  breakMinutes: 0,
  plannedMinutes: null,
  workedMinutes: null,
  state: 'open',
  isLate: false,
  leftEarly: false,
  version: 1,
  ...change,
})
const at = (time: string): number => Date.parse(`2027-03-01T${time}Z`)
const lunch = { from: '2027-03-01T12:00:00Z', until: '2027-03-01T12:30:00Z' }

test('breaks do not count, one under way stops the count, and seconds are not rounded up', () => {
  expect(minutesSoFar(entry({}), at('09:00:59'))).toBe(60)
  expect(minutesSoFar(entry({ breaks: [lunch] }), at('13:00:00'))).toBe(270)
  const resting = entry({ breaks: [{ from: lunch.from, until: null }] })
  expect([minutesSoFar(resting, at('12:10:00')), minutesSoFar(resting, at('12:50:00'))]).toEqual([240, 240])
})

test('who has clocked out is counted to there; a device whose clock is behind shows nothing below zero', () => {
  expect(minutesSoFar(entry({ clockedOutAt: '2027-03-01T10:00:00Z' }), at('18:00:00'))).toBe(120)
  expect(minutesSoFar(entry({}), at('07:55:00'))).toBe(0)
})
