import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const unavailable = defineRule<unknown>({
  id: 'unavailable',
  level: 'hard',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'pair',
  implicit: true,
  guideSize: 240,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
