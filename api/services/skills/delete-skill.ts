import { withOrg } from '../../../drizzle/client.ts'
import { skills } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { requireUnused } from '../shared/require-unused.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isThis, loadSkill } from './internal.ts'
import { usesOfSkill } from './uses-of-skill.ts'

/** Takes a skill out of use; past rosters keep it. Throws `NotFound`, and `Conflict` while something still needs it. */
export const deleteSkill = async (ctx: Context, id: string): Promise<void> => {
  requirePermission(ctx, 'people:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await loadSkill(tx, ctx.orgId, id)
    requireUnused('skill', stored.name, await usesOfSkill(tx, ctx.orgId, id))
    await tx
      .update(skills)
      .set({ deletedAt: ctx.clock.now(), version: stored.version + 1 })
      .where(isThis(ctx.orgId, id))
    await writeAudit(ctx, tx, {
      action: 'delete-skill',
      entity: 'skill',
      entityId: id,
      details: { code: stored.code },
    })
  })
}
