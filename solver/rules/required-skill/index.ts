import { defineRule } from '../kit/define-rule.ts'
import { linear } from './linear.ts'
import { spec } from './spec.ts'
import { tracker } from './tracker.ts'

export const requiredSkill = defineRule<unknown>({
  id: 'required-skill',
  level: 'hard',
  weight: 1,
  sizeUnit: 'skills',
  scope: 'pair',
  implicit: true,
  guideSize: 1,
  parameters: [],
  lookbackDays: () => 0,
  spec,
  tracker,
  linear,
})
