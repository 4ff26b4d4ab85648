import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const unpreferredTime = defineRule<unknown>({
  id: 'unpreferred-time',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'pair',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
