import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type DisruptionParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const disruption = defineRule<DisruptionParams>({
  id: 'disruption',
  level: 'soft',
  weight: 1,
  sizeUnit: 'weight by notice',
  scope: 'pair',
  implicit: true,
  guideSize: 1,
  parameters: [
    {
      name: 'size',
      kind: 'integer',
      unit: 'points',
      min: 0,
      max: 1_000_000,
      default: 1,
      about: 'what a change costs however much notice it gives',
    },
    {
      name: 'notices',
      kind: 'list',
      optional: true,
      about: 'dearer changes, by notice; the dearest that applies counts',
      of: [
        {
          name: 'underMinutes',
          kind: 'integer',
          unit: 'minutes',
          min: 1,
          max: 1_000_000,
          about: 'changes that give less notice than this',
        },
        { name: 'size', kind: 'integer', unit: 'points', min: 1, max: 1_000_000, about: 'cost this' },
      ],
    },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
