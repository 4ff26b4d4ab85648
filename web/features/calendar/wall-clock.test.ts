import { expect, test } from 'vitest'
import { wallClock } from './wall-clock.ts'

test('days and times are those of the zone, in summer and in winter', () => {
  const berlin = wallClock('Europe/Berlin')
  expect(berlin.toInstant('2027-03-10')).toBe('2027-03-09T23:00:00.000Z')
  expect(berlin.toInstant('2027-07-10', '24:00')).toBe('2027-07-10T22:00:00.000Z')
  expect(berlin.toWall('2027-07-10T22:30:00.000Z')).toEqual({ day: '2027-07-11', time: '00:30' })
})

test('a day on which the clock changes is as long as it is', () => {
  const berlin = wallClock('Europe/Berlin')
  const hours = (day: string) =>
    (Date.parse(berlin.toInstant(day, '24:00')) - Date.parse(berlin.toInstant(day))) / 3_600_000
  expect([hours('2027-03-28'), hours('2027-10-31'), hours('2027-11-01')]).toEqual([23, 25, 24])
})

test('what is no day or time is refused', () => {
  expect(() => wallClock('Europe/Berlin').toInstant('2027-02-30')).toThrow(RangeError)
  expect(() => wallClock('Europe/Berlin').toInstant('2027-03-01', '25:00')).toThrow(RangeError)
})
