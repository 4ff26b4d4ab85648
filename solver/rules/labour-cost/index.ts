import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { checkTiers } from './overtime.ts'
import { type LabourCostParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

const percentOf = (name: string, about: string) =>
  ({ name, kind: 'integer', unit: 'percent', min: 100, max: 400, default: 100, about }) as const

export const labourCost = defineRule<LabourCostParams>({
  id: 'labour-cost',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minor units of money',
  // Only overtime looks beyond one shift; it has a tracker of its own.
  scope: 'pair',
  implicit: false,
  guideSize: 1,
  parameters: [
    percentOf('saturdayPercent', 'pay on Saturdays'),
    percentOf('sundayPercent', 'pay on Sundays'),
    percentOf('holidayPercent', 'pay on public holidays; the dearest of the day counts'),
    {
      name: 'nightMinorPerHour',
      kind: 'integer',
      unit: 'minor-units-per-hour',
      min: 0,
      max: 1_000_000,
      default: 0,
      about: 'premium for every hour of the night',
    },
    {
      name: 'nightPercent',
      kind: 'integer',
      unit: 'percent',
      min: 0,
      max: 300,
      default: 0,
      about: 'premium for the night in percent of the rate, on top of the pay',
    },
    { name: 'nightFrom', kind: 'time', default: '18:00', about: 'local time at which the night begins' },
    { name: 'nightTo', kind: 'time', default: '06:00', about: 'local time at which it ends' },
    {
      name: 'overtime',
      kind: 'list',
      optional: true,
      about: 'dearer minutes beyond so many a day or a week; minutes dearer by the day do not count towards the week',
      of: [
        { name: 'period', kind: 'choice', choices: ['day', 'week'], about: 'what is summed up' },
        {
          name: 'overMinutes',
          kind: 'integer',
          unit: 'minutes',
          min: 0,
          max: 10_080,
          about: 'paid minutes beyond this',
        },
        {
          name: 'percent',
          kind: 'integer',
          unit: 'percent',
          min: 101,
          max: 400,
          about: 'are paid so much of the rate',
        },
      ],
    },
  ],
  check: ({ overtime }) => checkTiers(overtime ?? []),
  lookbackDays: ({ overtime }) => (overtime?.length ? 6 : 0),
  spec,
  tracker,
  linear,
})
