import { noLegalAdvice, type Preset } from './preset.ts'

export const france: Preset = {
  id: 'france',
  name: 'France',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'min-rest', params: { minutes: 660 } },
      source: 'Code du travail, L. 3131-1: 11 consecutive hours a day',
      checked: 'account',
    },
    {
      setting: { rule: 'weekly-rest', params: { minutes: 2100, period: 'week' } },
      source: 'Code du travail, L. 3132-2: 24 consecutive hours plus the daily rest',
      checked: 'account',
    },
    {
      setting: { rule: 'max-shifts-of-type', params: { limits: [{ period: 'week', counts: 'days', max: 6 }] } },
      source: 'Code du travail, L. 3132-1: no more than six days a week',
      checked: 'account',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'day', minutes: 600 } },
      source: 'Code du travail, L. 3121-18: 10 hours a day',
      checked: 'text',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'week', minutes: 2880 } },
      source: 'Code du travail, L. 3121-20: 48 hours in one week',
      checked: 'account',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'rolling', days: 84, minutes: 31_680 } },
      source: 'Code du travail, L. 3121-22: 44 hours a week on average over 12 weeks',
      checked: 'account',
    },
    {
      setting: { rule: 'break-required', params: { breaks: [{ overMinutes: 359, breakMinutes: 20 }] } },
      source: 'Code du travail, L. 3121-16: 20 minutes as soon as six hours are reached',
      checked: 'text',
    },
  ],
  leavesOut: [
    'L. 3121-27: overtime above 35 hours a week',
    'L. 3132-3: the weekly rest is on Sunday',
    'L. 3122-6: night workers, 8 hours a day',
    'agreements that allow 12 hours a day or 46 hours on average',
  ],
}
