import { defineRule } from '../kit/define-rule.ts'
import { checkWindow, windowLookbackDays, windowParameters } from '../kit/windows.ts'
import { linear } from './linear.ts'
import { type MinMinutesParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const minMinutes = defineRule<MinMinutesParams>({
  id: 'min-minutes',
  level: 'hard',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 480,
  parameters: [
    ...windowParameters,
    { name: 'minutes', kind: 'integer', unit: 'minutes', min: 0, max: 1_000_000, about: 'the fewest paid minutes' },
  ],
  check: checkWindow,
  lookbackDays: windowLookbackDays,
  spec,
  tracker,
  linear,
})
