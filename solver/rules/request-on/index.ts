import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const requestOn = defineRule<unknown>({
  id: 'request-on',
  level: 'soft',
  weight: 1,
  sizeUnit: 'weight of the wish',
  scope: 'line',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
