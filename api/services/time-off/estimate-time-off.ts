import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import type { Context } from '../../context.ts'
import type { timeOffEstimate, timeOffEstimateQuery } from '../../contract/time-off.ts'
import { Invalid } from '../../errors.ts'
import { actingFor, isOwnRecord, requireSelfOr } from '../exchange/internal.ts'
import { balanceOf } from './internal.ts'
import { loadType } from './load-policy.ts'
import { measureLeave } from './measure-leave.ts'

type Estimate = z.output<typeof timeOffEstimate>

/**
 * What leave would take from a balance and what would be left, before anybody asks for it; writes nothing. Throws what the request
 * itself would be refused for, but for a balance that does not suffice: that one is answered.
 */
export const estimateTimeOff = async (
  ctx: Context,
  { start, end, ...query }: z.output<typeof timeOffEstimateQuery>,
): Promise<Estimate> => {
  requireSelfOr(ctx, 'people:write')
  const span = { startsAt: new Date(start), endsAt: new Date(end) }
  if (span.endsAt <= span.startsAt) throw new Invalid('validation_failed', 'The end must be after the start.')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, query.employeeId, 'people:write')
    const isOwn = await isOwnRecord(ctx, tx, employeeId)
    const type = await loadType(ctx, tx, query.typeId, { isNew: true })
    const minutes = await measureLeave(ctx, tx, { ...span, employeeId, requestId: ctx.ids.next(), isOwn }, type)
    if (!type?.hasBalance) return { minutes, balanceMinutes: null }
    return { minutes, balanceMinutes: (await balanceOf(ctx, tx, { employeeId, typeId: type.id })) - minutes }
  })
}
