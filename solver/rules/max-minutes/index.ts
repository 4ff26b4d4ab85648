import { defineRule } from '../kit/define-rule.ts'
import { checkWindow, windowLookbackDays, windowParameters } from '../kit/windows.ts'
import { linear } from './linear.ts'
import { type MaxMinutesParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const maxMinutes = defineRule<MaxMinutesParams>({
  id: 'max-minutes',
  level: 'hard',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 480,
  parameters: [
    ...windowParameters,
    { name: 'minutes', kind: 'integer', unit: 'minutes', min: 0, max: 1_000_000, about: 'the most paid minutes' },
  ],
  check: checkWindow,
  lookbackDays: windowLookbackDays,
  spec,
  tracker,
  linear,
})
