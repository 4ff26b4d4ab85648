import { noLegalAdvice, type Preset } from './preset.ts'

export const usFederal: Preset = {
  id: 'us-federal',
  name: 'United States, federal law',
  writtenOn: '2026-11-21',
  notice: noLegalAdvice,
  settings: [
    {
      setting: { rule: 'max-minutes', level: 'soft', params: { period: 'week', minutes: 2400 } },
      source:
        'Fair Labor Standards Act, 29 U.S.C. § 207(a)(1): hours above 40 a week are overtime at one and a half times the pay',
      checked: 'text',
    },
  ],
  leavesOut: [
    'no federal limit of hours, rest or breaks holds for most adults: see the state and the city',
    '29 CFR 570: minors',
    'sectors with limits of their own, like drivers and air crews',
  ],
}
