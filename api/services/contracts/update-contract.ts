import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { contracts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { contractUpdate } from '../../contract/people.ts'
import { one } from '../shared/one.ts'
import { requireRules } from '../shared/require-rules.ts'
import { keepAmounts, withRulesShownTo } from '../shared/rule-amounts.ts'
import { toRuleSettings } from '../shared/to-rule-settings.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Contract, columns, isThis, loadContract } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof contractUpdate> }

/** Changes the fields that are named. Throws `NotFound`, `VersionConflict`, and `Invalid` for rules the engine cannot use; violated constraints escape. */
export const updateContract = async (ctx: Context, { id, version, change }: Change): Promise<Contract> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadContract(tx, ctx.orgId, id)
    requireVersion('contract', stored, version)
    const rules = change.rules && keepAmounts(ctx.permissions, toRuleSettings(change.rules), stored.rules)
    await requireRules(tx, ctx.orgId, rules)
    const row = one(
      await tx
        .update(contracts)
        .set({ ...change, rules, version: version + 1 })
        .where(isThis(ctx.orgId, id))
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'update-contract', entity: 'contract', entityId: id, details: change })
    return withRulesShownTo(ctx.permissions, row)
  })
}
