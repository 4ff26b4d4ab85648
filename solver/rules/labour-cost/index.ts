import { defineRule } from '../kit/define-rule.ts'
import { type LabourCostParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const labourCost = defineRule<LabourCostParams>({
  id: 'labour-cost',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minor units of money',
  scope: 'pair',
  implicit: false,
  guideSize: 1,
  parameters: [
    {
      name: 'sundayPercent',
      kind: 'integer',
      unit: 'percent',
      min: 100,
      max: 400,
      default: 100,
      about: 'pay on Sundays',
    },
    {
      name: 'nightMinorPerHour',
      kind: 'integer',
      unit: 'minor-units-per-hour',
      min: 0,
      max: 1_000_000,
      default: 0,
      about: 'premium for every hour of the night',
    },
    { name: 'nightFrom', kind: 'time', default: '18:00', about: 'local time at which the night begins' },
    { name: 'nightTo', kind: 'time', default: '06:00', about: 'local time at which it ends' },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
})
