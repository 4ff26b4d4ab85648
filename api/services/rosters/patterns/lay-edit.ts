// Laying many shifts and people at once: whoever a rule stops refuses the whole, or is left out and listed.
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../../drizzle/client.ts'
import type { Breach } from '../../../../solver/model/outcome.ts'
import { type Context, requirePermission } from '../../../context.ts'
import type { layingResult } from '../../../contract/roster-patterns.ts'
import { dispatchOutbox } from '../../../jobs/dispatch-outbox.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import { rosterEmployees } from '../build-problem.ts'
import { applyEdit, judged, requireEditable, toEditResult } from '../edits/apply-edit.ts'
import type { Edit } from '../edits/plan-edit.ts'
import { announceRoster, lockRoster } from '../internal.ts'
import { loadPlanningIn } from '../load-planning.ts'
import type { PlanningRows } from '../planning-rows.ts'
import { breachError } from '../refuse-change.ts'
import { requireEditWithin } from '../within-reach.ts'

export type LayingResult = z.output<typeof layingResult>
type Conflict = LayingResult['conflicts'][number]
export type Laying = { leaveOut: boolean; action: string; details: Record<string, unknown> }

/** Judging again after each round; what is left after that goes out person by person. */
const roundsMax = 25

/**
 * Lays what `prepare` makes of the roster's rows, as one edit. Throws `NotFound`, `VersionConflict`, and with the reasons when a
 * rule stops somebody and nobody is to be left out.
 */
export const layEdit = async (
  ctx: Context,
  rosterId: string,
  version: number,
  { leaveOut, action, details }: Laying,
  prepare: (tx: Tx, rows: PlanningRows) => Promise<Edit>,
): Promise<LayingResult> => {
  requirePermission(ctx, 'rosters:write')
  const laid = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const roster = await lockRoster(tx, ctx, rosterId, version)
    requireEditable(ctx, roster)
    const { rows } = await loadPlanningIn(tx, ctx.orgId, rosterId)
    const wanted = await prepare(tx, rows)
    const { edit, conflicts } = leaveOut ? withoutStopped(ctx, rows, wanted) : { edit: wanted, conflicts: [] }
    const answer = { conflicts, assigned: edit.add.length }
    if (edit.dryRun) {
      const change = judged(ctx, rows, edit)
      await requireEditWithin(ctx, tx, rows, change.plan)
      if (change.stopping.length > 0) throw breachError(change.stopping, rows, ctx.permissions)
      return { saved: null, result: { ...toEditResult(ctx, rows, change, roster.version), ...answer } }
    }
    const { saved, result } = await applyEdit(ctx, tx, roster, edit)
    const counts = { shifts: edit.createShifts.length, people: edit.add.length, leftOut: conflicts.length }
    await writeAudit(ctx, tx, { action, entity: 'roster', entityId: rosterId, details: { ...details, ...counts } })
    return { saved, result: { ...result, ...answer } }
  })
  if (laid.saved !== null) announceRoster(ctx, laid.saved)
  ctx.waitUntil(dispatchOutbox(ctx))
  return laid.result
}

/** The edit without the people whom a rule stops, one of each breach at a time: often the others may then stay. */
const withoutStopped = (ctx: Context, rows: PlanningRows, wanted: Edit): { edit: Edit; conflicts: Conflict[] } => {
  const { known, conflicts } = withoutStrangers(rows, wanted)
  let edit = known
  for (let round = 0; edit.add.length > 0; round++) {
    const { stopping } = judged(ctx, rows, edit)
    const out = stopping.flatMap((breach) => toLeaveOut(breach, edit, round < roundsMax))
    if (out.length === 0) break
    const gone = new Map<string, Conflict>()
    for (const one of out) {
      const key = `${one.employeeId} ${one.shiftId}`
      gone.set(key, { ...one, rules: [...new Set([...(gone.get(key)?.rules ?? []), ...one.rules])] })
    }
    conflicts.push(...gone.values())
    edit = { ...edit, add: edit.add.filter((pair) => !gone.has(`${pair.employeeId} ${pair.shiftId}`)) }
  }
  return { edit, conflicts }
}

/** People who are not of the roster: gone, not employed then, or bound to other sites. */
const withoutStrangers = (rows: PlanningRows, edit: Edit): { known: Edit; conflicts: Conflict[] } => {
  const shifts = [...rows.shifts, ...edit.createShifts.map(({ siteId }) => ({ siteId }))]
  const ids = new Set(rosterEmployees({ ...rows, shifts }).map(({ id }) => id))
  const add = edit.add.filter(({ employeeId }) => ids.has(employeeId))
  const conflicts = edit.add.filter(({ employeeId }) => !ids.has(employeeId)).map((pair) => ({ ...pair, rules: [] }))
  return { known: { ...edit, add }, conflicts }
}

/** The new assignments a breach is about: the last of them, or all when there is no time to try one by one. */
const toLeaveOut = ({ rule, employees, shifts }: Breach, edit: Edit, isOne: boolean): Conflict[] => {
  const who = new Set(employees)
  const where = new Set(shifts)
  const near = edit.add.filter(
    ({ employeeId, shiftId }) => (who.size === 0 || who.has(employeeId)) && (where.size === 0 || where.has(shiftId)),
  )
  const found = near.length > 0 || who.size === 0 ? near : edit.add.filter(({ employeeId }) => who.has(employeeId))
  return (isOne ? found.slice(-1) : found).map((pair) => ({ ...pair, rules: [rule] }))
}
