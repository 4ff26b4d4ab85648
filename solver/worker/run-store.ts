// A run's row as the solver's Worker uses it. Every write is guarded by the attempt that claimed the run: of two Workers
// with the same run only the latest claim may write, so a message too many and a Worker back from the dead are harmless.
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { type Database, readAsOrg, withOrg } from '../../drizzle/client.ts'
import { auditLog, rosterRuns, runProgress } from '../../drizzle/schema/index.ts'
import type { Checkpoint, Progress, Score } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'

/** A claim holds this long without a sign of life; each slice renews it. */
const leaseSeconds = 15

/** What one invocation leaves for the next, in the run's `checkpoint`. */
export interface RunMemory {
  elapsedMs: number
  /** Clean hand-overs so far; attempts beyond them are Workers that died. */
  handovers: number
  session: Checkpoint | null
}

export interface RunRef {
  orgId: string
  runId: string
}

/** A claimed run. */
export interface Claim extends RunRef {
  rosterId: string
  attempt: number
  problem: Problem
  options: Readonly<Record<string, unknown>>
  engine: string
  seconds: number
  seed: number
  cancelRequested: boolean
  memory: RunMemory
  /** Sequence number of the next point. */
  nextSeq: number
  /** What the claim's round trip took; nothing but waiting. */
  latencyMs: number
}

export interface Point extends Progress {
  seq: number
  atMs: number
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

const leaseEnd = sql`now() + make_interval(secs => ${leaseSeconds})`
const isRun = ({ orgId, runId }: RunRef) => and(eq(rosterRuns.orgId, orgId), eq(rosterRuns.id, runId))
const isOwn = (claim: Claim) =>
  and(isRun(claim), eq(rosterRuns.attempt, claim.attempt), eq(rosterRuns.state, 'running'))
const isFree = or(isNull(rosterRuns.leaseUntil), lt(rosterRuns.leaseUntil, sql`now()`))
const noMemory: RunMemory = { elapsedMs: 0, handovers: 0, session: null }

/** Takes a run that waits, was handed over, or whose Worker died. Null when it has ended or somebody else holds it. */
export const claimRun = async (db: Database, ref: RunRef, nowMs: () => number): Promise<Claim | null> => {
  const startedMs = nowMs()
  const [[row], [last]] = await readAsOrg(db, ref.orgId, (write) => [
    write
      .update(rosterRuns)
      .set({
        state: 'running',
        attempt: sql`${rosterRuns.attempt} + 1`,
        leaseUntil: leaseEnd,
        startedAt: sql`coalesce(${rosterRuns.startedAt}, now())`,
      })
      .where(and(isRun(ref), inArray(rosterRuns.state, ['queued', 'running']), isFree))
      .returning({
        rosterId: rosterRuns.rosterId,
        attempt: rosterRuns.attempt,
        problem: rosterRuns.problem,
        options: rosterRuns.options,
        engine: rosterRuns.engine,
        seconds: rosterRuns.seconds,
        seed: rosterRuns.seed,
        cancelRequested: rosterRuns.cancelRequested,
        checkpoint: rosterRuns.checkpoint,
      }),
    write
      .select({ seq: sql<number | null>`max(${runProgress.seq})` })
      .from(runProgress)
      .where(and(eq(runProgress.orgId, ref.orgId), eq(runProgress.runId, ref.runId))),
  ])
  if (row === undefined) return null
  const { checkpoint, ...rest } = row
  return {
    ...ref,
    ...rest,
    memory: (checkpoint as RunMemory | null) ?? noMemory,
    nextSeq: Number(last?.seq ?? -1) + 1,
    latencyMs: Math.max(0, nowMs() - startedMs),
  }
}

const scoreColumns = ({ score, missingHeads, hardBreaches, evaluations }: Progress) => ({
  scoreHard: score.hard,
  scoreMedium: score.medium,
  scoreSoft: score.soft,
  missingHeads,
  hardBreaches,
  evaluations,
})

/** Renews the lease and keeps what a slice reached. Answers whether the run is still ours and whether somebody cancelled it. */
export const saveSlice = async (
  db: Database,
  claim: Claim,
  slice: { progress: Progress; elapsedMs: number; point: Point | null; memory: RunMemory | null },
): Promise<{ isOwn: boolean; cancelRequested: boolean }> => {
  const { progress, elapsedMs, point, memory } = slice
  const [[row]] = await readAsOrg(db, claim.orgId, (write) => [
    write
      .update(rosterRuns)
      .set({
        ...scoreColumns(progress),
        elapsedMs: Math.round(elapsedMs),
        leaseUntil: leaseEnd,
        ...(memory !== null && { checkpoint: memory }),
      })
      .where(isOwn(claim))
      .returning({ cancelRequested: rosterRuns.cancelRequested }),
    ...(point === null ? [] : [insertPoint(write, claim, point)]),
  ])
  return { isOwn: row !== undefined, cancelRequested: row?.cancelRequested ?? false }
}

/** One point of the curve, if the run is still ours; a point that is there already stays. */
const insertPoint = (write: Database['http'], claim: Claim, point: Point) =>
  write.execute(sql`
    insert into run_progress
      (org_id, run_id, seq, at_ms, evaluations, score_hard, score_medium, score_soft, missing_heads, hard_breaches)
    select org_id, id, ${point.seq}::int, ${Math.round(point.atMs)}::int, ${point.evaluations}::bigint,
      ${point.score.hard}::bigint, ${point.score.medium}::bigint, ${point.score.soft}::bigint,
      ${point.missingHeads}::int, ${point.hardBreaches}::int
    from roster_runs where org_id = ${claim.orgId} and id = ${claim.runId} and attempt = ${claim.attempt} and state = 'running'
    on conflict do nothing`)

/** Gives the lease back, so that the next message can go on at once. Answers whether the run was still ours. */
export const releaseRun = async (db: Database, claim: Claim, memory: RunMemory): Promise<boolean> => {
  const [rows] = await readAsOrg(db, claim.orgId, (write) => [
    write
      .update(rosterRuns)
      .set({ leaseUntil: sql`now()`, checkpoint: memory })
      .where(isOwn(claim))
      .returning({ id: rosterRuns.id }),
  ])
  return rows.length === 1
}

/** Ends a run, once: only the attempt that holds it can, and only while it runs. Answers whether it did. */
export const endRun = (db: Database, claim: Claim, end: End, auditId: string): Promise<boolean> =>
  withOrg(db, claim.orgId, async (tx) => {
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
      .where(isOwn(claim))
      .returning({ id: rosterRuns.id })
    if (rows.length !== 1) return false
    await tx.insert(auditLog).values({
      orgId: claim.orgId,
      id: auditId,
      action: `${endVerbs[end.state]}-run`,
      entity: 'run',
      entityId: claim.runId,
      details: { attempt: claim.attempt, ...(end.state === 'failed' && { failure: end.failure }) },
    })
    return true
  })

const endVerbs = { completed: 'complete', cancelled: 'stop', failed: 'fail' } as const
