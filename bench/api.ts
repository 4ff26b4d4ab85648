// `npm run bench:api`: the API against its goals, on a database of the size they speak of. bench/README.md says how to read it.
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startStack } from '../local/stack.ts'
import { type ApiBenchArguments, parseApiBenchArguments, usage } from './api/arguments.ts'
import { type Caller, openCaller } from './api/caller.ts'
import { type Latency, openLoop, summarise } from './api/load.ts'
import { measureRealtime } from './api/realtime.ts'
import { type Seeded, seed } from './api/seed.ts'

const resultsFile = fileURLToPath(new URL('./results/api.jsonl', import.meta.url))
const folder = process.env.INIT_CWD ?? process.cwd()
const writesPerSecond = 20

interface Row {
  name: string
  latency: Latency
  /** What the goal bounds, in milliseconds, and by how much. */
  goal?: { text: string; ms: number; max: number }
}

interface Place {
  options: ApiBenchArguments
  url: string
  caller: Caller
  seeded: Seeded
  database: pg.Pool
}

/** Everything that is measured, in order; each row is printed as it comes. */
async function* measure(place: Place): AsyncGenerator<Row> {
  const { options, caller, seeded, database } = place
  const [orgId = ''] = seeded.orgIds
  const pace = { rate: options.rate, seconds: options.seconds }
  const orgOf = (index: number) => seeded.orgIds[index % seeded.orgIds.length] ?? orgId
  const get = (path: string, org: (index: number) => string) => (index: number) => caller.call('GET', path, org(index))

  yield { name: 'bare route (nothing there)', latency: await openLoop(pace, get('/api/none', orgOf)) }
  yield {
    name: 'bare SQL (a page of people)',
    latency: await openLoop(pace, (index) => bareSql(database, orgOf(index))),
  }
  const reads = ['/api/v1/employees?limit=50', '/api/v1/rosters?limit=20', '/api/v1/shift-types', '/api/v1/skills']
  for (const path of reads) {
    const latency = await openLoop(pace, get(path, orgOf))
    yield { name: `GET ${path.slice(7)}`, latency, goal: { text: 'read p95 < 50 ms', ms: latency.p95, max: 50 } }
  }
  const cached = await openLoop(
    pace,
    get('/api/v1/employees?limit=50', () => orgId),
  )
  yield {
    name: 'the same of one organisation, cached',
    latency: cached,
    goal: { text: 'cached p95 < 10 ms', ms: cached.p95, max: 10 },
  }
  const search = await openLoop(pace, (index) =>
    caller.call('GET', `/api/v1/employees?search=${names[index % names.length]}%20${index % 500}`, orgOf(index)),
  )
  const inDatabase = search.databaseP95 ?? Number.NaN
  yield {
    name: 'search of people',
    latency: search,
    goal: { text: 'in the database p95 < 10 ms', ms: inDatabase, max: 10 },
  }
  const span = 'from=2026-06-01&to=2026-06-28'
  const cold = summarise(
    await oneByOne(Math.min(seeded.orgIds.length, 20), (index) =>
      caller.call('GET', `/api/v1/dashboard?${span}`, orgOf(index)),
    ),
  )
  yield { name: 'dashboard, cold', latency: cold, goal: { text: 'p95 < 100 ms', ms: cold.p95, max: 100 } }
  const warm = summarise(await oneByOne(20, () => caller.call('GET', `/api/v1/dashboard?${span}`, orgId)))
  yield { name: 'dashboard, cached', latency: warm, goal: { text: 'p95 < 10 ms', ms: warm.p95, max: 10 } }
  const stamp = Date.now().toString(36)
  const writes = await openLoop({ rate: writesPerSecond, seconds: options.seconds }, (index) =>
    caller.call('POST', '/api/v1/skills', orgOf(index), { body: { code: `${stamp}-${index}`, name: 'Bench' } }),
  )
  yield { name: 'POST /skills', latency: writes, goal: { text: 'write p95 < 100 ms', ms: writes.p95, max: 100 } }
  yield await realtimeRow(place, orgId, stamp)
}

const names = ['Ada', 'Bo', 'Cy', 'Meyer', 'Okafor']

async function oneByOne<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (let index = 0; index < count; index++) answers.push(await work(index))
  return answers
}

async function bareSql(database: pg.Pool, orgId: string) {
  const startMs = performance.now()
  await database.query('select * from employees where org_id = $1 and deleted_at is null order by name, id limit 51', [
    orgId,
  ])
  const ms = performance.now() - startMs
  return { ms, status: 200, databaseMs: ms }
}

async function realtimeRow({ url, caller, options }: Place, orgId: string, stamp: string): Promise<Row> {
  const { cookie } = caller
  const change = () => caller.call('POST', '/api/v1/skills', orgId, { body: { code: `${stamp}-live`, name: 'Live' } })
  const { connected, heardMs } = await measureRealtime({ url, cookie, orgId, clients: options.clients }, change)
  const latency = summarise(heardMs.map((ms) => ({ ms, status: 200, databaseMs: null })))
  const missing = connected - heardMs.length
  return {
    name: `realtime, ${connected} clients${missing > 0 ? `, ${missing} did not hear` : ''}`,
    latency: { ...latency, failed: missing },
    goal: { text: 'all within 300 ms', ms: heardMs.at(-1) ?? Number.NaN, max: 300 },
  }
}

function print({ name, latency, goal }: Row, bare: Latency | null): void {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10)
  const ratio = bare === null ? '' : `${(latency.p50 / bare.p50).toFixed(1)} x bare`.padStart(12)
  const verdict = goal ? `${goal.ms < goal.max ? 'met   ' : 'missed'} ${goal.text} (${goal.ms.toFixed(1)})` : ''
  const failed = latency.failed > 0 ? `  ${latency.failed} failed` : ''
  console.log(`${name.padEnd(44)}${ms(latency.p50)}${ms(latency.p95)}${ms(latency.p99)}${ratio}  ${verdict}${failed}`)
}

async function main(): Promise<void> {
  const options = parseApiBenchArguments(process.argv.slice(2), folder)
  if (!options) return void process.stdout.write(usage)
  const say = (line: string) => process.stderr.write(`${line}\n`)
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 })
  const stack = await startStack({ dataDir: options.dataDir, limitScale: 10_000, hasPage: false, log: say })
  const owner = new pg.Client({ connectionString: stack.ownerUrl })
  const database = new pg.Pool({ connectionString: stack.ownerUrl, max: 10 })
  try {
    await owner.connect()
    say('Filling the database where something is missing')
    const seeded = await seed(owner, options.scale, say)
    const caller = await openCaller(stack.url, owner, seeded.orgIds)
    console.log(`${seeded.organisations} organisations, ${seeded.people} people, ${seeded.assignments} assignments`)
    console.log(`${''.padEnd(44)}${'p50'.padStart(10)}${'p95'.padStart(10)}${'p99'.padStart(10)}`)
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
    const rows: Row[] = []
    for await (const row of measure({ options, url: stack.url, caller, seeded, database })) {
      print(row, rows[0]?.latency ?? null)
      rows.push(row)
      const { scale, rate } = options
      const kept = {
        date: new Date().toISOString().slice(0, 10),
        commit,
        scale,
        rate,
        measured: row.name,
        ...row.latency,
      }
      appendFileSync(resultsFile, `${JSON.stringify(kept)}\n`)
    }
  } finally {
    await database.end()
    await owner.end().catch(() => undefined)
    await stack.stop()
  }
}

await main()
