// Amounts of money stand in rules too, such as a premium per hour. Who may not read costs neither sees nor changes them.
import type * as z from 'zod'
import type { RuleSetting } from '../../../solver/model/problem.ts'
import type { Permissions } from '../../contract/permissions.ts'
import type { ruleSettingSchema } from '../../contract/workforce.ts'
import { Forbidden } from '../../errors.ts'
import { isMoney, withoutMoney } from './without-money.ts'

/** Something with rules as somebody may read it: without `costs:read` no amounts. */
export const withRulesShownTo = <T extends { rules: readonly object[] }>(permissions: Permissions, value: T): T =>
  permissions.has('costs:read') ? value : { ...value, rules: withoutMoney(value.rules) }

/**
 * Rules as they are to be stored: where the writer lacks `costs:read`, the amounts of the same rule stay as they are, for
 * they came without them. Throws `Forbidden` for an amount that such a writer names.
 */
export const keepAmounts = (
  permissions: Permissions,
  wanted: readonly RuleSetting[],
  stored: readonly Pick<z.output<typeof ruleSettingSchema>, 'rule' | 'params'>[],
): RuleSetting[] => {
  if (permissions.has('costs:read')) return [...wanted]
  return wanted.map((setting) => {
    const named = Object.keys(setting.params ?? {}).find(isMoney)
    if (named !== undefined) {
      throw new Forbidden(`"${named}" of the rule "${setting.rule}" is money, which needs costs:read. Leave it out.`)
    }
    const before = stored.find(({ rule }) => rule === setting.rule)?.params ?? {}
    const amounts = Object.fromEntries(Object.entries(before).filter(([name]) => isMoney(name)))
    return Object.keys(amounts).length === 0 ? setting : { ...setting, params: { ...setting.params, ...amounts } }
  })
}
