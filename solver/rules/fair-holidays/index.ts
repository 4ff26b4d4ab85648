import { defineRule } from '../kit/define-rule.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const fairHolidays = defineRule<unknown>({
  id: 'fair-holidays',
  level: 'soft',
  weight: 1,
  sizeUnit: 'hundredths of a squared holiday',
  scope: 'line',
  implicit: false,
  guideSize: 100,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
})
