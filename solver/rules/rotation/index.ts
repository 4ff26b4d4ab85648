import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type RotationParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const rotation = defineRule<RotationParams>({
  id: 'rotation',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 120,
  parameters: [
    {
      name: 'backwardMinutes',
      kind: 'integer',
      unit: 'minutes',
      min: 0,
      max: 1440,
      default: 0,
      about: 'how much earlier than the day before work may begin at no cost',
    },
    {
      name: 'forwardMinutes',
      kind: 'integer',
      unit: 'minutes',
      min: 0,
      max: 1440,
      default: 1440,
      about: 'how much later than the day before work may begin at no cost; a day: moving forward is free',
    },
  ],
  lookbackDays: () => 2,
  spec,
  tracker,
  linear,
})
