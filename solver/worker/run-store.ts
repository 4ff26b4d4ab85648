// A run's row as the solver's Worker uses it. Every write is guarded by the attempt that claimed the run: of two Workers
// with the same run only the latest claim may write, so a message too many and a Worker back from the dead are harmless.
import { and, eq, inArray, not, sql } from 'drizzle-orm'
import { type Database, readAsOrg, withOrg } from '../../drizzle/client.ts'
import { rosterRuns, runParts, runProgress } from '../../drizzle/schema/index.ts'
import { joinRosters } from '../index.ts'
import type { Progress } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import type { Repair } from '../model/roster-change.ts'
import { endedParts } from './part-store.ts'
import { progressBefore } from './plan-parts.ts'
import type { RunRef } from './ports.ts'
import {
  type End,
  isFree,
  isRun,
  leaseEnd,
  noMemory,
  type Point,
  type RunMemory,
  type Saved,
  scoreColumns,
  writeEnd,
} from './run-rows.ts'

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
  /** What a run of scope `repair` mends. */
  repair: Repair | null
  memory: RunMemory
  /** What the parts of a split run found together; null for a run that was not split. */
  joined: { roster: Roster; evaluations: number } | null
  /** Sequence number of the next point. */
  nextSeq: number
  /** What the claim's round trip took; nothing but waiting. */
  latencyMs: number
}

const isOwn = (claim: Claim) =>
  and(isRun(claim), eq(rosterRuns.attempt, claim.attempt), eq(rosterRuns.state, 'running'))
/** While parts are at work the run waits for the last of them. */
const hasOpenParts = ({ orgId, runId }: RunRef) =>
  sql`exists (select 1 from run_parts p where p.org_id = ${orgId} and p.run_id = ${runId} and p.state in ('queued', 'running'))`

/** Takes a run that waits, was handed over, or whose Worker died. Null when it has ended, somebody else or its parts hold it. */
export const claimRun = async (db: Database, ref: RunRef, nowMs: () => number): Promise<Claim | null> => {
  const startedMs = nowMs()
  const [[row], [last], parts] = await readAsOrg(db, ref.orgId, (write) => [
    write
      .update(rosterRuns)
      .set({
        state: 'running',
        attempt: sql`${rosterRuns.attempt} + 1`,
        leaseUntil: leaseEnd,
        startedAt: sql`coalesce(${rosterRuns.startedAt}, now())`,
      })
      .where(
        and(
          isRun(ref),
          inArray(rosterRuns.state, ['queued', 'running']),
          isFree(rosterRuns.leaseUntil),
          not(hasOpenParts(ref)),
        ),
      )
      .returning({
        rosterId: rosterRuns.rosterId,
        attempt: rosterRuns.attempt,
        problem: rosterRuns.problem,
        options: rosterRuns.options,
        engine: rosterRuns.engine,
        seconds: rosterRuns.seconds,
        seed: rosterRuns.seed,
        cancelRequested: rosterRuns.cancelRequested,
        repair: rosterRuns.repair,
        checkpoint: rosterRuns.checkpoint,
        elapsedMs: rosterRuns.elapsedMs,
      }),
    write
      .select({ seq: sql<number | null>`max(${runProgress.seq})` })
      .from(runProgress)
      .where(and(eq(runProgress.orgId, ref.orgId), eq(runProgress.runId, ref.runId))),
    endedParts(write, ref),
  ])
  if (row === undefined) return null
  const { checkpoint, elapsedMs, ...rest } = row
  const memory = (checkpoint as RunMemory | null) ?? noMemory
  const joined = joinParts(parts)
  return {
    ...ref,
    ...rest,
    // What the parts took counts; their sum stands in the run's row.
    memory: joined !== null && memory.session === null ? { ...memory, elapsedMs: elapsedMs ?? 0 } : memory,
    joined,
    nextSeq: Number(last?.seq ?? -1) + 1,
    latencyMs: Math.max(0, nowMs() - startedMs),
  }
}

type Part = Awaited<ReturnType<typeof endedParts>>[number]

const joinParts = (parts: readonly Part[]): Claim['joined'] =>
  parts.length === 0
    ? null
    : {
        roster: joinRosters(parts.map(({ best, start }) => best ?? { assignments: start ?? [] })),
        evaluations: parts.reduce((sum, { evaluations }) => sum + evaluations, 0),
      }

/** Renews the lease and keeps what a slice reached. */
export const saveSlice = async (
  db: Database,
  claim: Claim,
  slice: { progress: Progress; elapsedMs: number; point: Point | null; memory: RunMemory | null },
): Promise<Saved> => {
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
  return { isOwn: row !== undefined, cancelRequested: row?.cancelRequested ?? false, point }
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

/** Keeps a run's parts and gives its lease back; answers whether the run was still ours. `memory` is for who goes on when all have ended. */
export const storeParts = (
  db: Database,
  claim: Claim,
  parts: readonly Problem[],
  memory: RunMemory,
): Promise<boolean> =>
  withOrg(db, claim.orgId, async (tx) => {
    const { orgId, runId } = claim
    const rows = await tx
      .update(rosterRuns)
      .set({ leaseUntil: sql`now()`, checkpoint: memory })
      .where(isOwn(claim))
      .returning({ id: rosterRuns.id })
    if (rows.length !== 1) return false
    for (const [part, problem] of parts.entries()) {
      await tx.insert(runParts).values({ orgId, runId, part, problem, ...scoreColumns(progressBefore(problem)) })
    }
    return true
  })

/** Ends a run, once: only the attempt that holds it can, and only while it runs. Answers whether it did. */
export const endRun = (db: Database, claim: Claim, end: End, auditId: string): Promise<boolean> =>
  writeEnd(db, claim, isOwn(claim), end, auditId)
