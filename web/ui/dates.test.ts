import { expect, test } from 'vitest'
import { addDays, daysBetween, daysOf, isWeekend, longDay, periodText, timeAgo, weekdayOf } from './dates.ts'

test('days step across months, leap days and clock changes', () => {
  expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  expect(daysBetween('2027-03-01', '2027-03-29')).toBe(28)
  expect(daysOf('2027-02-27', 3)).toEqual(['2027-02-27', '2027-02-28', '2027-03-01'])
})

test('weekdays count from Monday and know the weekend', () => {
  expect(weekdayOf('2027-03-01')).toBe(1)
  expect(weekdayOf('2027-03-07')).toBe(7)
  expect(isWeekend('2027-03-06')).toBe(true)
  expect(isWeekend('2027-03-05')).toBe(false)
})

test('days and periods read as words', () => {
  expect(longDay('2027-03-01')).toBe('Monday 1 March')
  expect(periodText('2027-03-01', 28)).toMatch(/^1\s?–\s?28 Mar 2027$/)
  expect(periodText('2027-03-01', 1)).toBe('1 Mar 2027')
})

test('a moment in the past reads as its distance from now', () => {
  const now = Date.parse('2027-03-01T12:00:00Z')
  expect(timeAgo('2027-03-01T11:59:40Z', now)).toBe('just now')
  expect(timeAgo('2027-03-01T11:57:00Z', now)).toBe('3 minutes ago')
  expect(timeAgo('2027-02-28T12:00:00Z', now)).toBe('yesterday')
})
