// Runs in a test's database, and ports whose clock only the sessions' steps move.
import { and, asc, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { auditLog, rosterRuns, rosters, runProgress } from '../../../drizzle/schema/index.ts'
import type { TestDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { SolveOptions } from '../../model/outcome.ts'
import type { Problem } from '../../model/problem.ts'
import type { Repair } from '../../model/roster-change.ts'
import { fakeSession } from '../fake-session.ts'
import type { RunEvent, RunRef, WorkerPorts } from '../ports.ts'

const emptyProblem: Problem = {
  format: 'muster-problem/1',
  name: 'March',
  period: { start: '2027-03-01', days: 7, zone: 'Europe/Berlin' },
  sites: [],
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: [],
  shifts: [],
  rules: [],
}

interface NewRun {
  options: Record<string, unknown>
  seconds?: number
  problem?: Problem
  repair?: Repair
}

/** A queued run of a roster of its own. */
export const putRun = async (database: TestDatabase, orgId: string, run: NewRun): Promise<RunRef> => {
  const { options, seconds = 2, problem = emptyProblem, repair } = run
  const [rosterId, runId] = [uuidV7(), uuidV7()]
  await withOrg(database.app, orgId, async (tx) => {
    await tx
      .insert(rosters)
      .values({ orgId, id: rosterId, name: 'March', start: '2027-03-01', days: 7, zone: 'Europe/Berlin' })
    const values = { orgId, id: runId, rosterId, rosterVersion: 1, engine: 'auto', seconds, seed: 3, options, problem }
    await tx.insert(rosterRuns).values({ ...values, ...(repair && { scope: 'repair', repair }) })
  })
  return { orgId, runId }
}

export const runAsItStands = ({ app }: TestDatabase, orgId: string, runId: string) =>
  withOrg(app, orgId, async (tx) => {
    const [run] = await tx.select().from(rosterRuns).where(eq(rosterRuns.id, runId))
    if (run === undefined) throw new Error('no run')
    const points = await tx.select().from(runProgress).where(eq(runProgress.runId, runId)).orderBy(asc(runProgress.seq))
    const audit = await tx
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.entityId, runId)))
    return { run, points, actions: audit.map((line) => line.action) }
  })

interface PortsOptions {
  stepMs?: number
  onStep?: (step: number) => void
  /** Hears of every session that is opened. */
  onOpen?: (problem: Problem, options: SolveOptions) => void
  partsAtOnce?: number
  partCellsMax?: number
}

/** Ports with fake sessions; `events`, `sent` and `errors` fill while they are used. */
export const portsOf = (database: TestDatabase, options: PortsOptions = {}) => {
  let clockMs = 0
  let steps = 0
  const events: RunEvent[] = []
  const sent: RunRef[] = []
  const errors: string[] = []
  const ports: WorkerPorts = {
    db: database.app,
    queue: {
      send: async (ref) => {
        sent.push(ref)
      },
    },
    live: {
      publish: async (_, event) => {
        events.push(event)
      },
    },
    log: {
      info: () => undefined,
      error: (event) => {
        errors.push(event)
      },
    },
    nowMs: () => clockMs,
    newId: () => uuidV7(),
    partCellsMax: options.partCellsMax ?? 1,
    partsAtOnce: options.partsAtOnce ?? 1,
    openSession: (problem, asked) => {
      options.onOpen?.(problem, asked)
      return fakeSession({
        // Every part finds something else.
        seed: asked.seed + Number(/part (\d+)/.exec(problem.name)?.[1] ?? 0),
        evaluationsMax: asked.evaluationsMax,
        ...(asked.checkpoint !== undefined && { checkpoint: asked.checkpoint }),
        onStep: () => {
          clockMs += options.stepMs ?? 50
          steps += 1
          options.onStep?.(steps)
        },
      })
    },
    openRepair: (problem, _, asked) => ports.openSession(problem, asked),
  }
  return { ports, events, sent, errors }
}
