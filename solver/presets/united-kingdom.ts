import { noLegalAdvice, type Preset } from './preset.ts'

export const unitedKingdom: Preset = {
  id: 'united-kingdom',
  name: 'United Kingdom',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'min-rest', params: { minutes: 660 } },
      source: 'Working Time Regulations 1998, reg. 10(1): 11 consecutive hours in every 24',
      checked: 'text',
    },
    {
      setting: { rule: 'weekly-rest', params: { minutes: 2100 } },
      source:
        'Working Time Regulations 1998, reg. 11(1) and (7): 24 hours in every seven days, not counting the daily rest',
      checked: 'account',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'rolling', days: 119, minutes: 48_960 } },
      source: 'Working Time Regulations 1998, reg. 4: 48 hours a week on average over 17 weeks',
      checked: 'text',
    },
    {
      setting: { rule: 'break-required', params: { breaks: [{ overMinutes: 360, breakMinutes: 20 }] } },
      source: 'Working Time Regulations 1998, reg. 12: 20 minutes in days longer than six hours',
      checked: 'account',
    },
  ],
  leavesOut: [
    'reg. 5: workers who opted out of the 48 hours',
    'reg. 6: night workers, 8 hours on average in 24',
    'reg. 11(2): two rests of 24 hours or one of 48 in 14 days instead',
    'young workers, for whom stricter limits hold',
  ],
}
