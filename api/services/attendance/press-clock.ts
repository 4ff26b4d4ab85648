import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import type { Context } from '../../context.ts'
import type { clockPress } from '../../contract/attendance.ts'
import { Conflict, Forbidden, Invalid } from '../../errors.ts'
import { actingFor, isOwnRecord, requireSelfOr } from '../exchange/internal.ts'
import { type Clock, readClock } from './get-clock.ts'
import { attendanceSettings } from './internal.ts'
import { judgeAddress } from './judge-place.ts'
import { writePress } from './write-press.ts'

/**
 * Presses one's own clock, or a manager's for somebody else, also at an earlier time. Throws `Conflict` where the clock's state, the
 * place or the network forbids it, `Invalid` for a time in the future, `Forbidden` for another time on one's own clock.
 */
export const pressClock = async (ctx: Context, input: z.output<typeof clockPress>): Promise<Clock> => {
  requireSelfOr(ctx, 'attendance:decide')
  const now = ctx.clock.now()
  const at = input.at === undefined ? now : new Date(input.at)
  if (at > now) throw new Invalid('validation_failed', `${input.at} lies in the future. Press the clock then.`)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'attendance:decide')
    const isOwn = input.employeeId === undefined || (await isOwnRecord(ctx, tx, employeeId))
    if (isOwn && input.at !== undefined) {
      throw new Forbidden('Your own clock counts from now. Ask for a correction of an earlier time.')
    }
    if (isOwn) {
      const { policy } = await attendanceSettings(ctx, tx)
      const refusal = judgeAddress(policy.addresses, ctx.address)
      if (refusal !== null) throw new Conflict('conflict', refusal)
    }
    const source = isOwn ? ('web' as const) : ('manager' as const)
    const siteId = input.siteId ?? null
    await writePress(ctx, tx, { employeeId, kind: input.kind, at, source, siteId, position: input.position ?? null })
    return readClock(ctx, tx, employeeId)
  })
}
