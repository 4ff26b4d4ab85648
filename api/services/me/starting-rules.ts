import type { RuleSetting } from '../../../solver/model/problem.ts'

/**
 * Rules a new organisation begins with: limits in the spirit of the European working-time directive 2003/88/EC (articles 3, 5 and
 * 6: eleven hours of rest a day, a free day a week, 48 hours a week; written down in November 2026) and wishes that every roster
 * has. No legal advice; the settings page changes them, and contracts may replace them.
 */
export const startingRules = (): RuleSetting[] => [
  { rule: 'min-rest', params: { minutes: 660 } },
  { rule: 'max-shifts-per-day', params: { shifts: 1 } },
  { rule: 'max-minutes', params: { period: 'week', minutes: 2880 } },
  { rule: 'max-consecutive-days', params: { days: 6 } },
  { rule: 'max-consecutive-nights', params: { nights: 5 } },
  { rule: 'fair-minutes' },
  { rule: 'preferred-time' },
  { rule: 'unpreferred-time' },
]
