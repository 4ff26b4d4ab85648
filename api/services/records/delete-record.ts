import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { requireUnused } from '../shared/require-unused.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { actionOf } from './action-of.ts'
import { type AnyRecord, isThis, lockRecord, type RecordKind, storeOf } from './record-kind.ts'

/**
 * Takes a record out of use where its kind keeps deleted rows, else removes it. Throws `NotFound`, and `Conflict` while
 * something still needs it.
 */
export const deleteRecord = async <Row extends AnyRecord, Input extends object>(
  ctx: Context,
  kind: RecordKind<Row, Input>,
  id: string,
): Promise<void> => {
  requirePermission(ctx, kind.write)
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockRecord(tx, kind, ctx, id)
    if (kind.uses) requireUnused(kind.noun, kind.nameOf(stored), await kind.uses(tx, ctx.orgId, id))
    const isStored = isThis(kind, ctx, id)
    const { table } = storeOf(kind)
    if (kind.table.deletedAt === undefined) await tx.delete(table).where(isStored)
    else
      await tx
        .update(table)
        .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
        .where(isStored)
    await writeAudit(ctx, tx, {
      action: actionOf('delete', kind),
      entity: kind.noun,
      entityId: id,
      before: { ...stored },
    })
  })
}
