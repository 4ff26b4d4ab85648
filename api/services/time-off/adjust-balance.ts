import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { timeOffLedger } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { adjustmentCreate } from '../../contract/time-off.ts'
import { Conflict, Forbidden } from '../../errors.ts'
import { actingFor, isOwnRecord } from '../exchange/internal.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type LedgerEntry, ledgerColumns, toLedgerEntry } from './ledger-rows.ts'
import { loadType } from './load-policy.ts'

/**
 * Writes an entry by hand into somebody else's ledger. Throws `NotFound` for an unknown person, `Invalid` for an unknown kind,
 * `Forbidden` for one's own; a balance that would fall below its floor escapes as a violated constraint.
 */
export const adjustBalance = async (ctx: Context, input: z.output<typeof adjustmentCreate>): Promise<LedgerEntry> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    if (await isOwnRecord(ctx, tx, input.employeeId)) {
      throw new Forbidden('Nobody adjusts their own balance. Ask somebody else who may.')
    }
    await actingFor(ctx, tx, input.employeeId, 'people:write')
    const type = await loadType(ctx, tx, input.typeId, { isNew: true })
    if (type !== null && !type.hasBalance) {
      throw new Conflict('conflict', `"${type.name}" has no balance, so there is nothing to adjust.`)
    }
    const values = { ...input, orgId: ctx.orgId, id: ctx.ids.next(), createdBy: ctx.user.id }
    const row = one(await tx.insert(timeOffLedger).values(values).returning(ledgerColumns))
    const { employeeId, typeId, kind, minutes } = row
    await writeAudit(ctx, tx, {
      action: 'adjust-balance',
      entity: 'time off balance',
      entityId: row.id,
      details: { employeeId, typeId, kind, minutes },
    })
    return toLedgerEntry(row)
  })
}
