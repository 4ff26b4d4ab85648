import { withOrg } from '../../../drizzle/client.ts'
import { holidays } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, isThis, requireMayKeep } from './internal.ts'

/** Removes a holiday; rosters that exist keep their shifts. Throws `NotFound`. */
export const deleteHoliday = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'places:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [row] = await tx.delete(holidays).where(isThis(ctx.orgId, id)).returning(columns)
    if (row === undefined) throw new NotFound('holiday', id)
    requireMayKeep(ctx, row.siteId)
    await writeAudit(ctx, tx, { action: 'delete-holiday', entity: 'holiday', entityId: id, before: row })
  })
}
