import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type NoOverlapParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const noOverlap = defineRule<NoOverlapParams>({
  id: 'no-overlap',
  level: 'hard',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: true,
  guideSize: 240,
  parameters: [
    {
      name: 'travelMinutes',
      kind: 'integer',
      unit: 'minutes',
      min: 0,
      max: 1440,
      default: 0,
      about: 'least time between shifts at different sites for which the problem gives no travel time',
    },
  ],
  lookbackDays: () => 3,
  spec,
  tracker,
  linear,
})
