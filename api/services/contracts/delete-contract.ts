import { withOrg } from '../../../drizzle/client.ts'
import { contracts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { requireUnused } from '../shared/require-unused.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadContract } from './internal.ts'
import { usesOfContract } from './uses-of-contract.ts'

/** Takes a contract out of use; past rosters keep it. Throws `NotFound`, and `Conflict` while something still needs it. */
export const deleteContract = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadContract(tx, ctx.orgId, id)
    requireUnused('contract', stored.name, await usesOfContract(tx, ctx.orgId, id))
    await tx
      .update(contracts)
      .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    await writeAudit(ctx, tx, {
      action: 'delete-contract',
      entity: 'contract',
      entityId: id,
      details: { code: stored.code },
    })
  })
}
