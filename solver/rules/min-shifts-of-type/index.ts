import { defineRule } from '../kit/define-rule.ts'
import { checkWindow, windowLookbackDays, windowParameters } from '../kit/windows.ts'
import { linear } from './linear.ts'
import { type MinShiftsOfTypeParams, spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const minShiftsOfType = defineRule<MinShiftsOfTypeParams>({
  id: 'min-shifts-of-type',
  level: 'hard',
  weight: 1,
  sizeUnit: 'shifts',
  scope: 'line',
  implicit: false,
  guideSize: 1,
  parameters: [
    {
      name: 'limits',
      kind: 'list',
      about: 'the minimums, each for a type, a tag, or any shift',
      of: [
        { name: 'type', kind: 'shift-type', optional: true, about: 'only shifts of this type' },
        { name: 'tag', kind: 'tag', optional: true, about: 'only shifts with this tag' },
        { name: 'min', kind: 'integer', unit: 'shifts', min: 1, max: 10_000, about: 'the fewest of them' },
        {
          name: 'counts',
          kind: 'choice',
          choices: ['shifts', 'days'],
          default: 'shifts',
          about: 'shifts, or days with one',
        },
        ...windowParameters,
      ],
    },
  ],
  check: (params) => params.limits.flatMap(checkWindow),
  lookbackDays: (params) => Math.max(0, ...params.limits.map(windowLookbackDays)),
  spec,
  tracker,
  linear,
})
