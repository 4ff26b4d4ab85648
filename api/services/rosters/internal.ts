// What the verbs of rosters share.
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { assignments, rosters } from '../../../drizzle/schema/index.ts'
import { type Context, requireVersion } from '../../context.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { reachesRoster } from '../shared/reach.ts'
import type { PlanningRows, RosterRow } from './planning-rows.ts'

/** Who cannot write rosters sees published ones only. */
export const seesDrafts = (ctx: Context): boolean => ctx.permissions.has('rosters:write')

/** A draft looks like a missing roster to those who may not see it, and so does a roster of sites beyond reach. */
export const requireVisible = (ctx: Context, roster: RosterRow): void => {
  if ((roster.state === 'draft' && !seesDrafts(ctx)) || !reachesRoster(ctx, roster))
    throw new NotFound('roster', roster.id)
}

/** Everybody with a shift in the roster. */
export const peopleIn = async (tx: Pick<Tx, 'selectDistinct'>, orgId: string, rosterId: string): Promise<string[]> => {
  const rows = await tx
    .selectDistinct({ id: assignments.employeeId })
    .from(assignments)
    .where(and(eq(assignments.orgId, orgId), eq(assignments.rosterId, rosterId)))
  return rows.map(({ id }) => id)
}

/** The same of rows that were read. */
export const peopleAt = (rows: Pick<PlanningRows, 'assignments'>): string[] =>
  rows.assignments.map(({ employeeId }) => employeeId)

/** Throws `roster_locked` unless the roster is a draft. */
export const requireDraft = (roster: Pick<RosterRow, 'id' | 'name' | 'state'>): void => {
  if (roster.state === 'draft') return
  throw new Conflict('roster_locked', `Roster "${roster.name}" is ${roster.state}, not a draft. Reopen it first.`, {
    rosterId: roster.id,
    state: roster.state,
  })
}

/** Throws `run_in_progress` while a run is at work on the roster. */
export const requireNoRun = (roster: Pick<RosterRow, 'id' | 'name'>, runId: string | null): void => {
  if (runId === null) return
  throw new Conflict(
    'run_in_progress',
    `A run is at work on roster "${roster.name}". Wait until it ends, or cancel it.`,
    { rosterId: roster.id, runId },
  )
}

/** Locks the roster's row until the transaction ends and compares its version. Throws `NotFound`, `VersionConflict`. */
export const lockRoster = async (tx: Tx, ctx: Context, rosterId: string, version: number): Promise<RosterRow> => {
  const [roster] = await tx
    .select()
    .from(rosters)
    .where(and(eq(rosters.orgId, ctx.orgId), eq(rosters.id, rosterId)))
    .for('update')
  if (roster === undefined || !reachesRoster(ctx, roster)) throw new NotFound('roster', rosterId)
  requireVersion('roster', roster, version)
  return roster
}

/** Raises the roster's version with the given changes; answers the row as it now stands. The row must be locked. */
export const saveRoster = async (
  tx: Tx,
  roster: RosterRow,
  orgId: string,
  changes: Partial<Pick<RosterRow, 'state' | 'publishedAt' | 'publishAt' | 'publishMessage' | 'publishBy'>> = {},
): Promise<RosterRow> => {
  const [saved] = await tx
    .update(rosters)
    .set({ ...changes, version: roster.version + 1 })
    .where(and(eq(rosters.orgId, orgId), eq(rosters.id, roster.id)))
    .returning()
  if (saved === undefined) throw new NotFound('roster', roster.id)
  return saved
}

/** Tells open tabs that a roster has a new version, after the answer. */
export const announceRoster = (ctx: Context, roster: Pick<RosterRow, 'id' | 'version'>): void => {
  ctx.waitUntil(ctx.live.publish(ctx.orgId, { type: 'roster', rosterId: roster.id, version: roster.version }))
}
