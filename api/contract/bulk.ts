// Many changes in one request, a result for each.
import * as z from 'zod'
import { errorSchema, idSchema, version } from './envelope.ts'

export const bulkItemsMax = 1000

/** The body of a resource's bulk endpoint, from what its single endpoints take. */
export const bulkRequest = <C extends z.ZodType, U extends z.ZodType>(create: C, update: U) =>
  z.strictObject({
    /** True: all or nothing. Else what is refused stays undone and the rest is done. */
    atomic: z.boolean().default(false),
    items: z
      .array(
        z.discriminatedUnion('op', [
          z.strictObject({ op: z.literal('create'), data: create }),
          z.strictObject({ op: z.literal('update'), id: idSchema, version, data: update }),
          z.strictObject({ op: z.literal('delete'), id: idSchema }),
        ]),
      )
      .min(1)
      .max(bulkItemsMax),
  })

export const bulkResult = z.object({
  done: z.int(),
  refused: z.int(),
  /** In the order of the items. */
  results: z.array(
    z.object({
      state: z.enum(['done', 'refused']),
      /** Of the record; null for one that was not created. */
      id: idSchema.nullable(),
      /** Null for what was deleted or refused. */
      version: version.nullable(),
      error: errorSchema.nullable(),
    }),
  ),
})
