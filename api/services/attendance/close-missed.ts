import { and, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { shifts, timeEntries } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { spanInWords } from '../shared/local-words.ts'
import { notify } from '../shared/notify.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { attendanceSettings } from './internal.ts'

const minuteMs = 60_000
/** Who was not planned is not expected to work longer. */
const unplannedMinutesMax = 720
/** Time that is entered afterwards, press by press, is not cut short between two of them. */
const enteringMinutes = 10

/**
 * Marks an entry that was never clocked out as a missed punch and tells the person. Answers whether it did: an entry that is not yet
 * overdue by the organisation's policy, is being entered right now, or was closed meanwhile, stays as it is.
 */
export const closeMissed = async (ctx: Context, entryId: string): Promise<boolean> =>
  withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isThis = and(eq(timeEntries.orgId, ctx.orgId), eq(timeEntries.id, entryId))
    const [entry] = await tx.select().from(timeEntries).where(isThis).for('update')
    if (entry === undefined || entry.state !== 'open') return false
    const [shift] =
      entry.shiftId === null
        ? []
        : await tx
            .select({ name: shifts.name, endsAt: shifts.endsAt })
            .from(shifts)
            .where(and(eq(shifts.orgId, ctx.orgId), eq(shifts.id, entry.shiftId)))
    const { policy, zone } = await attendanceSettings(ctx, tx)
    const due = shift?.endsAt ?? new Date(entry.clockedInAt.getTime() + unplannedMinutesMax * minuteMs)
    const nowMs = ctx.clock.now().getTime()
    if (nowMs < due.getTime() + policy.missedAfterMinutes * minuteMs) return false
    if (Math.abs(nowMs - entry.updatedAt.getTime()) < enteringMinutes * minuteMs) return false
    await tx
      .update(timeEntries)
      .set({ state: 'missed-punch', version: entry.version + 1 })
      .where(isThis)
    await notify(ctx, tx, {
      kind: 'missed-punch',
      to: { employeeIds: [entry.employeeId] },
      data: { shift: shift?.name ?? 'Work', when: spanInWords(entry.clockedInAt, due, zone), entryId },
      onceKey: `missed-punch:${entryId}`,
    })
    await writeAudit(ctx, tx, { action: 'miss-punch', entity: 'time entry', entityId: entryId })
    return true
  })
