// A run's result next to the roster as it stands now.
import { and, eq, sql } from 'drizzle-orm'
import { rosterRuns } from '../../../drizzle/schema/index.ts'
import type { RosterDiff } from '../../../solver/model/outcome.ts'
import type { Assignment, Problem } from '../../../solver/model/problem.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import type { Reader } from '../rosters/planning-queries.ts'
import type { PlanningRows } from '../rosters/planning-rows.ts'
import { rebaseProposal } from './rebase-proposal.ts'

/** The frozen assignments and the best roster; the rest of the frozen problem stays in the database. */
export const resultQuery = (read: Pick<Reader, 'select'>, orgId: string, runId: string) =>
  read
    .select({
      frozen: sql<Assignment[] | null>`${rosterRuns.problem} -> 'assignments'`,
      best: rosterRuns.best,
    })
    .from(rosterRuns)
    .where(and(eq(rosterRuns.orgId, orgId), eq(rosterRuns.id, runId)))

export interface RunResult {
  frozen: readonly Assignment[] | null
  best: { assignments: readonly Assignment[] } | null
}

/** The problem of now and the run's changes carried over to it. A run cancelled before it began changes nothing. */
export const proposalNow = (rows: PlanningRows, result: RunResult): { problem: Problem; diff: RosterDiff } => {
  const problem = buildProblem(rows)
  const frozen = result.frozen ?? []
  return { problem, diff: rebaseProposal(frozen, result.best?.assignments ?? frozen, problem) }
}
