// A run too large for one Worker: it is solved in parts, the solver's process is killed amid one of them, and the run must
// finish, once, with a roster that breaks no hard rule. That it is the same roster as without the kill, the Worker's own tests hold.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateProblem } from '../../bench/solver/generate-problem.ts'
import { type Stack, startStack } from '../../local/stack.ts'
import { temporaryData } from '../../local/temporary-data.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { partCellsMax, scoreRoster } from '../../solver/index.ts'
import { runEnd } from '../clinic.ts'
import { type Client, newOwner } from '../http/client.ts'

const data = temporaryData()
let stack: Stack
let owner: Client
let database: pg.Client

beforeAll(async () => {
  // A stack of its own: nobody else's tests should lose their solver. The sweep runs every second instead of every minute.
  stack = await startStack({ dataDir: data.dataDir, hasPage: false, cronEveryMs: 1000 })
  database = new pg.Client({ connectionString: stack.ownerUrl })
  await database.connect()
  owner = await newOwner('Large', stack.url)
})
afterAll(async () => {
  await database?.end()
  await stack?.stop()
  data.remove()
})

/** A fifth more pairs than one Worker solves whole. */
const problem = generateProblem({ shifts: 900, people: 800, weeks: 2, seed: 5 })
/** Each part has a third of it: long enough to be killed amid. */
const seconds = 12

/** Writes a roster, its run and the message as starting a run does: entering 800 people would be another test. */
const start = async (): Promise<string> => {
  const [rosterId, runId] = [uuidV7(), uuidV7()]
  await database.query(
    `insert into rosters (org_id, id, name, start_day, days, zone) values ($1, $2, 'Large', $3, $4, 'UTC')`,
    [owner.orgId, rosterId, problem.period.start, problem.period.days],
  )
  await database.query(
    `insert into roster_runs (org_id, id, roster_id, roster_version, engine, seconds, seed, options, problem)
     values ($1, $2, $3, 1, 'search', $4, 9, '{}', $5)`,
    [owner.orgId, runId, rosterId, seconds, JSON.stringify(problem)],
  )
  await database.query(
    `insert into outbox (org_id, id, topic, payload) values ($1, $2, 'run', jsonb_build_object('runId', $3::text))`,
    [owner.orgId, uuidV7(), runId],
  )
  return runId
}

interface Part {
  part: number
  state: string
  attempt: number
  isBegun: boolean
}
const partsOf = async (runId: string): Promise<Part[]> => {
  const { rows } = await database.query<Part>(
    `select part, state, attempt, checkpoint is not null as "isBegun" from run_parts where run_id = $1 order by part`,
    [runId],
  )
  return rows
}
const rowOf = async (runId: string) => {
  const { rows } = await database.query<{ state: string; evaluations: string; best: string | null }>(
    'select state, evaluations, best::text from roster_runs where id = $1',
    [runId],
  )
  return rows[0]
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

test('a run solved in parts whose solver is killed amid one of them finishes exactly once, without hard breaches', async () => {
  expect(problem.employees.length * problem.shifts.length).toBeGreaterThan(partCellsMax)
  const runId = await start()
  let parts = await partsOf(runId)
  while (!parts.some(({ isBegun }) => isBegun)) {
    await pause()
    parts = await partsOf(runId)
  }
  expect(parts.length).toBeGreaterThan(1)
  await stack.killSolver('SIGKILL')
  expect(await rowOf(runId)).toMatchObject({ state: 'running', best: null })
  expect((await partsOf(runId)).filter(({ state }) => state === 'running')).toMatchObject([{ attempt: 1 }])
  await stack.restartSolver()
  // The lease of the dead Worker ends after 15 s; then the sweep sends the part again, and those that waited behind it.
  expect(await runEnd(owner, runId, 150_000)).toMatchObject({ state: 'completed', failure: null })

  const row = await rowOf(runId)
  expect(await partsOf(runId)).toEqual([])
  const { score } = scoreRoster(problem, JSON.parse(row?.best ?? 'null'))
  expect(score.hard).toBe(0)

  const audit = await database.query<{ action: string }>('select action from audit_log where entity_id = $1', [runId])
  expect(audit.rows.map(({ action }) => action)).toEqual(['complete-run'])
  const { rows: points } = await database.query<{ seq: number; evaluations: string }>(
    'select seq, evaluations from run_progress where run_id = $1 order by seq',
    [runId],
  )
  expect(points.map(({ seq }) => seq)).toEqual(points.map((_, index) => index))
  expect(points.at(-1)?.evaluations).toBe(row?.evaluations)
}, 300_000)
