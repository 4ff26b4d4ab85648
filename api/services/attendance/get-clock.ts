import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { clockSchema } from '../../contract/attendance.ts'
import { actingFor, requireSelfOr } from '../exchange/internal.ts'
import { localDay } from '../rosters/local-time.ts'
import { one } from '../shared/one.ts'
import { attendanceSettings, latestEntries, shiftsAround, toEntryWire } from './internal.ts'
import { needsPosition } from './judge-place.ts'
import { matchShift } from './match-shift.ts'
import { clockStateOf } from './plan-press.ts'

export type Clock = z.output<typeof clockSchema>

/** The clock of the person signed in, or of the one a manager names: its state, today's entry and the shift it is about. */
export const getClock = async (ctx: Context, employeeId: string | undefined): Promise<Clock> => {
  requireSelfOr(ctx, 'attendance:read')
  return withOrg(ctx.db, ctx.orgId, async (tx) =>
    readClock(ctx, tx, await actingFor(ctx, tx, employeeId, 'attendance:read')),
  )
}

/** The same within a verb that changed it. */
export const readClock = async (ctx: Context, tx: Tx, employeeId: string): Promise<Clock> => {
  const now = ctx.clock.now()
  const isPerson = and(eq(employees.orgId, ctx.orgId), eq(employees.id, employeeId))
  const person = one(await tx.select({ name: employees.name }).from(employees).where(isPerson))
  const [last] = await latestEntries(ctx, tx, employeeId, now)
  const planned = await shiftsAround(ctx, tx, employeeId, now)
  const open = last?.state === 'open' ? last : null
  const shift = planned.find(({ id }) => id === open?.shiftId) ?? matchShift(now, planned) ?? planned[0] ?? null
  const { zone } = await attendanceSettings(ctx, tx)
  const isToday = last?.day === localDay(now, shift?.zone ?? zone)
  const state = clockStateOf(open)
  const pause = open?.breaks.find(({ until }) => until === null)
  return {
    employeeId,
    employeeName: person.name,
    now: now.toISOString(),
    state,
    since: pause?.from ?? open?.clockedInAt.toISOString() ?? null,
    entry: last !== undefined && (open !== null || isToday) ? toEntryWire(last) : null,
    shift: shift && {
      id: shift.id,
      name: shift.name,
      siteId: shift.siteId,
      siteName: shift.siteName,
      zone: shift.zone,
      start: shift.startsAt.toISOString(),
      end: shift.endsAt.toISOString(),
      needsPosition: needsPosition(shift),
    },
  }
}
