import type * as z from 'zod'
import type { RuleSetting } from '../../../solver/model/problem.ts'
import type { ruleSettingSchema } from '../../contract/workforce.ts'

/** Rule settings of a request as the engine says them: what was not given is absent. */
export const toRuleSettings = (rules: readonly z.output<typeof ruleSettingSchema>[]): RuleSetting[] =>
  rules.map(({ rule, level, weight, params }) => ({
    rule,
    ...(level !== undefined && { level }),
    ...(weight !== undefined && { weight }),
    ...(params !== undefined && { params }),
  }))
