import { expect, test } from 'vitest'
import { expandAvailability } from './expand-availability.ts'
import type { AvailabilityRow } from './planning-rows.ts'

const roster = { start: '2027-03-22', days: 14, zone: 'Europe/Berlin' }
const line = (kind: AvailabilityRow['kind'], start: string, end: string, rrule: string | null = null) => ({
  employeeId: 'ada',
  kind,
  startsAt: new Date(start),
  endsAt: new Date(end),
  weight: 1,
  shiftTypeId: null,
  rrule,
  zone: 'Europe/Berlin',
  exceptions: [],
})
const away = (lines: ReturnType<typeof line>[]) =>
  expandAvailability(lines, roster)
    .filter(({ kind }) => kind === 'unavailable')
    .map(({ startsAt, endsAt }) => `${startsAt.toISOString().slice(5, 16)}/${endsAt.toISOString().slice(5, 16)}`)

test('whoever is available at some time of a day is away at its other times, and free on days without a line', () => {
  expect(away([line('available', '2027-03-23T07:00Z', '2027-03-23T15:00Z')])).toEqual([
    '03-22T23:00/03-23T07:00',
    '03-23T15:00/03-23T23:00',
  ])
})

test('a night belongs to the day it begins on, and what reaches into a day counts there', () => {
  expect(away([line('available', '2027-03-23T19:00Z', '2027-03-24T05:00Z')])).toEqual(['03-22T23:00/03-23T19:00'])
  expect(
    away([
      line('available', '2027-03-23T19:00Z', '2027-03-24T05:00Z'),
      line('available', '2027-03-24T04:00Z', '2027-03-24T12:00Z'),
    ]),
  ).toEqual(['03-22T23:00/03-23T19:00', '03-24T12:00/03-24T23:00'])
})

test('whole weeks of availability leave nobody away; a long span speaks for all its days', () => {
  expect(away([line('available', '2027-03-21T23:00Z', '2027-03-28T22:00Z')])).toEqual([])
  expect(away([line('available', '2027-03-23T07:00Z', '2027-03-24T15:00Z')])).toEqual([
    '03-22T23:00/03-23T07:00',
    '03-24T15:00/03-24T23:00',
  ])
})

test('what recurs stands on each of its days within the period and its margin', () => {
  const weekly = line('unavailable', '2026-01-06T08:00Z', '2026-01-06T10:00Z', 'FREQ=WEEKLY;BYDAY=TU')
  expect(away([weekly])).toEqual(['03-23T08:00/03-23T10:00', '03-30T07:00/03-30T09:00', '04-06T07:00/04-06T09:00'])
})

test("one person's availability takes nothing from another", () => {
  const bo = { ...line('preferred', '2027-03-23T00:00Z', '2027-03-23T04:00Z'), employeeId: 'bo' }
  const rows = expandAvailability([line('available', '2027-03-23T07:00Z', '2027-03-23T15:00Z'), bo], roster)
  expect(rows.filter(({ employeeId }) => employeeId === 'bo')).toMatchObject([{ kind: 'preferred' }])
})
