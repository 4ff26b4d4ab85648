import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const budget = defineRule<unknown>({
  id: 'budget',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minor units of money',
  scope: 'roster',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
