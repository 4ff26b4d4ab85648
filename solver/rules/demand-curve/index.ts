import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const demandCurve = defineRule<unknown>({
  id: 'demand-curve',
  level: 'medium',
  weight: 1,
  sizeUnit: 'head-minutes',
  scope: 'roster',
  implicit: true,
  guideSize: 60,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
