import { readAsOrg } from '../../../drizzle/client.ts'
import { skills } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { columns, isThis, type Skill } from './internal.ts'

/** One skill. Throws `NotFound`. */
export const getSkill = async (ctx: Context, id: string): Promise<Skill> => {
  requirePermission(ctx, 'people:read')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(skills).where(isThis(ctx.orgId, id)),
  ])
  if (row === undefined) throw new NotFound('skill', id)
  return row
}
