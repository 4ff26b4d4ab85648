import { noLegalAdvice, type Preset } from './preset.ts'

export const newYorkCity: Preset = {
  id: 'new-york-city',
  name: 'New York City, fair workweek',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'short-turnaround', params: { minutes: 660 } },
      source:
        'NYC Local Law 100 of 2017, Administrative Code § 20-1231: 11 hours between closing and opening, else consent and a premium of $100 (fast food)',
      checked: 'account',
    },
    {
      setting: {
        rule: 'disruption',
        params: {
          size: 0,
          notices: [
            { underMinutes: 20_160, size: 2000 },
            { underMinutes: 10_080, size: 4500 },
            { underMinutes: 1440, size: 7500 },
          ],
        },
      },
      source:
        'NYC Administrative Code § 20-1221 and 20-1222: 14 days of notice; premiums in cents for hours taken away with less than 14 days, 7 days and 24 hours (fast food)',
      checked: 'text',
    },
    {
      setting: { rule: 'max-minutes', level: 'soft', params: { period: 'week', minutes: 2400 } },
      source:
        'Fair Labor Standards Act, 29 U.S.C. § 207(a)(1): hours above 40 a week are overtime at one and a half times the pay',
      checked: 'text',
    },
  ],
  leavesOut: [
    '§ 20-1222: hours added or moved cost less than hours taken away: $10, and $15 under seven days',
    '§ 20-1241: open shifts are offered to those employed first',
    '§ 20-1251: retail, no changes with less than 72 hours of notice',
    'New York Labor Law § 162: meals; § 161: a day of rest in seven',
  ],
}
