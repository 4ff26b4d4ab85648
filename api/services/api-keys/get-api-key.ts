import { readAsOrg } from '../../../drizzle/client.ts'
import { apiKeys } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { type ApiKey, isThis, toApiKey } from './internal.ts'

/** One key, without its secret. Throws `NotFound`. */
export const getApiKey = async (ctx: Context, id: string): Promise<ApiKey> => {
  requirePermission(ctx, 'keys:write')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select().from(apiKeys).where(isThis(ctx.orgId, id)),
  ])
  if (row === undefined) throw new NotFound('API key', id)
  return toApiKey(row)
}
