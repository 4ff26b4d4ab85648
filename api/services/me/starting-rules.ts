import type { RuleSetting } from '../../../solver/model/problem.ts'

/**
 * Rules a new organisation begins with: the daily limits of the European working-time directive (2003/88/EC: 11 hours of rest
 * a day, a free day a week, 48 hours a week) and what every roster wants. No legal advice; the settings page changes them.
 */
export const startingRules = (): RuleSetting[] => [
  { rule: 'min-rest', params: { minutes: 660 } },
  { rule: 'max-shifts-per-day', params: { shifts: 1 } },
  { rule: 'max-consecutive-days', params: { days: 6 } },
  { rule: 'max-minutes', params: { period: 'week', minutes: 2880 } },
  { rule: 'contract-minutes' },
  { rule: 'fair-minutes' },
  { rule: 'preferred-time' },
]
