import { expect, test } from 'vitest'
import type { AvailabilityListed } from '../../api/types.ts'
import { laneCount, weekPieces } from './week-pieces.ts'

const zone = 'Europe/Berlin'
const days = ['2027-03-08', '2027-03-09', '2027-03-10']
const line = (id: string, ...spans: [string, string][]): AvailabilityListed => ({
  id,
  employeeId: 'ada',
  kind: 'unavailable',
  start: spans[0]?.[0] ?? '',
  end: spans[0]?.[1] ?? '',
  weight: 1,
  shiftTypeId: null,
  rrule: null,
  zone: null,
  exceptions: [],
  version: 1,
  occurrences: spans.map(([start, end]) => ({ start, end })),
})

test('a night is cut at midnight of the zone, and what lies outside the week is left out', () => {
  const night = line(
    'night',
    ['2027-03-08T21:00:00Z', '2027-03-09T05:00:00Z'],
    ['2027-03-10T21:00:00Z', '2027-03-11T05:00:00Z'],
  )
  const pieces = weekPieces([night], days, zone)
  expect(pieces.map((day) => day.map(({ from, until }) => [from, until]))).toEqual([
    [[1320, 1440]],
    [[0, 360]],
    [[1320, 1440]],
  ])
})

test('a day that ends at midnight leaves nothing on the next', () => {
  const whole = line('whole', ['2027-03-08T23:00:00Z', '2027-03-09T23:00:00Z'])
  expect(weekPieces([whole], days, zone).map((day) => day.length)).toEqual([0, 1, 0])
})

test('what overlaps lies in lanes of its own, what follows uses a free one', () => {
  const pieces = weekPieces(
    [
      line('a', ['2027-03-08T07:00:00Z', '2027-03-08T11:00:00Z']),
      line('b', ['2027-03-08T09:00:00Z', '2027-03-08T13:00:00Z']),
      line('c', ['2027-03-08T11:00:00Z', '2027-03-08T15:00:00Z']),
    ],
    days,
    zone,
  )
  expect(pieces[0]?.map(({ line: { id }, lane }) => [id, lane])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ])
  expect([laneCount(pieces[0] ?? []), laneCount([])]).toEqual([2, 1])
})
