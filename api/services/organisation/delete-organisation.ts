import { and, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { transact } from '../../../drizzle/client.ts'
import { organisations } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { organisationDelete } from '../../contract/personal-data.ts'
import { Invalid, NotFound } from '../../errors.ts'

/**
 * Deletes the organisation with all it holds, its log included, in one transaction; accounts of its members stay theirs. Throws
 * `Invalid` where the name that was typed is another one.
 */
export const deleteOrganisation = async (
  ctx: Context,
  { name }: z.output<typeof organisationDelete>,
): Promise<void> => {
  requirePermission(ctx, 'organisation:delete')
  const { orgId } = ctx
  await transact(ctx.authDb, async (tx) => {
    const isThis = eq(organisations.id, orgId)
    const [stored] = await tx.select({ name: organisations.name }).from(organisations).where(isThis).for('update')
    if (stored === undefined) throw NotFound.organisation(orgId)
    if (stored.name !== name) {
      throw new Invalid(
        'validation_failed',
        `The organisation is not called ${JSON.stringify(name)}. Type its name as it is.`,
      )
    }
    // Only this setting opens the append-only log and closed pay periods, and only for this organisation.
    await tx.execute(sql`select set_config('app.erase_org', ${orgId}, true)`)
    await tx.delete(organisations).where(and(isThis, eq(organisations.name, name)))
  })
  ctx.log.warn('organisation-deleted', { requestId: ctx.requestId, orgId, userId: ctx.user.id })
}
