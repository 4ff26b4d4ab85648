// A part's row, guarded by its attempt as a run's row is. What the parts reached together stands in the run's row and curve:
// whoever writes there locks the run's row first, so that sums only ever go on from each other.
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Database, readAsOrg } from '../../drizzle/client.ts'
import { rosterRuns, runParts } from '../../drizzle/schema/index.ts'
import type { Problem, Roster } from '../model/problem.ts'
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
  type SliceToSave,
  scoreColumns,
  writeEnd,
} from './run-rows.ts'

type PartRef = RunRef & { part: number }

/** A claimed part with what it needs to know of its run. */
export interface PartClaim extends PartRef {
  rosterId: string
  attempt: number
  problem: Problem
  options: Readonly<Record<string, unknown>>
  engine: string
  seconds: number
  seed: number
  cancelRequested: boolean
  memory: RunMemory
  /** How long ago the run was split, and into how many parts. */
  lateMs: number
  count: number
  latencyMs: number
}

const ofRun = ({ orgId, runId }: RunRef) => and(eq(runParts.orgId, orgId), eq(runParts.runId, runId))
const isPart = (ref: PartRef) => and(ofRun(ref), eq(runParts.part, ref.part))
const isOwnPart = (claim: PartClaim) =>
  and(isPart(claim), eq(runParts.attempt, claim.attempt), eq(runParts.state, 'running'))

const isRunning = ({ orgId, runId }: RunRef): SQL =>
  sql`exists (select 1 from roster_runs r where r.org_id = ${orgId} and r.id = ${runId} and r.state = 'running')`

/** Takes a part that waits, was handed over, or whose Worker died. Null when it has ended, with its run or alone, or somebody holds it. */
export const claimPart = async (db: Database, ref: PartRef, nowMs: () => number): Promise<PartClaim | null> => {
  const startedMs = nowMs()
  const [[row], [run]] = await readAsOrg(db, ref.orgId, (write) => [
    write
      .update(runParts)
      .set({ state: 'running', attempt: sql`${runParts.attempt} + 1`, leaseUntil: leaseEnd })
      .where(
        and(isPart(ref), inArray(runParts.state, ['queued', 'running']), isFree(runParts.leaseUntil), isRunning(ref)),
      )
      .returning({
        attempt: runParts.attempt,
        problem: runParts.problem,
        checkpoint: runParts.checkpoint,
        lateMs: sql<number>`(extract(epoch from now() - ${runParts.createdAt}) * 1000)::int`,
      }),
    write
      .select({
        rosterId: rosterRuns.rosterId,
        options: rosterRuns.options,
        engine: rosterRuns.engine,
        seconds: rosterRuns.seconds,
        seed: rosterRuns.seed,
        cancelRequested: rosterRuns.cancelRequested,
        count: sql<number>`(select count(*)::int from ${runParts} where ${ofRun(ref)})`,
      })
      .from(rosterRuns)
      .where(isRun(ref)),
  ])
  if (row === undefined || run === undefined) return null
  const { checkpoint, ...rest } = row
  const memory = (checkpoint as RunMemory | null) ?? noMemory
  return { ...ref, ...run, ...rest, memory, latencyMs: Math.max(0, nowMs() - startedMs) }
}

/** Renews the lease and keeps what a slice reached; with a point also what all parts reached together. */
export const savePart = async (
  db: Database,
  claim: PartClaim,
  { progress, elapsedMs, isPoint, memory }: SliceToSave,
  partsAtOnce: number,
): Promise<Saved> => {
  const set = {
    ...scoreColumns(progress),
    elapsedMs: Math.round(elapsedMs),
    leaseUntil: leaseEnd,
    ...(memory !== null && { checkpoint: memory }),
  }
  const cancelRequested = sql<boolean>`(select cancel_requested from roster_runs where ${isRun(claim)})`
  const save = (write: Database['http']) =>
    write.update(runParts).set(set).where(isOwnPart(claim)).returning({ cancelRequested })
  if (!isPoint) {
    const [[row]] = await readAsOrg(db, claim.orgId, (write) => [save(write)])
    return { isOwn: row !== undefined, cancelRequested: row?.cancelRequested ?? false, point: null }
  }
  const [, [row], , { rows }] = await readAsOrg(db, claim.orgId, (write) => [
    lockRun(write, claim),
    save(write),
    ...sumUp(write, claim, partsAtOnce),
  ])
  return {
    isOwn: row !== undefined,
    cancelRequested: row?.cancelRequested ?? false,
    point: rows[0] === undefined ? null : toPoint(rows[0]),
  }
}

/** Gives the lease back, so that the next message can go on at once. Answers whether the part was still ours. */
export const releasePart = async (db: Database, claim: PartClaim, memory: RunMemory): Promise<boolean> => {
  const [rows] = await readAsOrg(db, claim.orgId, (write) => [
    write
      .update(runParts)
      .set({ leaseUntil: sql`now()`, checkpoint: memory })
      .where(isOwnPart(claim))
      .returning({ part: runParts.part }),
  ])
  return rows.length === 1
}

