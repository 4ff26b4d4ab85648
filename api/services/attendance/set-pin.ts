import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { pinChange } from '../../contract/attendance.ts'
import { actingFor, requireSelfOr } from '../exchange/internal.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { hashPin } from './pin-hash.ts'

/** Sets the PIN for the kiosk: one's own, or by a manager for somebody else. Only its hash is kept. */
export const setPin = async (ctx: Context, input: z.output<typeof pinChange>): Promise<{ employeeId: string }> => {
  requireSelfOr(ctx, 'attendance:decide')
  const pinHash = await hashPin(input.pin)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'attendance:decide')
    await tx
      .update(employees)
      .set({ pinHash })
      .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, employeeId)))
    await writeAudit(ctx, tx, { action: 'set-pin', entity: 'employee', entityId: employeeId })
    return { employeeId }
  })
}
