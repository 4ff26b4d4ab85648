import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type MaxShiftsPerDayParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const maxShiftsPerDay = defineRule<MaxShiftsPerDayParams>({
  id: 'max-shifts-per-day',
  level: 'hard',
  weight: 1,
  sizeUnit: 'shifts',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    {
      name: 'shifts',
      kind: 'integer',
      unit: 'shifts',
      min: 1,
      max: 8,
      default: 1,
      about: 'the most shifts that start on a day',
    },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
