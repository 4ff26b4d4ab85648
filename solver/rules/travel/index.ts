import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec, type TravelParams } from './spec.ts'
import { tracker } from './tracker.ts'

export const travel = defineRule<TravelParams>({
  id: 'travel',
  level: 'soft',
  weight: 1,
  sizeUnit: 'metres',
  scope: 'line',
  implicit: false,
  guideSize: 10000,
  parameters: [
    {
      name: 'counts',
      kind: 'choice',
      choices: ['all', 'between-sites', 'home'],
      default: 'all',
      about: 'the ways between the sites of one day, from home and back, or all of them',
    },
    {
      name: 'freeMetres',
      kind: 'integer',
      unit: 'metres',
      min: 0,
      max: 10_000_000,
      default: 0,
      about: 'metres a day that cost nothing',
    },
  ],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
