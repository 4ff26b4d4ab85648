import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { shiftTypes } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { shiftTypeCreate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireActive } from '../shared/require-active.ts'
import { skillIdsOf } from '../shared/skill-ids-of.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type ShiftType } from './internal.ts'
import { settleBreaks } from './settle-breaks.ts'

/** Adds a shift type. Throws `Invalid` for unknown skills and breaks that cannot be; `already_exists` for a code in use escapes as a violated constraint. */
export const createShiftType = async (ctx: Context, input: z.output<typeof shiftTypeCreate>): Promise<ShiftType> => {
  requirePermission(ctx, 'places:write')
  // The contract's 0 is what is said by saying nothing.
  const breakMinutes = settleBreaks(input, input.breakMinutes || null)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireActive(tx, ctx.orgId, { skills: skillIdsOf(input.skills) })
    const row = one(
      await tx
        .insert(shiftTypes)
        .values({ orgId: ctx.orgId, id: ctx.ids.next(), ...input, breakMinutes })
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'create-shift-type', entity: 'shift type', entityId: row.id, after: row })
    return row
  })
}
