import { expect, test } from 'vitest'
import { Invalid } from '../../errors.ts'
import { settleBreaks } from './settle-breaks.ts'

const piece = (afterMinutes: number, minutes: number, isPaid = false) => ({ afterMinutes, minutes, isPaid })
const settle = (breaks: ReturnType<typeof piece>[], said: number | null = null) =>
  settleBreaks({ durationMinutes: 480, breaks }, said)

test('unpaid pieces are summed, paid ones are not', () => {
  expect(settle([piece(120, 15, true), piece(240, 30), piece(400, 10)])).toBe(40)
  expect(settle([piece(240, 30)], 30)).toBe(30)
})

test('without pieces what was said counts', () => {
  expect(settle([], 45)).toBe(45)
  expect(settle([])).toBe(0)
})

test.each([
  ['out of order', [piece(240, 30), piece(120, 15)], null],
  ['overlapping', [piece(120, 30), piece(140, 15)], null],
  ['reaching the end', [piece(450, 30)], null],
  ['summing to something else', [piece(240, 30)], 45],
])('pieces %s are refused', (_what, breaks, said) => {
  expect(() => settle(breaks, said)).toThrow(Invalid)
})
