import { expect, test } from 'vitest'
import type { ComparisonRow, PayPeriod, Timesheet } from '../../api/types.ts'
import { durationText } from '../../ui/numbers.ts'
import { periodOn, periodSteps } from './period-steps.ts'
import { differenceText, sheetRows } from './sheet-rows.ts'

const day = (employeeName: string, on: string, plannedMinutes: number, workedMinutes: number): ComparisonRow => ({
  employeeId: employeeName.toLowerCase(),
  employeeName,
  day: on,
  plannedMinutes,
  workedMinutes,
  differenceMinutes: workedMinutes - plannedMinutes,
  isLate: workedMinutes === 470,
  leftEarly: false,
  isNoShow: workedMinutes === 0,
  missedPunches: 0,
})
const sheet = { id: 's', employeeId: 'cy', employeeName: 'Cy', state: 'submitted' } as Timesheet

test('days add up by person, and who handed in a timesheet without any time stands there too', () => {
  const days = [
    day('Ben', '2027-03-01', 480, 470),
    day('Ana', '2027-03-01', 480, 0),
    day('Ben', '2027-03-02', 480, 500),
  ]
  const rows = sheetRows(days, [sheet])
  expect(rows.map((row) => [row.name, row.plannedMinutes, row.workedMinutes, row.late, row.noShows])).toEqual([
    ['Ana', 480, 0, 0, 1],
    ['Ben', 960, 970, 1, 0],
    ['Cy', 0, 0, 0, 0],
  ])
  expect(rows.map((row) => row.sheet?.id ?? null)).toEqual([null, null, 's'])
  expect(rows[1]?.days.map((one) => one.day)).toEqual(['2027-03-01', '2027-03-02'])
})

test('a difference is said with its sign', () => {
  expect([90, -45, 0].map((minutes) => differenceText(minutes, durationText))).toEqual([
    '+1 h 30 min',
    '−45 min',
    'as planned',
  ])
})

test('shows the period of today, else the last one that is over, else the first', () => {
  const period = (id: string, firstDay: string, lastDay: string): PayPeriod => ({
    id,
    firstDay,
    lastDay,
    state: 'open',
    version: 1,
  })
  const periods = [period('a', '2027-01-01', '2027-01-31'), period('b', '2027-02-01', '2027-02-28')]
  const on = ['2027-02-28', '2027-05-01', '2026-12-31'].map((today) => periodOn(periods, today)?.id)
  expect(on).toEqual(['b', 'b', 'a'])
})

test('a final period has no step left, and each other one goes on to exactly one', () => {
  const onward = Object.values(periodSteps).map((steps) => steps.filter(({ isOn }) => isOn).length)
  expect(onward).toEqual([1, 1, 1, 0])
})
