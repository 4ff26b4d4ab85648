import { sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import type { Context } from '../../context.ts'
import { countEach } from '../shared/count-each.ts'
import { requireUnused } from '../shared/require-unused.ts'

/** Throws `Conflict` while shifts lie ahead of the person. */
export const requireNoComingWork = async (
  ctx: Context,
  tx: Tx,
  employee: { id: string; name: string },
): Promise<void> => {
  const now = ctx.clock.now().toISOString()
  const uses = await countEach(tx, {
    'coming assignment': sql`select from assignments where org_id = ${ctx.orgId} and employee_id = ${employee.id} and ends_at > ${now}`,
  })
  requireUnused('employee', employee.name, uses)
}
