// How the sessions of runs and of parts are opened.
import type { Engine, SolveSession } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import type { Repair } from '../model/roster-change.ts'
import type { WorkerPorts } from './ports.ts'
import type { RunMemory } from './run-rows.ts'

/** A first guess, before the pace is known. */
const evaluationsPerSecondGuess = 500_000

/** The exact budget of a request, or null when time is the budget. */
export const exactEvaluations = ({ options }: { options: Readonly<Record<string, unknown>> }): number | null =>
  typeof options.evaluations === 'number' ? options.evaluations : null

/** People who are on the roster already are where the search starts. */
export const startOf = ({ assignments = [] }: Problem) => (assignments.length > 0 ? { assignments } : null)

export interface TaskSession {
  problem: Problem
  memory: RunMemory
  seed: number
  engine: Engine
  start: Roster | null
  /** The exact budget, or null when time is the budget. */
  evaluationsMax: number | null
  budgetMs: number | null
  repair: Repair | null
}

/** Throws what the engine's doors throw. */
export const openTaskSession = (ports: WorkerPorts, task: TaskSession): SolveSession => {
  const { problem, memory, seed, engine, start, repair } = task
  const remainingMs = Math.max(1000, (task.budgetMs ?? 0) - memory.elapsedMs)
  const guess = (memory.session?.evaluations ?? 0) + Math.round((remainingMs / 1000) * evaluationsPerSecondGuess)
  const options = {
    seed,
    evaluationsMax: task.evaluationsMax ?? guess,
    engine,
    ...(memory.session !== null && { checkpoint: memory.session }),
  }
  if (repair !== null) return ports.openRepair(problem, repair, options)
  return ports.openSession(problem, { ...options, ...(start !== null && { start }) })
}
