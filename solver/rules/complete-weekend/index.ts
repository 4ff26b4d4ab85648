import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type CompleteWeekendParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const completeWeekend = defineRule<CompleteWeekendParams>({
  id: 'complete-weekend',
  level: 'hard',
  weight: 1,
  sizeUnit: 'half weekends',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    { name: 'weekdays', kind: 'weekdays', default: [6, 7], about: 'the days of a weekend, within Monday to Sunday' },
  ],
  lookbackDays: () => 7,
  spec,
  tracker,
  linear,
})
