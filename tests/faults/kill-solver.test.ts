// The solver's process is killed in the middle of a run and started again: the run must finish, once, in the same roster.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../../local/stack.ts'
import { temporaryData } from '../../local/temporary-data.ts'
import { type Clinic, newClinic, newRoster, type Run, runEnd } from '../clinic.ts'

const data = temporaryData()
let stack: Stack
let clinic: Clinic
let database: pg.Client

beforeAll(async () => {
  // A stack of its own: nobody else's tests should lose their solver. The sweep runs every second instead of every minute.
  stack = await startStack({ dataDir: data.dataDir, hasPage: false, cronEveryMs: 1000 })
  database = new pg.Client({ connectionString: stack.ownerUrl })
  await database.connect()
  clinic = await newClinic(8, stack.url)
})
afterAll(async () => {
  await database?.end()
  await stack?.stop()
  data.remove()
})

/** Local search proves nothing, so that a run takes what it is given. */
const whole = { engine: 'search', seed: 9 }

const start = async (rosterId: string, evaluations: number): Promise<Run> => {
  const answer = await clinic.owner.post<Run>(`/rosters/${rosterId}/runs`, { ...whole, evaluations })
  expect(answer.status).toBe(202)
  return answer.data
}

interface Row {
  state: string
  attempt: number
  evaluations: string
  best: string | null
  checkpoint: object | null
}
const rowOf = async (runId: string): Promise<Row> => {
  const { rows } = await database.query<Row>(
    'select state, attempt, evaluations, best::text, checkpoint from roster_runs where id = $1',
    [runId],
  )
  const [row] = rows
  if (row === undefined) throw new Error(`no run ${runId}`)
  return row
}

/** Waits until the run has a checkpoint, so that there is something to go on from and something to lose. */
const isAtWork = async (runId: string): Promise<Row> => {
  for (let turn = 0; turn < 600; turn += 1) {
    const row = await rowOf(runId)
    if (row.checkpoint !== null) return row
    expect(['queued', 'running']).toContain(row.state)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Run ${runId} left no checkpoint.`)
}

/** Evaluations that take this machine some seconds, whatever its pace. */
const someSeconds = async (): Promise<number> => {
  const roster = await newRoster(clinic, 'Pace')
  const answer = await clinic.owner.post<Run>(`/rosters/${roster.id}/runs`, { ...whole, seconds: 2 })
  const { state, evaluations } = await runEnd(clinic.owner, answer.data.id)
  expect(state).toBe('completed')
  return Math.max(20_000, evaluations) * 3
}

test('a run whose solver is killed twice goes on from its checkpoint and finishes exactly once, in the same roster', async () => {
  const evaluations = await someSeconds()
  const roster = await newRoster(clinic)
  const undisturbed = await start(roster.id, evaluations)
  expect((await runEnd(clinic.owner, undisturbed.id, 60_000)).state).toBe('completed')

  const run = await start(roster.id, evaluations)
  for (const attempt of [1, 2]) {
    let row = await isAtWork(run.id)
    while (row.attempt < attempt) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      row = await rowOf(run.id)
    }
    await stack.killSolver('SIGKILL')
    expect(await rowOf(run.id)).toMatchObject({ state: 'running', attempt, best: null })
    await stack.restartSolver()
  }
  // The lease of the dead Worker ends after 15 s; then the sweep sends the run again.
  expect(await runEnd(clinic.owner, run.id, 90_000)).toMatchObject({ state: 'completed', failure: null })

  const [first, second] = [await rowOf(undisturbed.id), await rowOf(run.id)]
  expect(second.attempt).toBeGreaterThanOrEqual(3)
  expect(second.evaluations).toBe(first.evaluations)
  expect(second.best).toBe(first.best)

  const audit = await database.query<{ action: string }>(
    'select action from audit_log where entity_id = $1 order by at, id',
    [run.id],
  )
  expect(audit.rows.map((line) => line.action)).toEqual(['start-run', 'complete-run'])
  const points = await database.query<{ seq: number; evaluations: string }>(
    'select seq, evaluations from run_progress where run_id = $1 order by seq',
    [run.id],
  )
  expect(points.rows.map((point) => point.seq)).toEqual(points.rows.map((_, index) => index))
  expect(points.rows.at(-1)?.evaluations).toBe(second.evaluations)
  const outbox = await database.query("select 1 from outbox where payload ->> 'runId' = $1 and sent_at is not null", [
    run.id,
  ])
  expect(outbox.rowCount).toBe(1)

  // Further messages for the finished run change nothing.
  await database.query(
    `insert into outbox (org_id, id, topic, payload)
     select org_id, gen_random_uuid(), 'run', jsonb_build_object('runId', id) from roster_runs where id = $1`,
    [run.id],
  )
  await stack.tick()
  const last = await start(roster.id, 20_000)
  await runEnd(clinic.owner, last.id)
  expect(await rowOf(run.id)).toEqual(second)
}, 240_000)
