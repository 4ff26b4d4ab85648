import type { Tx } from '../../../drizzle/client.ts'
import { auditLog } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'

/** What was done to which record: `action` is the verb in kebab-case ("create-skill"), `entity` the users' word ("skill"). */
export type AuditEntry = { action: string; entity: string; entityId?: string; details?: Record<string, unknown> }

/** Adds a line to the organisation's append-only log, in the transaction of the act itself. */
export const writeAudit = async (ctx: Context, tx: Pick<Tx, 'insert'>, entry: AuditEntry): Promise<void> => {
  await tx.insert(auditLog).values({
    orgId: ctx.orgId,
    id: ctx.ids.next(),
    at: ctx.clock.now(),
    actorId: ctx.user.id,
    requestId: ctx.requestId,
    ...entry,
  })
}
