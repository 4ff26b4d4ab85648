import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const pinned = defineRule<unknown>({
  id: 'pinned',
  level: 'hard',
  weight: 1,
  sizeUnit: 'assignments',
  scope: 'pair',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
