import { readAsOrg } from '../../../drizzle/client.ts'
import { contracts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { withRulesShownTo } from '../shared/rule-amounts.ts'
import { type Contract, columns, isThis } from './internal.ts'

/** One contract. Throws `NotFound`. */
export const getContract = async (ctx: Context, id: string): Promise<Contract> => {
  requirePermission(ctx, 'people:read')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(contracts).where(isThis(ctx.orgId, id)),
  ])
  if (row === undefined) throw new NotFound('contract', id)
  return withRulesShownTo(ctx.permissions, row)
}
