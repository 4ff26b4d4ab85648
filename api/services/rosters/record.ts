// What a verb leaves behind: a line in the audit log, a message to send.
import type { Tx } from '../../../drizzle/client.ts'
import { auditLog, outbox } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'

/** Writes one line of the audit log in the verb's transaction. `action` is the verb in kebab-case. */
export const recordAudit = async (
  tx: Tx,
  ctx: Context,
  line: { action: string; entity: 'roster' | 'run'; entityId: string; details?: Record<string, unknown> },
): Promise<void> => {
  await tx.insert(auditLog).values({
    orgId: ctx.orgId,
    id: ctx.ids.next(),
    actorId: ctx.user.id,
    action: line.action,
    entity: line.entity,
    entityId: line.entityId,
    details: line.details ?? {},
    requestId: ctx.requestId,
  })
}

/** Topic of the message that sets the solver to work on a run; its payload is `{orgId, runId}`. */
export const runTopic = 'run'

/** Notes in the verb's transaction that a run waits for the solver. */
export const recordRunMessage = async (tx: Tx, ctx: Context, runId: string): Promise<void> => {
  await tx
    .insert(outbox)
    .values({ orgId: ctx.orgId, id: ctx.ids.next(), topic: runTopic, payload: { orgId: ctx.orgId, runId } })
}
