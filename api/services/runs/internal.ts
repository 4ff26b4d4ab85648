// What the verbs of runs share.
import { and, eq } from 'drizzle-orm'
import { rosterRuns, rosters } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { seesDrafts } from '../rosters/internal.ts'
import type { Reader } from '../rosters/planning-queries.ts'
import { reachesRoster } from '../shared/reach.ts'
import { type RunRow, runColumns } from './wire.ts'

/** A run's record with the state of its roster, which decides who may see it. */
export const runQuery = (read: Pick<Reader, 'select'>, orgId: string, runId: string) =>
  read
    .select({ ...runColumns, rosterState: rosters.state, rosterSiteIds: rosters.siteIds })
    .from(rosterRuns)
    .innerJoin(rosters, and(eq(rosters.orgId, rosterRuns.orgId), eq(rosters.id, rosterRuns.rosterId)))
    .where(and(eq(rosterRuns.orgId, orgId), eq(rosterRuns.id, runId)))

type Found = RunRow & { rosterState: 'draft' | 'published' | 'archived'; rosterSiteIds: string[] }

/** Throws `NotFound` for a run that is missing, of another tenant, or of a draft the role may not see. */
export const requireRun = (ctx: Context, runId: string, found: Found | undefined): RunRow => {
  const isHidden = found?.rosterState === 'draft' && !seesDrafts(ctx)
  if (found === undefined || isHidden || !reachesRoster(ctx, { siteIds: found.rosterSiteIds })) {
    throw new NotFound('run', runId)
  }
  const { rosterState: _rosterState, rosterSiteIds: _rosterSiteIds, ...run } = found
  return run
}

/** Throws unless the run has ended with a roster that waits for a decision. */
export const requireProposal = (run: Pick<RunRow, 'id' | 'state' | 'failure'>): void => {
  if (run.state === 'completed' || run.state === 'cancelled') return
  const message =
    run.state === 'failed'
      ? `The run failed and proposes nothing: ${run.failure} Start another run.`
      : `The run is still ${run.state}. Wait until it ends, or cancel it to keep its best roster so far.`
  throw new Conflict('conflict', message, { runId: run.id, state: run.state })
}

/** Throws when somebody decided about the whole proposal already. */
export const requireUndecided = (run: Pick<RunRow, 'id' | 'decision'>): void => {
  if (run.decision === 'none' || run.decision === 'accepted-in-part') return
  const message = `The proposal was ${run.decision} already. Start another run for a new one.`
  throw new Conflict('conflict', message, { runId: run.id, decision: run.decision })
}
