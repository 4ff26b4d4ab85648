import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const minCover = defineRule<unknown>({
  id: 'min-cover',
  level: 'medium',
  weight: 1,
  sizeUnit: 'heads by priority',
  scope: 'cover',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
