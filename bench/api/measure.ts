// What is measured of the API, in order, and the goal each row has.
import type pg from 'pg'
import type { ApiBenchArguments } from './arguments.ts'
import type { Caller } from './caller.ts'
import { type Latency, openLoop, summarise, type Timed } from './load.ts'
import { measureRealtime } from './realtime.ts'

export interface Row {
  name: string
  latency: Latency
  /** What the goal bounds, in milliseconds, and by how much. */
  goal?: { text: string; ms: number; max: number }
}

export interface Place {
  options: ApiBenchArguments
  url: string
  caller: Caller
  /** The seeded organisations, the measured one first. */
  orgIds: readonly string[]
  /** Connections of the API's own role, under row security. */
  database: pg.Pool
}

const writesPerSecond = 20
const writesOfOnePerSecond = 50
const warmUp = { rate: 20, seconds: 2 }
const names = ['Ada', 'Bo', 'Cy', 'Meyer', 'Okafor']
const span = 'from=2026-06-01&to=2026-06-28'
type Send = (index: number) => Promise<Timed>

/** Each row follows two seconds of the same requests that are not counted, except where the first ones are what is asked for. */
export async function* measure(place: Place): AsyncGenerator<Row> {
  yield* bareRows(place)
  yield* readRows(place)
  yield* dashboardRows(place)
  yield* writeRows(place)
}

const orgOf = ({ orgIds }: Place, index: number): string => orgIds[index % orgIds.length] ?? ''

const atPace = async ({ options }: Place, send: Send, rate = options.rate): Promise<Latency> => {
  await openLoop(warmUp, (index) => send(-1 - index))
  return openLoop({ rate, seconds: options.seconds }, send)
}

async function* bareRows(place: Place): AsyncGenerator<Row> {
  const nothing: Send = async (index) => {
    const answer = await place.caller.call('GET', '/api/none', orgOf(place, Math.abs(index)))
    return { ...answer, status: answer.status === 404 ? 200 : answer.status }
  }
  yield { name: 'bare route (nothing there)', latency: await atPace(place, nothing) }
  const people = 'select * from employees where org_id = $1 and deleted_at is null order by name, id limit 51'
  const page: Send = (index) => bareSql(place, index, people, (orgId) => [orgId])
  yield { name: 'bare SQL (a page of people)', latency: await atPace(place, page) }
  const found = 'select id from search_employees($1, null, null, null, null, null, 51)'
  const search: Send = (index) => bareSql(place, index, found, () => [words(index)])
  const latency = await atPace(place, search)
  yield {
    name: 'bare SQL (search of people)',
    latency,
    goal: { text: 'search in the database p95 < 10 ms', ms: latency.p95, max: 10 },
  }
}

/** Who is searched for, and a page of another length when the same search comes again: nothing is kept already. */
const words = (index: number) => [names[Math.abs(index) % names.length] ?? '', String(Math.abs(index) % 500)]
const lengthOf = (index: number) => (index < 0 ? 49 : 50 + Math.floor(index / 500))

/** One statement as the API's role in its tenant's transaction; only the statement is timed. */
const bareSql = async (
  place: Place,
  index: number,
  text: string,
  params: (orgId: string) => unknown[],
): Promise<Timed> => {
  const orgId = orgOf(place, Math.abs(index))
  const client = await place.database.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.org_id', $1, true)`, [orgId])
    const startMs = performance.now()
    await client.query(text, params(orgId))
    const ms = performance.now() - startMs
    await client.query('commit')
    return { ms, status: 200, databaseMs: ms }
  } finally {
    client.release()
  }
}

