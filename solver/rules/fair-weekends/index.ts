import { defineRule } from '../kit/define-rule.ts'
import { type FairWeekendsParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const fairWeekends = defineRule<FairWeekendsParams>({
  id: 'fair-weekends',
  level: 'soft',
  weight: 1,
  sizeUnit: 'hundredths of a squared weekend',
  scope: 'line',
  implicit: false,
  guideSize: 100,
  parameters: [
    { name: 'weekdays', kind: 'weekdays', default: [6, 7], about: 'the days of a weekend, within Monday to Sunday' },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
})
