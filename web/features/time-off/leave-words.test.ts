import { expect, test } from 'vitest'
import type { TimeOffType } from '../../api/types.ts'
import { amountText, policySentences, takenText } from './leave-words.ts'

const type: TimeOffType = {
  id: 'a',
  code: 'annual',
  name: 'Annual leave',
  unit: 'days',
  minutesPerDay: 480,
  weekdays: [1, 2, 3, 4, 5],
  isPaid: true,
  hasBalance: true,
  mayGoBelowZero: false,
  accrualMinutesPerMonth: 1200,
  carryOverMinutesMax: 2400,
  approvalLevels: 1,
  noticeDaysMin: 7,
  version: 1,
}

test('amounts are told in the unit of their kind, also below zero', () => {
  expect([480, 2400, 240, -960].map((minutes) => amountText(minutes, type))).toEqual([
    '1 day',
    '5 days',
    '0.5 days',
    '−2 days',
  ])
  const inHours = { ...type, unit: 'hours' as const }
  expect([amountText(390, inHours), amountText(-60, inHours)]).toEqual(['6 h 30 min', '−1 h'])
})

test('leave without a balance takes nothing that could be told', () => {
  expect(takenText({ minutes: 960 }, type)).toBe('2 days')
  expect(takenText({ minutes: 0 }, { ...type, hasBalance: false })).toBeNull()
  expect(takenText({ minutes: 0 }, undefined)).toBeNull()
})

test('a policy is told with everything that people must know', () => {
  expect(policySentences(type)).toEqual([
    'Paid',
    'counted in days, 8 h a day',
    '2.5 days a month',
    'at most 5 days go over into the next year',
    '7 days of notice',
    'one approval',
  ])
  const sick = { ...type, hasBalance: false, noticeDaysMin: 0, approvalLevels: 0, isPaid: false }
  expect(policySentences(sick)).toEqual(['Unpaid', 'no balance', 'granted at once'])
})
