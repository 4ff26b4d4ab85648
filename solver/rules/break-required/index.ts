import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type BreakRequiredParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const breakRequired = defineRule<BreakRequiredParams>({
  id: 'break-required',
  level: 'hard',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'pair',
  implicit: false,
  guideSize: 30,
  parameters: [
    {
      name: 'breaks',
      kind: 'list',
      about: 'what is due, each from some length of a shift on; the longest due break counts',
      of: [
        { name: 'overMinutes', kind: 'integer', unit: 'minutes', min: 0, max: 1440, about: 'shifts longer than this' },
        { name: 'breakMinutes', kind: 'integer', unit: 'minutes', min: 1, max: 1440, about: 'carry a break of this' },
      ],
    },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
