import { and, asc, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { skills } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { listQuery } from '../../contract/envelope.ts'
import type { Page } from '../../middleware/envelope.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { columns, type Skill } from './internal.ts'

/** A page of the organisation's skills by name. Throws `Invalid` for a bad cursor. */
export const listSkills = async (ctx: Context, query: z.output<typeof listQuery>): Promise<Page<Skill[]>> => {
  requirePermission(ctx, 'people:read')
  const after = afterCursor([skills.name, skills.id], query.cursor)
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(skills)
      .where(and(eq(skills.orgId, ctx.orgId), isNull(skills.deletedAt), after))
      .orderBy(asc(skills.name), asc(skills.id))
      .limit(query.limit + 1),
  ])
  return cutPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.name, row.id],
  )
}
