import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { one } from '../shared/one.ts'
import { withRulesShownTo } from '../shared/rule-amounts.ts'
import { type Organisation, organisationQuery } from './internal.ts'

/** The organisation one acts in, with its settings. */
export const getOrganisation = async (ctx: Context): Promise<Organisation> => {
  requirePermission(ctx, 'organisation:read')
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [organisationQuery(read, ctx.orgId)])
  return withRulesShownTo(ctx.permissions, one(rows))
}