async function* readRows(place: Place): AsyncGenerator<Row> {
  const { caller, orgIds } = place
  const get =
    (path: (index: number) => string, org = (index: number) => orgOf(place, index)): Send =>
    (index) =>
      caller.call('GET', path(index), org(Math.abs(index)))
  const reads: [string, Send][] = [
    // Another question each time, so that no answer is kept already.
    ['GET /employees, not kept', get((index) => `/api/v1/employees?limit=50&filter=number:ne:x${index}`)],
    ['GET /rosters', get(() => '/api/v1/rosters?limit=20')],
    ['GET /shift-types', get(() => '/api/v1/shift-types')],
    ['GET /skills', get(() => '/api/v1/skills')],
    [
      'GET /employees, search',
      get((index) => `/api/v1/employees?search=${words(index).join('%20')}&limit=${lengthOf(index)}`),
    ],
  ]
  for (const [name, send] of reads) {
    const latency = await atPace(place, send)
    yield { name, latency, goal: { text: 'read p95 < 50 ms', ms: latency.p95, max: 50 } }
  }
  const kept = await atPace(
    place,
    get(
      () => '/api/v1/employees?limit=50',
      () => orgIds[0] ?? '',
    ),
  )
  yield { name: 'GET /employees, kept', latency: kept, goal: { text: 'cached p95 < 10 ms', ms: kept.p95, max: 10 } }
}

async function* dashboardRows(place: Place): AsyncGenerator<Row> {
  const { caller, orgIds } = place
  const ask = (orgId: string) => caller.call('GET', `/api/v1/dashboard?${span}`, orgId)
  // The first one warms the isolate; of all others each is asked for the first time.
  await ask(orgIds.at(-1) ?? '')
  const cold = summarise(await oneByOne(orgIds.slice(0, Math.min(20, orgIds.length - 1)), ask))
  yield { name: 'dashboard, cold', latency: cold, goal: { text: 'p95 < 100 ms', ms: cold.p95, max: 100 } }
  const kept = await atPace(place, () => ask(orgIds[0] ?? ''))
  yield { name: 'dashboard, kept', latency: kept, goal: { text: 'cached p95 < 10 ms', ms: kept.p95, max: 10 } }
}

async function* writeRows(place: Place): AsyncGenerator<Row> {
  const { caller, orgIds } = place
  const stamp = Date.now().toString(36)
  const add =
    (kind: string, org: (index: number) => string): Send =>
    (index) =>
      caller.call('POST', '/api/v1/skills', org(Math.abs(index)), {
        body: { code: `${stamp}-${kind}${index}`, name: 'Bench' },
      })
  const many = await atPace(
    place,
    add('', (index) => orgOf(place, index)),
    writesPerSecond,
  )
  const goal = (ms: number) => ({ text: 'write p95 < 100 ms', ms, max: 100 })
  yield { name: `POST /skills, ${writesPerSecond} a second`, latency: many, goal: goal(many.p95) }
  // Every write of an organisation raises one row of counts: do they wait for each other?
  const one = await atPace(
    place,
    add('one', () => orgIds[0] ?? ''),
    writesOfOnePerSecond,
  )
  yield { name: `POST /skills, ${writesOfOnePerSecond} a second in one place`, latency: one, goal: goal(one.p95) }
  yield await realtimeRow(place, () => add('live', () => orgIds[0] ?? '')(0))
}

const oneByOne = async <T, A>(all: readonly T[], work: (one: T) => Promise<A>): Promise<A[]> => {
  const answers: A[] = []
  for (const one of all) answers.push(await work(one))
  return answers
}

const realtimeRow = async ({ url, caller, options, orgIds }: Place, change: () => Promise<unknown>): Promise<Row> => {
  const asked = { url, cookie: caller.cookie, orgId: orgIds[0] ?? '', clients: options.clients }
  const { connected, heardMs } = await measureRealtime(asked, change)
  const latency = summarise(heardMs.map((ms) => ({ ms, status: 200, databaseMs: null })))
  const missing = connected - heardMs.length
  return {
    name: `realtime, ${connected} clients${missing > 0 ? `, ${missing} did not hear` : ''}`,
    latency: { ...latency, failed: missing },
    goal: {
      text: 'all within 300 ms',
      ms: missing > 0 ? Number.POSITIVE_INFINITY : (heardMs.at(-1) ?? Number.NaN),
      max: 300,
    },
  }
}
