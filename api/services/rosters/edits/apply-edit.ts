// One way for every edit of a roster: by hand, a version restored, a week copied, a template or a rotation laid.
import type * as z from 'zod'
import type { Tx } from '../../../../drizzle/client.ts'
import { warningsOf } from '../../../../solver/index.ts'
import { type Context, requirePermission } from '../../../context.ts'
import type { rosterEditResult } from '../../../contract/roster-edits.ts'
import { Conflict } from '../../../errors.ts'
import { settleExchanges } from '../../exchange/settle-exchanges.ts'
import { toGridShift } from '../assemble-grid.ts'
import { saveRoster } from '../internal.ts'
import { loadPlanningIn } from '../load-planning.ts'
import type { PlanningRows, RosterRow } from '../planning-rows.ts'
import { breachError, misfitError, reasonError } from '../refuse-change.ts'
import { toBreachesWire, toScoreWire } from '../wire.ts'
import { requireEditWithin } from '../within-reach.ts'
import { editBetween } from './edit-between.ts'
import { judgeEdit } from './judge-edit.ts'
import { keepOverrides } from './keep-overrides.ts'
import { type Edit, type EditPlan, planEdit } from './plan-edit.ts'
import { tellChanged } from './tell-changed.ts'
import { writeEdit } from './write-edit.ts'

export type EditResult = z.output<typeof rosterEditResult>
export type JudgedEdit = { plan: EditPlan } & Extract<ReturnType<typeof judgeEdit>, { kind: 'judged' }>

/** Throws `roster_locked` for an archived roster, `Forbidden` for a published one without the right to publish. */
export const requireEditable = (ctx: Context, roster: RosterRow): void => {
  if (roster.state === 'published') requirePermission(ctx, 'rosters:publish')
  if (roster.state !== 'archived') return
  const message = `Roster "${roster.name}" is archived. Copy it into another one to change it.`
  throw new Conflict('roster_locked', message, { rosterId: roster.id, state: roster.state })
}

/** What the edit does. Throws when it does not fit the roster; what stops it is in `stopping`. */
export const judged = (ctx: Context, rows: PlanningRows, edit: Edit): JudgedEdit => {
  const plan = planEdit(rows, edit, () => ctx.ids.next())
  if (plan.kind === 'misfit') throw misfitError(plan.misfit, rows)
  const judgement = judgeEdit(rows, plan)
  if (judgement.kind === 'misfit') throw misfitError(judgement.misfit, rows)
  return { plan, ...judgement }
}

/** The answer to an edit; `rosterVersion` is the one it stands in. */
export const toEditResult = (ctx: Context, rows: PlanningRows, edit: JudgedEdit, rosterVersion: number): EditResult => {
  const zones = new Map(rows.sites.map((site) => [site.id, site.zone]))
  const { plan, added, removed } = edit
  return {
    delta: toScoreWire({ score: edit.delta, breaches: added, removed }, ctx.permissions),
    added: toBreachesWire(added, ctx.permissions),
    removed: toBreachesWire(removed, ctx.permissions),
    needsReason: warningsOf(added, removed).length > 0,
    rosterVersion,
    shifts: [...plan.created, ...plan.updated.map(({ after }) => after)].map((shift) =>
      toGridShift(shift, zones.get(shift.siteId) ?? rows.roster.zone),
    ),
    undo: editBetween(plan.after, rows),
  }
}

/**
 * Judges and writes an edit of a roster whose row is locked (throws `NotFound` for people beyond reach); raises its version by one, keeps the reason where a rule warns,
 * settles what people asked for and tells those concerned. Throws `Conflict` with the breaches that stop it, and
 * `reason_required` where a rule warns and no reason is given.
 */
export const applyEdit = async (
  ctx: Context,
  tx: Tx,
  roster: RosterRow,
  edit: Edit,
): Promise<{ saved: RosterRow; result: EditResult; plan: EditPlan }> => {
  requireEditable(ctx, roster)
  const { rows } = await loadPlanningIn(tx, ctx.orgId, roster.id)
  const change = judged(ctx, rows, edit)
  const { plan, stopping, added, removed } = change
  await requireEditWithin(ctx, tx, rows, plan)
  if (stopping.length > 0) throw breachError(stopping, rows, ctx.permissions)
  const warnings = warningsOf(added, removed)
  const reason = edit.reason ?? null
  if (warnings.length > 0 && reason === null) throw reasonError(warnings, rows, ctx.permissions)
  await writeEdit(ctx, tx, rows, plan)
  if (reason !== null) await keepOverrides(ctx, tx, roster.id, warnings, reason)
  const saved = await saveRoster(tx, roster, ctx.orgId)
  if (roster.state === 'published') {
    await settleExchanges(ctx, tx)
    await tellChanged(ctx, tx, rows, plan)
  }
  return { saved, result: toEditResult(ctx, rows, change, saved.version), plan }
}
