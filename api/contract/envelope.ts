// Every answer of /api/v1 has this shape, whatever happened.
import * as z from 'zod'
import { type ErrorCode, errorStatus } from './errors.ts'

export const apiVersion = '1'

export const metaSchema = z.object({
  requestId: z.string(),
  timestamp: z.iso.datetime(),
  durationMs: z.number(),
  /** Present on lists: pass it as `?cursor=` for the next page; null on the last. */
  nextCursor: z.string().nullable().optional(),
})
export type Meta = z.infer<typeof metaSchema>

export const errorSchema = z.object({
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  details: z.unknown().optional(),
})

export const failureSchema = z.object({ success: z.literal(false), error: errorSchema, meta: metaSchema })

/** Envelope of a success. */
export const success = <T extends z.ZodType>(data: T) => z.object({ success: z.literal(true), data, meta: metaSchema })

export const idSchema = z.uuid()
export const localDate = z.iso.date()
export const instant = z.iso.datetime({ offset: true })
/** Optimistic lock: sent back as `If-Match: "<version>"` or in the body of an update. */
export const version = z.int().min(1)

export const listQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** Lists that are narrowed by the one grammar of api/README.md. */
export const narrowedQuery = listQuery.extend({
  filter: z
    .string()
    .max(4000)
    .optional()
    .describe('Conditions as field:operator:value, joined by commas: state:eq:active,name:like:ann'),
})

/** Lists that are sorted by it as well. */
export const filteredQuery = narrowedQuery.extend({
  sort: z.string().max(60).optional().describe('A field, with a minus before it for the reverse: -name'),
})
