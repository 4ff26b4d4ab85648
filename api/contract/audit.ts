// Who did what, and when: the organisation's log.
import * as z from 'zod'
import { idSchema, instant, listQuery } from './envelope.ts'

const word = z.string().min(1).max(100)
const wanted = {
  actorId: idSchema.optional(),
  apiKeyId: idSchema.optional(),
  /** The verb in kebab-case: create-skill. */
  action: word.optional(),
  /** The kind of record: skill. */
  entity: word.optional(),
  entityId: idSchema.optional(),
  requestId: z.string().min(1).max(128).optional(),
  from: instant.optional(),
  /** Not included. */
  to: instant.optional(),
}
export const auditQuery = listQuery.extend(wanted)
export const auditExportQuery = z.strictObject(wanted)

const fields = z.record(z.string(), z.unknown())
export const auditLineSchema = z.object({
  id: idSchema,
  at: instant,
  /** Null for the system and for API keys. */
  actorId: idSchema.nullable(),
  actorName: z.string().nullable(),
  apiKeyId: idSchema.nullable(),
  action: z.string(),
  entity: z.string(),
  entityId: idSchema.nullable(),
  details: fields,
  before: fields.nullable(),
  after: fields.nullable(),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
})
