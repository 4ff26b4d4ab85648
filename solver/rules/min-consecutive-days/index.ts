import { defineRule } from '../kit/define-rule.ts'
import { type RunMinimumParams, runMinimumParameters } from '../kit/run-minimum.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const minConsecutiveDays = defineRule<RunMinimumParams>({
  id: 'min-consecutive-days',
  level: 'hard',
  weight: 1,
  sizeUnit: 'days',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: runMinimumParameters,
  lookbackDays: (params) => params.days + 1,
  spec,
  tracker,
  linear,
})
