import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type FairMinutesParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const fairMinutes = defineRule<FairMinutesParams>({
  id: 'fair-minutes',
  level: 'soft',
  weight: 1,
  sizeUnit: 'squared hours, or minutes of spread',
  scope: 'roster',
  implicit: false,
  guideSize: 1,
  parameters: [
    {
      name: 'measure',
      kind: 'choice',
      choices: ['squared', 'spread'],
      default: 'squared',
      about: 'squared: distance from the fair share in squared hours; spread: most minus least minutes',
    },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
