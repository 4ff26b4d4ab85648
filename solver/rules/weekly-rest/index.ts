import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec, type WeeklyRestParams } from './spec.ts'
import { tracker } from './tracker.ts'

export const weeklyRest = defineRule<WeeklyRestParams>({
  id: 'weekly-rest',
  level: 'hard',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 720,
  parameters: [
    {
      name: 'minutes',
      kind: 'integer',
      unit: 'minutes',
      min: 1,
      max: 20_160,
      about: 'least rest in one piece',
    },
    {
      name: 'period',
      kind: 'choice',
      choices: ['rolling', 'week'],
      default: 'rolling',
      about: 'in every so many days, or in every week',
    },
    {
      name: 'days',
      kind: 'integer',
      unit: 'days',
      min: 2,
      max: 31,
      default: 7,
      about: 'length of a rolling window',
    },
  ],
  lookbackDays: ({ period, days }) => (period === 'week' ? 7 : days) + 3,
  spec,
  tracker,
  linear,
})
