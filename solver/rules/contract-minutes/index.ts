import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { type ContractMinutesParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const contractMinutes = defineRule<ContractMinutesParams>({
  id: 'contract-minutes',
  level: 'soft',
  weight: 1,
  sizeUnit: 'minutes',
  scope: 'line',
  implicit: false,
  guideSize: 480,
  parameters: [
    {
      name: 'period',
      kind: 'choice',
      choices: ['week', 'month', 'roster'],
      default: 'roster',
      about: 'what the contract counts',
    },
    {
      name: 'minutes',
      kind: 'integer',
      unit: 'minutes',
      min: 0,
      max: 1_000_000,
      about: 'contracted minutes of a full-time job',
    },
    {
      name: 'toleranceMinutes',
      kind: 'integer',
      unit: 'minutes',
      min: 0,
      max: 100_000,
      default: 0,
      about: 'how far off costs nothing',
    },
  ],
  lookbackDays: ({ period }) => (period === 'roster' ? 0 : 31),
  spec,
  tracker,
  linear,
})
