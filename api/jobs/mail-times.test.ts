import { expect, test } from 'vitest'
import { afterQuietHours, nextDigest } from './mail-times.ts'

const zone = 'Europe/Berlin'
const at = (text: string) => new Date(text)
const night = { quietFromHour: 22, quietUntilHour: 7 }

test('outside quiet hours an e-mail goes out at once', () => {
  const noon = at('2027-03-01T11:00:00Z')
  expect(afterQuietHours(noon, zone, night)).toEqual(noon)
  expect(afterQuietHours(noon, zone, { quietFromHour: 0, quietUntilHour: 0 })).toEqual(noon)
})

test('at night it waits for the morning, before midnight and after', () => {
  const morning = at('2027-03-02T06:00:00Z')
  expect(afterQuietHours(at('2027-03-01T21:30:00Z'), zone, night)).toEqual(morning)
  expect(afterQuietHours(at('2027-03-02T03:00:00Z'), zone, night)).toEqual(morning)
})

test('quiet hours by day end by day', () => {
  const siesta = { quietFromHour: 13, quietUntilHour: 15 }
  expect(afterQuietHours(at('2027-03-01T12:30:00Z'), zone, siesta)).toEqual(at('2027-03-01T14:00:00Z'))
})

test('the morning after a change of the clock is still seven where the person is', () => {
  expect(afterQuietHours(at('2027-03-27T23:00:00Z'), zone, night)).toEqual(at('2027-03-28T05:00:00Z'))
  expect(nextDigest(at('2027-10-30T20:00:00Z'), zone)).toEqual(at('2027-10-31T06:00:00Z'))
  expect(nextDigest(at('2027-03-01T05:59:00Z'), zone)).toEqual(at('2027-03-01T06:00:00Z'))
  expect(nextDigest(at('2027-03-01T06:00:00Z'), zone)).toEqual(at('2027-03-02T06:00:00Z'))
})