type PartEnd = Exclude<End, { state: 'failed' }>

/**
 * Ends a part, once, and answers how many of its run have not ended: whoever is told 0 was the last. A cancelled part ends with it
 * those that nobody began.
 */
export const endPart = async (
  db: Database,
  claim: PartClaim,
  end: PartEnd,
  partsAtOnce: number,
): Promise<{ isOwn: boolean; left: number }> => {
  const result = end.best !== null && {
    ...scoreColumns({ ...end.progress, score: end.score }),
    best: end.best,
    elapsedMs: Math.round(end.elapsedMs),
  }
  const isUnbegun = and(ofRun(claim), eq(runParts.state, 'queued'), hasAttempt(claim))
  const [, rows, , , , [left]] = await readAsOrg(db, claim.orgId, (write) => [
    lockRun(write, claim),
    write
      .update(runParts)
      .set({ state: 'ended', leaseUntil: null, checkpoint: null, ...result })
      .where(isOwnPart(claim))
      .returning({ part: runParts.part }),
    ...sumUp(write, claim, partsAtOnce),
    write
      .update(runParts)
      .set({ state: 'ended' })
      .where(and(isUnbegun, sql`${end.state === 'cancelled'}`)),
    write
      .select({ count: sql<number>`count(*)::int` })
      .from(runParts)
      .where(and(ofRun(claim), inArray(runParts.state, ['queued', 'running']))),
  ])
  return { isOwn: rows.length === 1, left: left?.count ?? 0 }
}

/** A part that cannot be solved fails its run. Answers whether it did. */
export const failRunOf = (db: Database, claim: PartClaim, failure: string, auditId: string): Promise<boolean> => {
  const isRunning = and(isRun(claim), eq(rosterRuns.state, 'running'), hasAttempt(claim))
  return writeEnd(db, claim, isRunning, { state: 'failed', failure }, auditId)
}

/** What the ended parts of a run leave to whoever joins them, in their order; also of parts that nobody began. */
export const endedParts = (write: Database['http'], ref: RunRef) =>
  write
    .select({
      best: runParts.best,
      start: sql<Roster['assignments'] | null>`${runParts.problem} -> 'assignments'`,
      evaluations: runParts.evaluations,
    })
    .from(runParts)
    .where(ofRun(ref))
    .orderBy(asc(runParts.part))

const lockRun = (write: Database['http'], ref: RunRef) =>
  write.select({ id: rosterRuns.id }).from(rosterRuns).where(isRun(ref)).for('update')

/** Whether the part is still held, or was ended, by this claim. */
const hasAttempt = ({ orgId, runId, part, attempt }: PartClaim): SQL =>
  sql`exists (select 1 from run_parts p where p.org_id = ${orgId} and p.run_id = ${runId} and p.part = ${part} and p.attempt = ${attempt})`

/** What all parts reached together into the run's row, and as a point into its curve. Solving time counts parts side by side once. */
const sumUp = (write: Database['http'], claim: PartClaim, partsAtOnce: number) => {
  const { orgId, runId } = claim
  const sums = write.execute(sql`
    update roster_runs r set score_hard = s.hard, score_medium = s.medium, score_soft = s.soft, missing_heads = s.missing,
      hard_breaches = s.breaches, evaluations = s.evaluations, elapsed_ms = s.elapsed
    from (
      select sum(score_hard)::bigint as hard, sum(score_medium)::bigint as medium, sum(score_soft)::bigint as soft,
        sum(missing_heads)::int as missing, sum(hard_breaches)::int as breaches, sum(evaluations)::bigint as evaluations,
        greatest(max(elapsed_ms), sum(elapsed_ms) / ${partsAtOnce}::int)::bigint as elapsed
      from run_parts where org_id = ${orgId} and run_id = ${runId}
    ) s
    where r.org_id = ${orgId} and r.id = ${runId} and r.state = 'running' and ${hasAttempt(claim)}`)
  const point = write.execute(sql`
    insert into run_progress
      (org_id, run_id, seq, at_ms, evaluations, score_hard, score_medium, score_soft, missing_heads, hard_breaches)
    select r.org_id, r.id, (select coalesce(max(seq), -1) + 1 from run_progress where org_id = r.org_id and run_id = r.id),
      r.elapsed_ms, r.evaluations, r.score_hard, r.score_medium, r.score_soft, r.missing_heads, r.hard_breaches
    from roster_runs r
    where r.org_id = ${orgId} and r.id = ${runId} and r.state = 'running' and ${hasAttempt(claim)}
    returning seq, at_ms, evaluations, score_hard, score_medium, score_soft, missing_heads, hard_breaches`)
  return [sums, point] as const
}

const toPoint = (row: Record<string, unknown>): Point => {
  const number = (name: string) => Number(row[name])
  return {
    seq: number('seq'),
    atMs: number('at_ms'),
    evaluations: number('evaluations'),
    score: { hard: number('score_hard'), medium: number('score_medium'), soft: number('score_soft') },
    missingHeads: number('missing_heads'),
    hardBreaches: number('hard_breaches'),
  }
}
