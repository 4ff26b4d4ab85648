import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { rosterRuns } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { proposalAccept } from '../../contract/rostering.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { announceRoster, lockRoster, requireDraft, saveRoster } from '../rosters/internal.ts'
import { judgeChange } from '../rosters/judge-change.ts'
import { loadPlanningIn } from '../rosters/load-planning.ts'
import { breachError, misfitError } from '../rosters/refuse-change.ts'
import { writeVersion, writeVersionUnlessKept } from '../rosters/versions/keep-version.ts'
import { afterDiff } from '../rosters/versions/snapshot.ts'
import { type RosterWire, toRosterWire } from '../rosters/wire.ts'
import { writeAssignments } from '../rosters/write-assignments.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { requireProposal, requireRun, requireUndecided, runQuery } from './internal.ts'
import { proposalNow, resultQuery } from './load-proposal.ts'
import { chooseChanges } from './rebase-proposal.ts'

type Acceptance = z.output<typeof proposalAccept>

const toPairs = (changes: Acceptance['added']) =>
  changes.map(({ shiftId, employeeId }) => ({ shift: shiftId, employee: employeeId }))

/**
 * Takes a proposal over into its draft, all of it or the changes named. The rules judge it again on the roster of now: hard
 * breaches that it would bring, or changes that no longer fit, refuse it with 409. After accepting a part the rest stays open.
 */
export const acceptProposal = async (
  ctx: Context,
  runId: string,
  version: number,
  input: Acceptance,
): Promise<RosterWire> => {
  requirePermission(ctx, 'rosters:write')
  const saved = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [first] = await runQuery(tx, ctx.orgId, runId)
    const roster = await lockRoster(tx, ctx, requireRun(ctx, runId, first).rosterId, version)
    // Read again under the lock: of two acceptances at once only one may find the proposal undecided.
    const [found] = await runQuery(tx, ctx.orgId, runId)
    const run = requireRun(ctx, runId, found)
    requireProposal(run)
    requireUndecided(run)
    requireDraft(roster)
    const [result] = await resultQuery(tx, ctx.orgId, runId)
    if (result === undefined) throw new NotFound('run', runId)
    const { rows } = await loadPlanningIn(tx, ctx.orgId, roster.id)
    const { problem, diff } = proposalNow(rows, result)
    const choice = chooseChanges(diff, { all: input.all, added: toPairs(input.added), removed: toPairs(input.removed) })
    if (choice.kind === 'gone') {
      const message = `${choice.changes.length} of the chosen changes are no longer part of the proposal, because the roster was changed since. Load the proposal again and choose anew.`
      throw new Conflict('conflict', message, { changes: choice.changes.slice(0, 200) })
    }
    const judged = judgeChange(problem, choice.diff)
    if (judged.kind === 'misfit') throw misfitError(judged.misfit, rows)
    if (judged.stopping.length > 0) throw breachError(judged.stopping, rows, ctx.permissions)
    await writeVersionUnlessKept(ctx, tx, roster.id, rows, 'Before the proposal of a run was accepted')
    await writeAssignments(tx, ctx, rows, choice.diff)
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
    return saveRoster(tx, roster, ctx.orgId)
  })
  announceRoster(ctx, saved)
  return toRosterWire(saved)
}
