import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { rosterRuns } from '../../../drizzle/schema/index.ts'
import type { RosterDiff } from '../../../solver/model/outcome.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { acceptResult } from '../../contract/roster-edits.ts'
import type { proposalAccept } from '../../contract/rostering.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { applyEdit } from '../rosters/edits/apply-edit.ts'
import { editBetween } from '../rosters/edits/edit-between.ts'
import { noChanges } from '../rosters/edits/plan-edit.ts'
import { announceRoster, lockRoster, requireDraft, saveRoster } from '../rosters/internal.ts'
import { judgeChange } from '../rosters/judge-change.ts'
import { loadPlanningIn } from '../rosters/load-planning.ts'
import type { PlanningRows, RosterRow } from '../rosters/planning-rows.ts'
import { breachError, misfitError } from '../rosters/refuse-change.ts'
import { writeVersion, writeVersionUnlessKept } from '../rosters/versions/keep-version.ts'
import { afterDiff } from '../rosters/versions/snapshot.ts'
import { toRosterWire } from '../rosters/wire.ts'
import { writeAssignments } from '../rosters/write-assignments.ts'
import { requirePeopleWithin } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { requireProposal, requireRun, requireUndecided, runQuery } from './internal.ts'
import { proposalNow, resultQuery } from './load-proposal.ts'
import { chooseChanges } from './rebase-proposal.ts'
import type { RunRow } from './wire.ts'

type Acceptance = z.output<typeof proposalAccept>

const toPairs = (changes: Acceptance['added']) =>
  changes.map(({ shiftId, employeeId }) => ({ shift: shiftId, employee: employeeId }))

/**
 * Takes a proposal over into its roster, all of it or the changes named, and answers the edit that takes it back. The rules judge it
 * again on the roster of now: hard breaches that it would bring, or changes that no longer fit, refuse it with 409. A published
 * roster changes as by hand: with the right to publish, a reason where a rule warns, and people told. After accepting a part the
 * rest stays open.
 */
export const acceptProposal = async (
  ctx: Context,
  runId: string,
  version: number,
  input: Acceptance,
): Promise<z.output<typeof acceptResult>> => {
  requirePermission(ctx, 'rosters:write')
  const { saved, undo } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [first] = await runQuery(tx, ctx.orgId, runId)
    const roster = await lockRoster(tx, ctx, requireRun(ctx, runId, first).rosterId, version)
    // Read again under the lock: of two acceptances at once only one may find the proposal undecided.
    const [found] = await runQuery(tx, ctx.orgId, runId)
    const run = requireRun(ctx, runId, found)
    requireProposal(run)
    requireUndecided(run)
    if (run.scope === 'plan') requireDraft(roster)
    const { rows, problem, choice } = await choose(ctx, tx, run, input)
    await writeVersionUnlessKept(ctx, tx, roster.id, rows, 'Before the proposal of a run was accepted')
    const written = await (roster.state === 'draft' ? writeToDraft : writeByHand)(ctx, tx, {
      roster,
      rows,
      problem,
      diff: choice.diff,
      reason: input.reason ?? null,
    })
    const after = afterDiff(rows, choice.diff)
    await writeVersion(ctx, tx, roster.id, after, { cause: 'accepted-run', note: null })
    const decision = choice.isAll ? 'accepted' : 'accepted-in-part'
    await tx
      .update(rosterRuns)
      .set({ decision })
      .where(and(eq(rosterRuns.orgId, ctx.orgId), eq(rosterRuns.id, runId)))
    const { added, removed } = choice.diff
    const details = { rosterId: roster.id, decision, added: added.length, removed: removed.length }
    await writeAudit(ctx, tx, { action: 'accept-proposal', entity: 'run', entityId: runId, details })
    return { saved: written, undo: editBetween(after, rows) }
  })
  announceRoster(ctx, saved)
  if (saved.state === 'published') ctx.waitUntil(dispatchOutbox(ctx))
  return { ...toRosterWire(saved), undo }
}

/** What is accepted of the proposal as it reads on the roster of now. Throws `conflict` for changes that are no part of it any more. */
const choose = async (ctx: Context, tx: Tx, run: RunRow, { all, added, removed }: Acceptance) => {
  const [result] = await resultQuery(tx, ctx.orgId, run.id)
  if (result === undefined) throw new NotFound('run', run.id)
  const { rows } = await loadPlanningIn(tx, ctx.orgId, run.rosterId)
  const { problem, diff } = proposalNow(rows, result)
  const choice = chooseChanges(diff, { all, added: toPairs(added), removed: toPairs(removed) })
  if (choice.kind === 'gone') {
    const message = `${choice.changes.length} of the chosen changes are no longer part of the proposal, because the roster was changed since. Load the proposal again and choose anew.`
    throw new Conflict('conflict', message, { changes: choice.changes.slice(0, 200) })
  }
  return { rows, problem, choice }
}

interface Accepted {
  roster: RosterRow
  rows: PlanningRows
  problem: Problem
  diff: RosterDiff
  reason: string | null
}

const writeToDraft = async (ctx: Context, tx: Tx, { roster, rows, problem, diff }: Accepted): Promise<RosterRow> => {
  await requirePeopleWithin(
    ctx,
    tx,
    [...diff.added, ...diff.removed].map(({ employee }) => employee),
  )
  const judged = judgeChange(problem, diff)
  if (judged.kind === 'misfit') throw misfitError(judged.misfit, rows)
  if (judged.stopping.length > 0) throw breachError(judged.stopping, rows, ctx.permissions)
  await writeAssignments(tx, ctx, rows, diff)
  return saveRoster(tx, roster, ctx.orgId)
}

/** The way every edit of a published roster goes. */
const writeByHand = async (ctx: Context, tx: Tx, { roster, diff, reason }: Accepted): Promise<RosterRow> => {
  const [add, remove] = [diff.added, diff.removed].map((pairs) =>
    pairs.map(({ shift, employee }) => ({ shiftId: shift, employeeId: employee })),
  )
  const edit = { ...noChanges, add: add ?? [], remove: remove ?? [], dryRun: false, reason }
  return (await applyEdit(ctx, tx, roster, edit)).saved
}
