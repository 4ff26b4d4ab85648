import type { Tx } from '../../../drizzle/client.ts'
import { auditLog } from '../../../drizzle/schema/index.ts'
import { type Context, systemUser } from '../../context.ts'
import { changedFields, type Fields } from './changed-fields.ts'

/** What was done to which record: `action` is the verb in kebab-case ("create-skill"), `entity` the users' word ("skill"). */
export type AuditEntry = {
  action: string
  entity: string
  entityId?: string
  details?: Record<string, unknown>
  /** The record as it was and as it became, whole or in part: only what differs is kept, and never personal data. */
  before?: Fields
  after?: Fields
}

/** Adds a line to the organisation's append-only log, in the transaction of the act itself; who asked and from where is added. */
export const writeAudit = async (
  ctx: Pick<Context, 'orgId' | 'ids' | 'clock' | 'user' | 'requestId' | 'address' | 'apiKeyId' | 'changed'>,
  tx: Pick<Tx, 'insert'>,
  { before, after, ...entry }: AuditEntry,
): Promise<void> => {
  ctx.changed.add(entry.entity)
  await tx.insert(auditLog).values({
    orgId: ctx.orgId,
    id: ctx.ids.next(),
    at: ctx.clock.now(),
    actorId: ctx.apiKeyId === null && ctx.user !== systemUser ? ctx.user.id : null,
    apiKeyId: ctx.apiKeyId,
    requestId: ctx.requestId,
    address: ctx.address,
    ...entry,
    ...changedFields(entry.entity, before, after),
  })
}
