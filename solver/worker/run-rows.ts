// What the rows of runs and of their parts have in common.
import { and, type Column, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { type Database, withOrg } from '../../drizzle/client.ts'
import { auditLog, rosterRuns, runParts } from '../../drizzle/schema/index.ts'
import type { Checkpoint, Progress, Score } from '../model/outcome.ts'
import type { Roster } from '../model/problem.ts'
import type { RunRef } from './ports.ts'

/** A claim holds this long without a sign of life; each slice renews it. */
const leaseSeconds = 15

/** What one invocation leaves for the next, in the run's `checkpoint`. */
export interface RunMemory {
  elapsedMs: number
  /** Clean hand-overs so far; attempts beyond them are Workers that died. */
  handovers: number
  session: Checkpoint | null
  /** A part's time, settled when it was first taken up. */
  budgetMs?: number
}

export const noMemory: RunMemory = { elapsedMs: 0, handovers: 0, session: null }

export interface Point extends Progress {
  seq: number
  atMs: number
}

/** What a slice leaves in the database. */
export interface SliceToSave {
  progress: Progress
  elapsedMs: number
  isPoint: boolean
  memory: RunMemory | null
}

export interface Saved {
  /** False when somebody else holds the run now. */
  isOwn: boolean
  cancelRequested: boolean
  /** The point of the run's curve that was written. */
  point: Point | null
}

export type End =
  | {
      state: 'completed' | 'cancelled'
      best: Roster
      score: Score
      engine: string
      progress: Progress
      elapsedMs: number
    }
  | { state: 'cancelled'; best: null }
  | { state: 'failed'; failure: string }

export const leaseEnd = sql`now() + make_interval(secs => ${leaseSeconds})`
export const isFree = (leaseUntil: Column) => or(isNull(leaseUntil), lt(leaseUntil, sql`now()`))
export const isRun = ({ orgId, runId }: RunRef) => and(eq(rosterRuns.orgId, orgId), eq(rosterRuns.id, runId))

export const scoreColumns = ({ score, missingHeads, hardBreaches, evaluations }: Progress) => ({
  scoreHard: score.hard,
  scoreMedium: score.medium,
  scoreSoft: score.soft,
  missingHeads,
  hardBreaches,
  evaluations,
})

/** Ends the run if `isAllowed` holds for its row: its end, a line in the log, and no parts any more. Answers whether it did. */
export const writeEnd = (
  db: Database,
  { orgId, runId, attempt }: RunRef & { attempt: number },
  isAllowed: SQL | undefined,
  end: End,
  auditId: string,
): Promise<boolean> =>
  withOrg(db, orgId, async (tx) => {
    const rows = await tx
      .update(rosterRuns)
      .set({
        state: end.state,
        finishedAt: sql`now()`,
        leaseUntil: null,
        checkpoint: null,
        failure: end.state === 'failed' ? end.failure : null,
        ...('best' in end &&
          end.best !== null && {
            ...scoreColumns({ ...end.progress, score: end.score }),
            best: end.best,
            engine: end.engine,
            elapsedMs: Math.round(end.elapsedMs),
          }),
      })
      .where(isAllowed)
      .returning({ id: rosterRuns.id })
    if (rows.length !== 1) return false
    await tx.delete(runParts).where(and(eq(runParts.orgId, orgId), eq(runParts.runId, runId)))
    await tx.insert(auditLog).values({
      orgId,
      id: auditId,
      action: `${endVerbs[end.state]}-run`,
      entity: 'run',
      entityId: runId,
      details: { attempt, ...(end.state === 'failed' && { failure: end.failure }) },
    })
    return true
  })

const endVerbs = { completed: 'complete', cancelled: 'stop', failed: 'fail' } as const
