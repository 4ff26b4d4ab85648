import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { timeCorrections, timeEntries } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { correctionCreate } from '../../contract/attendance.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { actingFor, requireSelfOr } from '../exchange/internal.ts'
import { spanInWords } from '../shared/local-words.ts'
import { notify } from '../shared/notify.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Correction, readCorrection, toCorrectionWire } from './corrections.ts'
import { attendanceSettings } from './internal.ts'

const hoursMax = 24

const checkSpan = (ctx: Context, { start, end, breakMinutes }: z.output<typeof correctionCreate>): void => {
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000
  if (minutes <= 0) throw new Invalid('validation_failed', `The end ${end} is not after the start ${start}.`)
  if (minutes > hoursMax * 60) throw new Invalid('validation_failed', `One entry lasts at most ${hoursMax} hours.`)
  if (breakMinutes >= minutes) throw new Invalid('validation_failed', 'The breaks are as long as the work itself.')
  if (new Date(end) > ctx.clock.now()) throw new Invalid('validation_failed', `The end ${end} lies in the future.`)
}

/**
 * Asks that an entry be put right, or one be added that is missing; whoever decides about attendance is told. Throws `NotFound` for
 * somebody else's entry, `Conflict` for one that is under way, `Invalid` for times that cannot be.
 */
export const requestCorrection = async (
  ctx: Context,
  input: z.output<typeof correctionCreate>,
): Promise<Correction> => {
  requireSelfOr(ctx, 'attendance:decide')
  const correction = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'attendance:decide')
    checkSpan(ctx, input)
    await requireActive(tx, ctx.orgId, { sites: input.siteId === undefined ? [] : [input.siteId] })
    if (input.entryId !== undefined) {
      const isTheirs = and(eq(timeEntries.id, input.entryId), eq(timeEntries.employeeId, employeeId))
      const [entry] = await tx
        .select({ state: timeEntries.state })
        .from(timeEntries)
        .where(and(eq(timeEntries.orgId, ctx.orgId), isTheirs))
      if (entry === undefined) throw new NotFound('time entry', input.entryId)
      if (entry.state === 'open') throw new Conflict('conflict', 'This entry is still under way. Clock out first.')
    }
    const id = ctx.ids.next()
    const span = { startsAt: new Date(input.start), endsAt: new Date(input.end) }
    await tx.insert(timeCorrections).values({
      orgId: ctx.orgId,
      id,
      employeeId,
      entryId: input.entryId ?? null,
      ...span,
      breakMinutes: input.breakMinutes,
      siteId: input.siteId ?? null,
      reason: input.reason,
      requestedBy: ctx.user.id,
    })
    const row = await readCorrection(ctx, tx, id)
    const { zone } = await attendanceSettings(ctx, tx)
    await notify(ctx, tx, {
      kind: 'correction-requested',
      to: { permission: 'attendance:decide' },
      data: {
        employee: row.employeeName,
        when: spanInWords(span.startsAt, span.endsAt, zone),
        reason: input.reason,
        correctionId: id,
      },
    })
    await writeAudit(ctx, tx, {
      action: 'request-correction',
      entity: 'time correction',
      entityId: id,
      details: { employeeId, entryId: input.entryId ?? null, start: input.start, end: input.end },
    })
    return toCorrectionWire(row)
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return correction
}
