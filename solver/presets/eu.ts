import { noLegalAdvice, type Preset } from './preset.ts'

export const eu: Preset = {
  id: 'eu',
  name: 'European Union',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'min-rest', params: { minutes: 660 } },
      source: 'Directive 2003/88/EC, Art. 3: 11 consecutive hours in every 24',
      checked: 'account',
    },
    {
      setting: { rule: 'weekly-rest', params: { minutes: 2100 } },
      source: 'Directive 2003/88/EC, Art. 5: 24 hours in every seven days, plus the 11 hours of daily rest',
      checked: 'account',
    },
    {
      setting: { rule: 'max-minutes', params: { period: 'rolling', days: 119, minutes: 48_960 } },
      source:
        'Directive 2003/88/EC, Art. 6(b) and 16(b): 48 hours a week on average, here over 17 weeks (at most four months)',
      checked: 'account',
    },
  ],
  leavesOut: [
    'Art. 4: a break in days longer than six hours, whose length the member state sets',
    'Art. 8: night workers, 8 hours on average in 24',
    'Art. 17, 18 and 22: derogations, agreements and opt-outs',
  ],
}
