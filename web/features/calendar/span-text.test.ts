import { expect, test } from 'vitest'
import { daysOfSpan, spanText } from './span-text.ts'

const zone = 'Europe/Berlin'

test('whole days are told as days, the last one included', () => {
  expect(spanText('2099-03-09T23:00:00Z', '2099-03-10T23:00:00Z', zone)).toBe('Tue 10 Mar 2099')
  expect(spanText('2099-02-28T23:00:00Z', '2099-03-05T23:00:00Z', zone)).toMatch(/^1\s?–\s?5 Mar 2099$/)
})

test('times are told as the zone shows them, midnight as the end of its day', () => {
  expect(spanText('2099-03-10T07:00:00Z', '2099-03-10T11:00:00Z', zone)).toBe('Tue 10 Mar 2099, 08:00 to 12:00')
  expect(spanText('2099-03-10T11:00:00Z', '2099-03-10T23:00:00Z', zone)).toBe('Tue 10 Mar 2099, 12:00 to 24:00')
  expect(spanText('2099-03-10T21:00:00Z', '2099-03-11T05:00:00Z', zone)).toBe(
    'Tue 10 Mar 2099 22:00 to Wed 11 Mar 2099 06:00',
  )
})

test('a span that ends at midnight does not touch the next day', () => {
  expect(daysOfSpan('2099-03-09T23:00:00Z', '2099-03-11T23:00:00Z', zone)).toEqual({
    first: '2099-03-10',
    last: '2099-03-11',
  })
})
