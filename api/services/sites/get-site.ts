import { readAsOrg } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { columns, isThis, type Site } from './internal.ts'

/** One site. Throws `NotFound`. */
export const getSite = async (ctx: Context, id: string): Promise<Site> => {
  requirePermission(ctx, 'places:read')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(sites).where(isThis(ctx.orgId, id)),
  ])
  if (row === undefined) throw new NotFound('site', id)
  return row
}
