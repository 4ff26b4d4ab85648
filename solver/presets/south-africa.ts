import { noLegalAdvice, type Preset } from './preset.ts'

export const southAfrica: Preset = {
  id: 'south-africa',
  name: 'South Africa',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'max-minutes', params: { period: 'week', minutes: 3300 } },
      source:
        'Basic Conditions of Employment Act 75 of 1997, s. 9(1)(a) and 10(1): 45 ordinary hours and at most 10 of overtime a week',
      checked: 'no',
    },
    {
      setting: { rule: 'max-minutes', level: 'soft', params: { period: 'week', minutes: 2700 } },
      source:
        'Basic Conditions of Employment Act 75 of 1997, s. 9(1)(a): more than 45 hours a week is overtime, by agreement only',
      checked: 'text',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'day', minutes: 720 } },
      source: 'Basic Conditions of Employment Act 75 of 1997, s. 10(1A): 12 hours on any day, overtime included',
      checked: 'no',
    },
    {
      setting: { rule: 'min-rest', params: { minutes: 720 } },
      source: 'Basic Conditions of Employment Act 75 of 1997, s. 15(1)(a): 12 consecutive hours',
      checked: 'text',
    },
    {
      setting: { rule: 'weekly-rest', params: { minutes: 2160, period: 'week' } },
      source: 'Basic Conditions of Employment Act 75 of 1997, s. 15(1)(b): 36 consecutive hours a week',
      checked: 'text',
    },
    {
      setting: { rule: 'break-required', params: { breaks: [{ overMinutes: 300, breakMinutes: 60 }] } },
      source: 'Basic Conditions of Employment Act 75 of 1997, s. 14(1): 60 minutes after five hours',
      checked: 'no',
    },
  ],
  leavesOut: [
    's. 9(1): 9 ordinary hours a day in a week of five days, 8 in a longer one',
    's. 14(5): a meal of 30 minutes by agreement',
    's. 15(1)(b): the weekly rest includes Sunday unless agreed otherwise',
    's. 16 to 18: pay on Sundays, at night and on public holidays',
    'sectoral determinations, and employees above the earnings threshold',
  ],
}
