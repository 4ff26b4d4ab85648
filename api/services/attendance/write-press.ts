// Writing what a press of the clock does; the verbs have decided who may press it and where.
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { clockEvents, employees, sites, timeEntries } from '../../../drizzle/schema/index.ts'
import type { AttendancePolicy } from '../../../drizzle/schema/organisation.ts'
import type { Context } from '../../context.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { localDay } from '../rosters/local-time.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { attendanceSettings, type EntryRow, latestEntries, latestPress, shiftsAround } from './internal.ts'
import { judgePlace } from './judge-place.ts'
import { matchShift } from './match-shift.ts'
import { type PressKind, planPress } from './plan-press.ts'
import { isLateFor, minutesWorked, settleEntry } from './settle-entry.ts'

export type Press = {
  employeeId: string
  kind: PressKind
  at: Date
  source: 'web' | 'kiosk' | 'manager'
  siteId: string | null
  position: { latitude: number; longitude: number; accuracyMetres: number } | null
}
type PlannedShift = Awaited<ReturnType<typeof shiftsAround>>[number]

/**
 * Takes a press down and does what follows from it. Throws `Conflict` where the state of the clock or the place forbids it; a
 * button pressed twice changes nothing.
 */
export const writePress = async (ctx: Context, tx: Tx, press: Press): Promise<void> => {
  await lockPerson(ctx, tx, press.employeeId)
  const entries = await latestEntries(ctx, tx, press.employeeId, press.at)
  const open = entries.find(({ state }) => state === 'open') ?? null
  const plan = planPress(open, press, await latestPress(ctx, tx, press.employeeId))
  if (plan.kind === 'repeat') return
  if (plan.kind === 'refused') throw new Conflict('conflict', plan.message)
  const settings = await attendanceSettings(ctx, tx)
  const planned = await shiftsAround(ctx, tx, press.employeeId, open?.clockedInAt ?? press.at)
  const eventId = ctx.ids.next()
  if (plan.kind === 'start') await startEntry(ctx, tx, press, entries, planned, settings)
  else if (open !== null && plan.kind === 'breaks') await setEntry(ctx, tx, open, { breaks: plan.breaks })
  else if (open !== null) {
    const shift = planned.find(({ id }) => id === open.shiftId) ?? null
    const before = entries.find(({ state }) => state !== 'open')
    const clocked = { clockedInAt: open.clockedInAt, clockedOutAt: press.at, breaks: plan.breaks }
    const settled = settleEntry(clocked, shift, settings.policy, before?.endsAt ?? null)
    await setEntry(ctx, tx, open, { breaks: plan.breaks, clockedOutAt: press.at, state: 'complete', ...settled })
  }
  await tx.insert(clockEvents).values({
    orgId: ctx.orgId,
    id: eventId,
    employeeId: press.employeeId,
    kind: press.kind,
    at: press.at,
    source: press.source,
    siteId: open?.siteId ?? press.siteId,
    ...press.position,
    address: press.source === 'manager' ? null : ctx.address,
    recordedBy: ctx.user.id,
  })
  await writeAudit(ctx, tx, {
    action: `clock-${press.kind}`,
    entity: 'clock',
    entityId: eventId,
    details: { employeeId: press.employeeId, source: press.source, at: press.at.toISOString() },
  })
}

/** Presses of one person wait for each other. */
const lockPerson = async (ctx: Context, tx: Tx, employeeId: string): Promise<void> => {
  const [row] = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, employeeId), isNull(employees.deletedAt)))
    .for('no key update')
  if (row === undefined) throw new NotFound('employee', employeeId)
}

const startEntry = async (
  ctx: Context,
  tx: Tx,
  press: Press,
  entries: readonly EntryRow[],
  planned: readonly PlannedShift[],
  { policy, zone }: { policy: AttendancePolicy; zone: string },
): Promise<void> => {
  const shift = matchShift(press.at, planned)
  const site = shift ?? (await siteOf(ctx, tx, press.siteId))
  if (press.source === 'web') {
    const refusal = judgePlace(site && { ...site, name: site.siteName }, press.position)
    if (refusal !== null) throw new Conflict('conflict', refusal)
  }
  const earlier = entries.filter((entry) => shift !== null && entry.shiftId === shift.id)
  const last = entries[0]
  // Coming back takes away what grace or rounding had added to the entry before, and who comes back did not leave early.
  if (last?.endsAt && last.state !== 'open' && (last.endsAt > press.at || (last.leftEarly && earlier.includes(last)))) {
    const endsAt = new Date(Math.min(last.endsAt.getTime(), press.at.getTime()))
    const workedMinutes = minutesWorked(last.startsAt, endsAt, last.breakMinutes)
    await setEntry(ctx, tx, last, { endsAt, workedMinutes, leftEarly: last.leftEarly && !earlier.includes(last) })
  }
  await tx.insert(timeEntries).values({
    orgId: ctx.orgId,
    id: ctx.ids.next(),
    employeeId: press.employeeId,
    siteId: site?.siteId ?? null,
    shiftId: shift?.id ?? null,
    day: shift?.day ?? localDay(press.at, site?.zone ?? zone),
    clockedInAt: press.at,
    startsAt: press.at,
    plannedMinutes: earlier.length > 0 ? null : (shift?.paidMinutes ?? null),
    state: 'open',
    isLate: earlier.length === 0 && isLateFor(press.at, shift, policy),
  })
}

const siteOf = async (ctx: Context, tx: Tx, id: string | null) => {
  if (id === null) return null
  const [row] = await tx
    .select({
      siteId: sites.id,
      siteName: sites.name,
      zone: sites.zone,
      latitude: sites.latitude,
      longitude: sites.longitude,
      geofenceMetres: sites.geofenceMetres,
    })
    .from(sites)
    .where(and(eq(sites.orgId, ctx.orgId), eq(sites.id, id), isNull(sites.deletedAt)))
  if (row === undefined) throw new NotFound('site', id)
  return row
}

const setEntry = async (
  ctx: Context,
  tx: Tx,
  entry: Pick<EntryRow, 'id' | 'version'>,
  change: Partial<typeof timeEntries.$inferInsert>,
): Promise<void> => {
  await tx
    .update(timeEntries)
    .set({ ...change, version: entry.version + 1 })
    .where(and(eq(timeEntries.orgId, ctx.orgId), eq(timeEntries.id, entry.id)))
}
