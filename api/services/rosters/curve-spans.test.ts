import { expect, test } from 'vitest'
import { type CurveRow, curveSpans } from './curve-spans.ts'

const curve = (intervalMinutes: number, headsAt: (hour: number) => number): CurveRow => ({
  id: 'c',
  siteId: 'main',
  weekday: 7,
  day: null,
  intervalMinutes,
  heads: Array.from({ length: 1440 / intervalMinutes }, (_, at) => headsAt((at * intervalMinutes) / 60)),
  skills: { allOf: [], anyOf: [] },
  shiftTypeIds: [],
})
const spans = (row: CurveRow, day: string) =>
  curveSpans(row, day, 'Europe/Berlin').map(({ start, end, heads }) => [
    start.toISOString().slice(5, 16),
    end.toISOString().slice(5, 16),
    heads,
  ])

test('neighbours with the same heads are one span, and nobody wanted is none', () => {
  const day = curve(30, (hour) => (hour < 8 || hour >= 17 ? 0 : hour < 12 ? 2 : 3))
  expect(spans(day, '2027-03-01')).toEqual([
    ['03-01T07:00', '03-01T11:00', 2],
    ['03-01T11:00', '03-01T16:00', 3],
  ])
})

test('in spring the hour that the clock skips wants nobody, and the day has 23 hours', () => {
  expect(
    spans(
      curve(60, (hour) => hour + 1),
      '2027-03-28',
    ).slice(0, 4),
  ).toEqual([
    ['03-27T23:00', '03-28T00:00', 1],
    ['03-28T00:00', '03-28T01:00', 2],
    // 01:00 UTC is 03:00 by the new time: the hour of two o'clock does not happen.
    ['03-28T01:00', '03-28T02:00', 4],
    ['03-28T02:00', '03-28T03:00', 5],
  ])
  expect(
    spans(
      curve(15, () => 1),
      '2027-03-28',
    ),
  ).toEqual([['03-27T23:00', '03-28T22:00', 1]])
})

test('in autumn the hour that the clock shows twice lasts both times, and the day has 25 hours', () => {
  expect(
    spans(
      curve(60, (hour) => hour + 1),
      '2027-10-31',
    ).slice(1, 4),
  ).toEqual([
    ['10-30T23:00', '10-31T00:00', 2],
    ['10-31T00:00', '10-31T02:00', 3],
    ['10-31T02:00', '10-31T03:00', 4],
  ])
  expect(
    spans(
      curve(30, () => 1),
      '2027-10-31',
    ),
  ).toEqual([['10-30T22:00', '10-31T23:00', 1]])
})
