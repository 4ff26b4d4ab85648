import { noLegalAdvice, type Preset } from './preset.ts'

export const germany: Preset = {
  id: 'germany',
  name: 'Germany',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'min-rest', params: { minutes: 660 } },
      source: 'ArbZG § 5(1): 11 hours after the daily work',
      checked: 'account',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'day', minutes: 600 } },
      source: 'ArbZG § 3: 8 hours a day, up to 10 when evened out',
      checked: 'text',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'rolling', days: 168, minutes: 69_120 } },
      source: 'ArbZG § 3: 8 hours a working day on average over 24 weeks, six working days a week',
      checked: 'text',
    },
    {
      setting: {
        rule: 'break-required',
        params: {
          breaks: [
            { overMinutes: 360, breakMinutes: 30 },
            { overMinutes: 540, breakMinutes: 45 },
          ],
        },
      },
      source: 'ArbZG § 4: 30 minutes above six hours, 45 above nine',
      checked: 'text',
    },
    {
      setting: { rule: 'weekly-rest', params: { minutes: 2100, period: 'week' } },
      source: 'ArbZG § 11(3) and (4): a day of rest with the 11 hours beside it',
      checked: 'account',
    },
  ],
  leavesOut: [
    '§ 5(2): an hour less of rest in hospitals and hotels, evened out within a month',
    '§ 6(2): night workers, evened out within a month',
    '§ 9 and § 11(1): rest on Sundays and holidays, 15 free Sundays a year',
    'collective agreements under § 7',
    'young people and pregnant workers',
  ],
}
