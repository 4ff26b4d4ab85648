import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type SuccessionParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const succession = defineRule<SuccessionParams>({
  id: 'succession',
  level: 'hard',
  weight: 1,
  sizeUnit: 'pairs',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    {
      name: 'forbidden',
      kind: 'type-pairs',
      about: 'pairs [before, after]: after may not start on the day after before',
    },
  ],
  lookbackDays: () => 1,
  spec,
  tracker,
  linear,
})
