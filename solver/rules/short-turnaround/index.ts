import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type ShortTurnaroundParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const shortTurnaround = defineRule<ShortTurnaroundParams>({
  id: 'short-turnaround',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    {
      name: 'minutes',
      kind: 'integer',
      unit: 'minutes',
      min: 1,
      max: 2880,
      about: 'rest between two days that is wide enough',
    },
  ],
  lookbackDays: () => 4,
  spec,
  tracker,
  linear,
})
