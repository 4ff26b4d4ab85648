import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { contracts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { contractCreate } from '../../contract/people.ts'
import { one } from '../shared/one.ts'
import { requireRules } from '../shared/require-rules.ts'
import { keepAmounts, withRulesShownTo } from '../shared/rule-amounts.ts'
import { toRuleSettings } from '../shared/to-rule-settings.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Contract, columns } from './internal.ts'
import { rulesFromPreset } from './rules-from-preset.ts'

/**
 * Adds a contract: from a preset with what differs from it, or from rules alone. Throws `Invalid` for an unknown preset and for
 * rules the engine cannot use; `already_exists` for a code in use escapes as a violated constraint.
 */
export const createContract = async (ctx: Context, input: z.output<typeof contractCreate>): Promise<Contract> => {
  requirePermission(ctx, 'people:write')
  const rules = rulesFromPreset(input.presetId ?? null, keepAmounts(ctx.permissions, toRuleSettings(input.rules), []))
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireRules(tx, ctx.orgId, rules)
    const row = one(
      await tx
        .insert(contracts)
        .values({ orgId: ctx.orgId, id: ctx.ids.next(), ...input, rules })
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'create-contract', entity: 'contract', entityId: row.id, after: { ...row } })
    return withRulesShownTo(ctx.permissions, row)
  })
}
