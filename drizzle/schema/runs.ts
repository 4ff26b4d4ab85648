// Computations of rosters and the curve they left.
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Problem, Roster } from '../../solver/model/problem.ts'
import type { Repair } from '../../solver/model/roster-change.ts'
import { createdAt, id, instant, orgId } from './columns.ts'
import { rosters } from './rosters.ts'

const count = (name: string) => bigint(name, { mode: 'number' })

/** The row and its attempt number decide who may write: a message may arrive twice, a Worker may die. */
export const rosterRuns = pgTable(
  'roster_runs',
  {
    orgId: orgId(),
    id: id(),
    rosterId: uuid('roster_id').notNull(),
    state: text('state', { enum: ['queued', 'running', 'completed', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    decision: text('decision', { enum: ['none', 'accepted', 'accepted-in-part', 'rejected'] })
      .notNull()
      .default('none'),
    engine: text('engine').notNull(),
    seconds: integer('seconds').notNull(),
    seed: integer('seed').notNull(),
    /** The request as it came, with its defaults. */
    options: jsonb('options').$type<Record<string, unknown>>().notNull(),
    /** Frozen when the run was asked for. */
    problem: jsonb('problem').$type<Problem>().notNull(),
    /** `repair` mends what cannot stay as it is and changes little else. */
    scope: text('scope', { enum: ['plan', 'repair'] })
      .notNull()
      .default('plan'),
    /** What a repair mends, found when it was asked for. */
    repair: jsonb('repair').$type<Repair>(),
    /** Version of the roster that was frozen. */
    rosterVersion: integer('roster_version').notNull(),
    attempt: integer('attempt').notNull().default(0),
    leaseUntil: instant('lease_until'),
    checkpoint: jsonb('checkpoint').$type<unknown>(),
    best: jsonb('best').$type<Roster>(),
    scoreHard: count('score_hard'),
    scoreMedium: count('score_medium'),
    scoreSoft: count('score_soft'),
    missingHeads: integer('missing_heads'),
    hardBreaches: integer('hard_breaches'),
    evaluations: count('evaluations').notNull().default(0),
    elapsedMs: count('elapsed_ms'),
    proposal: jsonb('proposal').$type<unknown>(),
    cancelRequested: boolean('cancel_requested').notNull().default(false),
    /** In words a planner understands. */
    failure: text('failure'),
    requestedBy: uuid('requested_by'),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ name: 'roster_runs_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'roster_runs_roster_fkey',
      columns: [t.orgId, t.rosterId],
      foreignColumns: [rosters.orgId, rosters.id],
    }).onDelete('cascade'),
    uniqueIndex('roster_runs_active_key').on(t.orgId, t.rosterId).where(sql`state in ('queued', 'running')`),
    index('roster_runs_roster_idx').on(t.orgId, t.rosterId, t.createdAt),
    index('roster_runs_lease_idx').on(t.leaseUntil).where(sql`state in ('queued', 'running')`),
    check('roster_runs_state_check', sql`${t.state} in ('queued', 'running', 'completed', 'failed', 'cancelled')`),
    check('roster_runs_decision_check', sql`${t.decision} in ('none', 'accepted', 'accepted-in-part', 'rejected')`),
    check(
      'roster_runs_finished_check',
      sql`(${t.state} in ('completed', 'failed', 'cancelled')) = (${t.finishedAt} is not null)`,
    ),
    check('roster_runs_failure_check', sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
    check('roster_runs_seconds_check', sql`${t.seconds} between 1 and 600`),
    check(
      'roster_runs_scope_check',
      sql`${t.scope} in ('plan', 'repair') and (${t.scope} = 'repair') = (${t.repair} is not null)`,
    ),
  ],
)

/** Points of a run's curve by rising `seq`. */
export const runProgress = pgTable(
  'run_progress',
  {
    orgId: orgId(),
    runId: uuid('run_id').notNull(),
    seq: integer('seq').notNull(),
    atMs: integer('at_ms').notNull(),
    evaluations: count('evaluations').notNull(),
    scoreHard: count('score_hard').notNull(),
    scoreMedium: count('score_medium').notNull(),
    scoreSoft: count('score_soft').notNull(),
    missingHeads: integer('missing_heads').notNull(),
    hardBreaches: integer('hard_breaches').notNull(),
  },
  (t) => [
    primaryKey({ name: 'run_progress_pkey', columns: [t.orgId, t.runId, t.seq] }),
    foreignKey({
      name: 'run_progress_run_fkey',
      columns: [t.orgId, t.runId],
      foreignColumns: [rosterRuns.orgId, rosterRuns.id],
    }).onDelete('cascade'),
    check('run_progress_seq_check', sql`${t.seq} >= 0`),
  ],
)

/** The part of a large run that one Worker solves; gone when the run has ended. */
export const runParts = pgTable(
  'run_parts',
  {
    orgId: orgId(),
    runId: uuid('run_id').notNull(),
    /** From 0. */
    part: integer('part').notNull(),
    state: text('state', { enum: ['queued', 'running', 'ended'] })
      .notNull()
      .default('queued'),
    problem: jsonb('problem').$type<Problem>().notNull(),
    attempt: integer('attempt').notNull().default(0),
    leaseUntil: instant('lease_until'),
    checkpoint: jsonb('checkpoint').$type<unknown>(),
    best: jsonb('best').$type<Roster>(),
    scoreHard: count('score_hard').notNull(),
    scoreMedium: count('score_medium').notNull(),
    scoreSoft: count('score_soft').notNull(),
    missingHeads: integer('missing_heads').notNull(),
    hardBreaches: integer('hard_breaches').notNull(),
    evaluations: count('evaluations').notNull().default(0),
    elapsedMs: count('elapsed_ms').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'run_parts_pkey', columns: [t.orgId, t.runId, t.part] }),
    foreignKey({
      name: 'run_parts_run_fkey',
      columns: [t.orgId, t.runId],
      foreignColumns: [rosterRuns.orgId, rosterRuns.id],
    }).onDelete('cascade'),
    index('run_parts_lease_idx').on(t.leaseUntil).where(sql`state in ('queued', 'running')`),
    check('run_parts_part_check', sql`${t.part} >= 0`),
    check('run_parts_state_check', sql`${t.state} in ('queued', 'running', 'ended')`),
  ],
)
