// Rows of runs as the wire says them.
import type * as z from 'zod'
import { rosterRuns, runProgress } from '../../../drizzle/schema/index.ts'
import type { Permissions } from '../../contract/permissions.ts'
import { pointShownTo } from '../../contract/point-shown-to.ts'
import type { runPoint, runSchema } from '../../contract/rostering.ts'

export type RunWire = z.output<typeof runSchema>
export type PointWire = z.output<typeof runPoint>

/** What a run's record shows; the frozen problem, checkpoint and best roster stay behind, they are large. */
export const runColumns = {
  id: rosterRuns.id,
  rosterId: rosterRuns.rosterId,
  state: rosterRuns.state,
  scope: rosterRuns.scope,
  decision: rosterRuns.decision,
  engine: rosterRuns.engine,
  seconds: rosterRuns.seconds,
  seed: rosterRuns.seed,
  attempt: rosterRuns.attempt,
  evaluations: rosterRuns.evaluations,
  scoreHard: rosterRuns.scoreHard,
  scoreMedium: rosterRuns.scoreMedium,
  scoreSoft: rosterRuns.scoreSoft,
  missingHeads: rosterRuns.missingHeads,
  hardBreaches: rosterRuns.hardBreaches,
  elapsedMs: rosterRuns.elapsedMs,
  failure: rosterRuns.failure,
  cancelRequested: rosterRuns.cancelRequested,
  createdAt: rosterRuns.createdAt,
  startedAt: rosterRuns.startedAt,
  finishedAt: rosterRuns.finishedAt,
}

export type RunRow = Pick<typeof rosterRuns.$inferSelect, keyof typeof runColumns>

/** Without `costs:read` the score stays behind: its sums count what people are paid. */
export const toRunWire = (row: RunRow, permissions: Permissions): RunWire => {
  const { scoreHard, scoreMedium, scoreSoft, createdAt, startedAt, finishedAt, ...rest } = row
  const hasScore = permissions.has('costs:read') && scoreHard !== null && scoreMedium !== null && scoreSoft !== null
  return {
    ...rest,
    score: hasScore ? { hard: scoreHard, medium: scoreMedium, soft: scoreSoft } : null,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

export const pointColumns = {
  seq: runProgress.seq,
  atMs: runProgress.atMs,
  evaluations: runProgress.evaluations,
  scoreHard: runProgress.scoreHard,
  scoreMedium: runProgress.scoreMedium,
  scoreSoft: runProgress.scoreSoft,
  missingHeads: runProgress.missingHeads,
  hardBreaches: runProgress.hardBreaches,
}

type PointRow = Pick<typeof runProgress.$inferSelect, keyof typeof pointColumns>

export const toPointWire = (
  { scoreHard, scoreMedium, scoreSoft, ...rest }: PointRow,
  permissions: Permissions,
): PointWire => pointShownTo({ ...rest, score: { hard: scoreHard, medium: scoreMedium, soft: scoreSoft } }, permissions)
