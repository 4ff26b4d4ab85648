// What the solver's Worker needs of the world.
import type { Database } from '../../drizzle/client.ts'
import type { SolveOptions, SolveSession } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import type { Repair } from '../model/roster-change.ts'
import type { Point } from './run-rows.ts'

/** A message of the queue: a run, or one part of a large one. */
export interface RunRef {
  orgId: string
  runId: string
  /** From 0; absent for the run itself. */
  part?: number
}

/** What clients hear of a run. */
export interface RunEvent {
  type: 'run'
  runId: string
  rosterId: string
  state: 'running' | 'completed' | 'cancelled' | 'failed'
  point: Point | null
}

export interface WorkerPorts {
  db: Database
  queue: { send(ref: RunRef): Promise<void> }
  live: { publish(orgId: string, event: RunEvent): Promise<void> }
  log: {
    info(event: string, fields?: Record<string, unknown>): void
    error(event: string, fields?: Record<string, unknown>): void
  }
  nowMs(): number
  newId(): string
  /** People times shifts that one Worker solves whole; larger runs are split. */
  partCellsMax: number
  /** Parts of one run that the queue's consumers solve at the same time. */
  partsAtOnce: number
  /** The engine's doors. Both throw for a problem that cannot be solved at all. */
  openSession(problem: Problem, options: SolveOptions): SolveSession
  openRepair(problem: Problem, repair: Repair, options: SolveOptions): SolveSession
}
