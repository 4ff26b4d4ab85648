import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { skills } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { skillCreate } from '../../contract/people.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, type Skill } from './internal.ts'

/** Adds a skill. Violated constraints escape: `already_exists` for a code in use. */
export const createSkill = async (ctx: Context, input: z.output<typeof skillCreate>): Promise<Skill> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const row = one(
      await tx
        .insert(skills)
        .values({ orgId: ctx.orgId, id: ctx.ids.next(), ...input })
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'create-skill', entity: 'skill', entityId: row.id, details: input })
    return row
  })
}
