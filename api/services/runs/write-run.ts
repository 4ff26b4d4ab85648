// A new run, its message and its line in the audit log: one transaction in one round trip, so that starting is quick from anywhere.
import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { readAsOrg } from '../../../drizzle/client.ts'
import { rosterRuns } from '../../../drizzle/schema/index.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import type { Repair } from '../../../solver/model/roster-change.ts'
import type { Context } from '../../context.ts'
import { type RunRow, runColumns } from './wire.ts'

/** Any number; with the organisation it names the lock under which active runs are counted. */
const capacityLock = 7_302_512

export interface NewRun {
  id: string
  rosterId: string
  /** The run is refused when the roster is no longer at this version: the problem was frozen from it. */
  rosterVersion: number
  options: Readonly<Record<string, unknown>> & {
    engine: string
    seconds: number
    seed: number
    scope: 'plan' | 'repair'
  }
  problem: Problem
  /** What a run of scope `repair` mends; it may start from a published roster. */
  repair: Repair | null
}

export type Written =
  | { kind: 'written'; run: RunRow }
  | { kind: 'run-in-progress'; runId: string }
  | { kind: 'no-capacity'; active: number }
  | { kind: 'roster-changed' }

/** Writes the run unless the roster has an active one, the organisation has `activeRunsMax` of them, or the roster changed. */
export const writeRun = async (ctx: Context, run: NewRun, activeRunsMax: number): Promise<Written> => {
  const { orgId } = ctx
  const isActive = and(eq(rosterRuns.orgId, orgId), inArray(rosterRuns.state, ['queued', 'running']))
  const { engine, seconds, seed, scope } = run.options
  const repair = run.repair === null ? null : JSON.stringify(run.repair)
  const states = scope === 'repair' ? ['draft', 'published'] : ['draft']
  const details = JSON.stringify({ rosterId: run.rosterId, ...run.options })
  const [, [before], , , , [written]] = await readAsOrg(ctx.db, orgId, (write) => [
    // Under this lock two starts at once are judged one after the other.
    write.execute(sql`select pg_advisory_xact_lock(${capacityLock}::int, hashtext(${orgId}))`),
    write
      .select({
        active: count(),
        runId: sql<string | null>`max(${rosterRuns.id}::text) filter (where ${rosterRuns.rosterId} = ${run.rosterId})`,
      })
      .from(rosterRuns)
      .where(isActive),
    write.execute(sql`
      insert into roster_runs
        (org_id, id, roster_id, engine, seconds, seed, scope, options, problem, repair, roster_version, requested_by)
      select org_id, ${run.id}::uuid, id, ${engine}, ${seconds}::int, ${seed}::int, ${scope},
        ${JSON.stringify(run.options)}::jsonb, ${JSON.stringify(run.problem)}::jsonb, ${repair}::jsonb, version, ${ctx.user.id}::uuid
      from rosters r
      where r.org_id = ${orgId} and r.id = ${run.rosterId} and r.state = any(${sql.param(states)}::text[]) and r.version = ${run.rosterVersion}
        and (select count(*) from roster_runs a where a.state in ('queued', 'running')) < ${activeRunsMax}::int
        and not exists (
          select 1 from roster_runs a where a.roster_id = r.id and a.state in ('queued', 'running'))`),
    write.execute(sql`
      insert into outbox (org_id, id, topic, payload)
      select org_id, ${ctx.ids.next()}::uuid, 'run', jsonb_build_object('runId', id)
      from roster_runs where org_id = ${orgId} and id = ${run.id}`),
    write.execute(sql`
      insert into audit_log (org_id, id, actor_id, api_key_id, address, action, entity, entity_id, details, request_id)
      select org_id, ${ctx.ids.next()}::uuid, ${ctx.apiKeyId === null ? ctx.user.id : null}::uuid, ${ctx.apiKeyId}::uuid,
        ${ctx.address}, 'start-run', 'run', id, ${details}::jsonb, ${ctx.requestId}
      from roster_runs where org_id = ${orgId} and id = ${run.id}`),
    write
      .select(runColumns)
      .from(rosterRuns)
      .where(and(eq(rosterRuns.orgId, orgId), eq(rosterRuns.id, run.id))),
  ])
  if (written !== undefined) return { kind: 'written', run: written }
  if (before?.runId) return { kind: 'run-in-progress', runId: before.runId }
  const active = before?.active ?? 0
  return active >= activeRunsMax ? { kind: 'no-capacity', active } : { kind: 'roster-changed' }
}
