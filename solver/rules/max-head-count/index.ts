import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const maxHeadCount = defineRule<unknown>({
  id: 'max-head-count',
  level: 'hard',
  weight: 1,
  sizeUnit: 'heads',
  scope: 'cover',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
