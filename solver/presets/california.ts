import { noLegalAdvice, type Preset } from './preset.ts'

export const california: Preset = {
  id: 'california',
  name: 'California',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'max-minutes', level: 'soft', params: { period: 'day', minutes: 480 } },
      source: 'Labor Code § 510(a): hours above 8 a day are overtime',
      checked: 'text',
    },
    {
      setting: { rule: 'max-minutes', level: 'soft', params: { period: 'day', minutes: 720 } },
      source: 'Labor Code § 510(a): hours above 12 a day are paid double',
      checked: 'text',
    },
    {
      setting: { rule: 'max-minutes', level: 'soft', params: { period: 'week', minutes: 2400 } },
      source: 'Labor Code § 510(a): hours above 40 a week are overtime',
      checked: 'text',
    },
    {
      setting: { rule: 'max-shifts-of-type', params: { limits: [{ period: 'week', counts: 'days', max: 6 }] } },
      source: "Labor Code § 551 and 552: one day's rest in seven, by workweek",
      checked: 'text',
    },
    {
      setting: {
        rule: 'break-required',
        params: {
          breaks: [
            { overMinutes: 300, breakMinutes: 30 },
            { overMinutes: 600, breakMinutes: 60 },
          ],
        },
      },
      source: 'Labor Code § 512(a): 30 minutes above five hours, twice above ten',
      checked: 'text',
    },
  ],
  leavesOut: [
    'wage orders: paid rests of ten minutes in every four hours',
    '§ 512(a): meals waived by consent in days of at most six hours',
    '§ 514 and 556: collective agreements, and weeks of at most 30 hours',
    'city ordinances on predictable schedules',
  ],
}
