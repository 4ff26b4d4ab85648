import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { skills } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { skillUpdate } from '../../contract/people.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { columns, isThis, loadSkill, type Skill } from './internal.ts'

type Change = { id: string; version: number; change: z.output<typeof skillUpdate> }

/** Changes the fields that are named. Throws `NotFound` and `VersionConflict`; violated constraints escape. */
export const updateSkill = async (ctx: Context, { id, version, change }: Change): Promise<Skill> => {
  requirePermission(ctx, 'people:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadSkill(tx, ctx.orgId, id)
    requireVersion('skill', stored, version)
    const row = one(
      await tx
        .update(skills)
        .set({ ...change, version: version + 1 })
        .where(isThis(ctx.orgId, id))
        .returning(columns),
    )
    await writeAudit(ctx, tx, { action: 'update-skill', entity: 'skill', entityId: id, details: change })
    return row
  })
}
