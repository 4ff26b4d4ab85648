import type * as z from 'zod'
import { bulkRequest, bulkResult } from '../contract/bulk.ts'
import { type BulkItem, type BulkVerbs, changeMany } from '../services/bulk/change-many.ts'
import type { Resource } from './resource.ts'

type Described<C extends z.ZodType, U extends z.ZodType> = BulkVerbs<z.output<C>, z.output<U>> & {
  /** The users' word in the plural. */
  many: string
  createSchema: C
  updateSchema: U
}

/** Adds `POST /bulk` to a resource whose single verbs are given. */
export const addBulk = <C extends z.ZodType, U extends z.ZodType>(
  resource: Resource,
  { many, createSchema, updateSchema, ...verbs }: Described<C, U>,
): Resource =>
  resource.add(
    {
      method: 'post',
      path: '/bulk',
      summary: `Create, change and delete up to 1,000 ${many}, with a result for each`,
      body: bulkRequest(createSchema, updateSchema),
      data: bulkResult,
    },
    (ctx, { body }) => {
      // The compiler does not follow a union through the schemas of a declaration that is still open.
      const items = body.items as BulkItem<z.output<C>, z.output<U>>[]
      return changeMany(ctx, verbs, { atomic: body.atomic, items })
    },
  )
