import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type CompactDayParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const compactDay = defineRule<CompactDayParams>({
  id: 'compact-day',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 60,
  parameters: [
    {
      name: 'freeMinutes',
      kind: 'integer',
      unit: 'minutes',
      min: 0,
      max: 1440,
      default: 0,
      about: 'gaps up to this cost nothing, like a lunch',
    },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
