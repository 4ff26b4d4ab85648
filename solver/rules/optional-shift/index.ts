import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const optionalShift = defineRule<unknown>({
  id: 'optional-shift',
  level: 'soft',
  weight: 1,
  sizeUnit: 'shifts by priority',
  scope: 'cover',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
