import type * as z from 'zod'
import { joining, type Tx, withOrg } from '../../../drizzle/client.ts'
import { mayRepeat } from '../../../drizzle/errors.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { bulkResult } from '../../contract/bulk.ts'
import type { Permission } from '../../contract/permissions.ts'
import { Conflict, DomainError } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { asDomainError } from '../../middleware/database-failure.ts'

type Stored = { id: string; version: number }

/** The single verbs of a resource; a bulk request is nothing but many of them. */
export type BulkVerbs<Input, Change> = {
  write: Permission
  create(ctx: Context, input: Input): Promise<Stored>
  update(ctx: Context, change: { id: string; version: number; change: Change }): Promise<Stored>
  remove(ctx: Context, id: string): Promise<void>
}

export type BulkItem<Input, Change> =
  | { op: 'create'; data: Input }
  | { op: 'update'; id: string; version: number; data: Change }
  | { op: 'delete'; id: string }

type Request<Input, Change> = { atomic: boolean; items: readonly BulkItem<Input, Change>[] }
type Result = z.output<typeof bulkResult>
type ItemResult = Result['results'][number]

/**
 * Creates, changes and deletes many records in one transaction, each item by the verb it would have alone: same checks, same log.
 * An item that is refused is undone by itself; with `atomic` any refusal undoes all and throws `Conflict` with every reason.
 */
export const changeMany = async <Input, Change>(
  ctx: Context,
  verbs: BulkVerbs<Input, Change>,
  { atomic, items }: Request<Input, Change>,
): Promise<Result> => {
  requirePermission(ctx, verbs.write)
  const result = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const step = within(ctx, tx)
    const results: ItemResult[] = []
    for (const item of items) results.push(await change(step, verbs, item))
    const refused = results.filter(({ state }) => state === 'refused').length
    if (atomic && refused > 0) throw nothingDone(results)
    return { done: results.length - refused, refused, results }
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return result
}

/** A context whose writes are steps of the transaction; what a verb would do after its answer waits for the end of all. */
const within = (ctx: Context, tx: Tx): Context => ({
  ...ctx,
  db: joining(ctx.db, ctx.orgId, tx),
  waitUntil: (work) => void work.catch(() => undefined),
})

const change = async <Input, Change>(
  ctx: Context,
  { create, update, remove }: BulkVerbs<Input, Change>,
  item: BulkItem<Input, Change>,
): Promise<ItemResult> => {
  try {
    if (item.op === 'delete') {
      await remove(ctx, item.id)
      return { state: 'done', id: item.id, version: null, error: null }
    }
    const { id, version } =
      item.op === 'create'
        ? await create(ctx, item.data)
        : await update(ctx, { id: item.id, version: item.version, change: item.data })
    return { state: 'done', id, version, error: null }
  } catch (error) {
    return refusal(item, error)
  }
}

/** What the caller can mend is this item's result; a deadlock repeats the whole, anything else is ours. */
const refusal = (item: BulkItem<unknown, unknown>, error: unknown): ItemResult => {
  const known = error instanceof DomainError ? error : asDomainError(error)
  if (known === null || mayRepeat(error) || known.status >= 500) throw error
  const { code, message, details } = known
  const id = item.op === 'create' ? null : item.id
  return { state: 'refused', id, version: null, error: { code, message, ...(details !== undefined && { details }) } }
}

const nothingDone = (results: readonly ItemResult[]): Conflict => {
  const refused = results.flatMap(({ state, id, error }, index) => (state === 'refused' ? [{ index, id, error }] : []))
  const message = `${refused.length} of ${results.length} items were refused, so nothing was written. Mend them, or send the rest without "atomic".`
  return new Conflict('conflict', message, { refused })
}
