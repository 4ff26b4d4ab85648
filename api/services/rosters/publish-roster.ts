import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { scoreRoster } from '../../../solver/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { publishRequest, publishResult } from '../../contract/rostering.ts'
import { Conflict } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { requireReachOfAll } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { buildProblem } from './build-problem.ts'
import { announceRoster, lockRoster, peopleAt, requireDraft, requireNoRun, saveRoster } from './internal.ts'
import { loadPlanningIn } from './load-planning.ts'
import { planPublish } from './plan-publish.ts'
import type { PlanningRows, RosterRow } from './planning-rows.ts'
import { tellPeople } from './publication/tell-people.ts'
import { writeVersion } from './versions/keep-version.ts'
import { toBreachesWire, toRosterWire } from './wire.ts'

type Published = z.output<typeof publishResult>
type Request = z.output<typeof publishRequest>

const staffingOf = (rows: PlanningRows) => {
  const heads = new Map<string, number>()
  for (const { shiftId } of rows.assignments) heads.set(shiftId, (heads.get(shiftId) ?? 0) + 1)
  return rows.shifts.map((shift) => ({ headsMin: shift.headsMin, heads: heads.get(shift.id) ?? 0 }))
}

/** No time is set any more. */
const unset = { publishAt: null, publishMessage: null, publishBy: null }

/**
 * Publishes a draft, or sets the time at which it is published by itself, and says what stays open. Throws `conflict` with the
 * breaches while hard rules are broken, `roster_locked`, `run_in_progress`; `double_booked` when a person works elsewhere at the
 * same time in a published roster.
 */
export const publishRoster = async (
  ctx: Context,
  rosterId: string,
  version: number,
  input: Request,
): Promise<Published> => {
  requirePermission(ctx, 'rosters:publish')
  const { saved, ...counts } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const roster = await lockRoster(tx, ctx, rosterId, version)
    requireDraft(roster)
    return publishLocked(ctx, tx, roster, input)
  })
  announceRoster(ctx, saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return { ...toRosterWire(saved), ...counts }
}

/** The same within a transaction that has locked the draft. */
export const publishLocked = async (ctx: Context, tx: Tx, roster: RosterRow, input: Request) => {
  const { rows, activeRunId } = await loadPlanningIn(tx, ctx.orgId, roster.id)
  requireNoRun(roster, activeRunId)
  await requireReachOfAll(ctx, peopleAt(rows))
  const counts = requirePublishable(ctx, rows)
  const message = input.message ? { message: input.message } : {}
  const publishAt = input.publishAt ? new Date(input.publishAt) : null
  const entry = { entity: 'roster', entityId: roster.id }
  if (input.publishAt === null) {
    const saved = await saveRoster(tx, roster, ctx.orgId, unset)
    await writeAudit(ctx, tx, { action: 'unschedule-roster', ...entry, details: {} })
    return { saved, ...counts }
  }
  if (publishAt !== null && publishAt > ctx.clock.now()) {
    const at = { publishAt, publishMessage: input.message ?? null, publishBy: ctx.user.id }
    const saved = await saveRoster(tx, roster, ctx.orgId, at)
    const details = { publishAt: publishAt.toISOString(), ...message }
    await writeAudit(ctx, tx, { action: 'schedule-roster', ...entry, details })
    return { saved, ...counts }
  }
  const published = { ...unset, state: 'published' as const, publishedAt: ctx.clock.now() }
  const saved = await saveRoster(tx, roster, ctx.orgId, published)
  await writeVersion(ctx, tx, roster.id, rows, { cause: 'published', note: input.message ?? null })
  await tellPeople(ctx, tx, rows, 'roster-published', message)
  await writeAudit(ctx, tx, { action: 'publish-roster', ...entry, details: { ...counts, ...message } })
  return { saved, ...counts }
}

/** What stays open. Throws `conflict` with the breaches while hard rules are broken. */
const requirePublishable = (ctx: Context, rows: PlanningRows) => {
  const problem = buildProblem(rows)
  const { breaches } = scoreRoster(problem, { assignments: problem.assignments ?? [] })
  const plan = planPublish(breaches, staffingOf(rows))
  if (plan.kind === 'refused') {
    const count = plan.hard.length === 1 ? 'one hard rule' : `hard rules in ${plan.hard.length} places`
    const message = `Roster "${rows.roster.name}" breaks ${count}. Solve the marked conflicts, then publish.`
    throw new Conflict('conflict', message, { breaches: toBreachesWire(plan.hard, ctx.permissions) })
  }
  const { openShifts, openHeads, warnings } = plan
  return { openShifts, openHeads, warnings }
}
