import { expect, test } from 'vitest'
import { payInput, readPay } from './pay.ts'

test('pay is typed in the currency and kept in its minor units', () => {
  expect([readPay('21.50', 'EUR'), readPay('21,5', 'EUR'), readPay('1500', 'JPY'), readPay('1.234', 'KWD')]).toEqual([
    2150, 2150, 1500, 1234,
  ])
  expect([payInput(2150, 'EUR'), payInput(1500, 'JPY'), payInput(null, 'EUR')]).toEqual(['21.5', '1500', ''])
})

test('an empty field is no pay, and every amount comes back as it was', () => {
  expect([readPay(' ', 'EUR'), readPay('much', 'EUR')]).toEqual([null, null])
  for (const minor of [0, 1, 29, 1999, 123_456]) expect(readPay(payInput(minor, 'EUR'), 'EUR')).toBe(minor)
})
