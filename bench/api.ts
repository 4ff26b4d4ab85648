// `npm run bench:api`: the API against its goals, on a database of the size they speak of. bench/README.md says how to read it.
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { temporaryData } from '../local/temporary-data.ts'
import { findMachinePrograms } from '../tests/machine.ts'
import { startMachineRedis } from '../tests/servers/machine-servers.ts'
import { parseApiBenchArguments, usage } from './api/arguments.ts'
import { openCaller } from './api/caller.ts'
import type { Latency } from './api/load.ts'
import { measure, type Row } from './api/measure.ts'
import { seed } from './api/seed.ts'
import { startServed } from './api/served.ts'

const resultsFile = fileURLToPath(new URL('./results/api.jsonl', import.meta.url))
const folder = process.env.INIT_CWD ?? process.cwd()

const isMet = ({ goal }: Row): boolean => goal !== undefined && goal.ms < goal.max

function print({ name, latency, goal }: Row, bare: { route: Latency | undefined; sql: Latency | undefined }): void {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10)
  const times = (base: Latency | undefined) => (base ? `${(latency.p50 / base.p50).toFixed(1)} x` : '').padStart(9)
  const verdict = goal ? `${goal.ms < goal.max ? 'met   ' : 'missed'} ${goal.text} (${goal.ms.toFixed(1)})` : ''
  const inDatabase = latency.databaseP95 === null ? ''.padStart(10) : ms(latency.databaseP95)
  const failed = latency.failed > 0 ? `  ${latency.failed} failed` : ''
  const figures = `${ms(latency.p50)}${ms(latency.p95)}${ms(latency.p99)}${inDatabase}`
  console.log(`${name.padEnd(40)}${figures}${times(bare.route)}${times(bare.sql)}  ${verdict}${failed}`)
}

function summary(rows: readonly Row[]): string {
  const judged = rows.filter(({ goal }) => goal)
  const missed = judged.filter((row) => !isMet(row)).map(({ name }) => name)
  return `${judged.length - missed.length} of ${judged.length} goals met${missed.length > 0 ? `; missed: ${missed.join('; ')}` : ''}`
}

/** The machine's own Redis where it has one: the stand-in is no measure of anything. */
async function findRedis(undo: (() => unknown)[]): Promise<string | undefined> {
  if (process.env.REDIS_URL !== undefined) return process.env.REDIS_URL
  const { redis } = findMachinePrograms()
  if (redis === null) return undefined
  const { dataDir, remove } = temporaryData()
  undo.push(remove)
  const server = await startMachineRedis(redis, dataDir)
  undo.push(() => server.stop())
  return server.url
}

async function main(): Promise<void> {
  const options = parseApiBenchArguments(process.argv.slice(2), folder)
  if (!options) return void process.stdout.write(usage)
  const say = (line: string) => process.stderr.write(`${line}\n`)
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 })
  const undo: (() => unknown)[] = []
  try {
    const redisUrl = await findRedis(undo)
    const served = await startServed({ dataDir: options.dataDir, redisUrl }, say)
    undo.push(served.stop)
    const owner = new pg.Client({ connectionString: served.ownerUrl })
    await owner.connect()
    undo.push(() => owner.end())
    say('Filling the database where something is missing')
    const { orgIds, organisations, people, assignments } = await seed(owner, options.scale, say)
    const caller = await openCaller(served.url, owner, orgIds)
    const database = new pg.Pool({ connectionString: served.appUrl, max: 10 })
    undo.push(() => database.end())
    console.log(`${organisations} organisations, ${people} people, ${assignments} assignments`)
    console.log(`${redisUrl ? 'Redis' : 'The stand-in for Redis'}, PostgreSQL, workerd and this on one machine`)
    console.log(
      `${['p50', 'p95', 'p99', 'db p95']
        .map((head) => head.padStart(10))
        .join('')
        .padStart(80)}    route      SQL`,
    )
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
    const rows: Row[] = []
    for await (const row of measure({ options, url: served.url, caller, orgIds, database })) {
      print(row, { route: rows[0]?.latency, sql: rows[1]?.latency })
      rows.push(row)
      const run = { date: new Date().toISOString().slice(0, 10), commit, scale: options.scale, rate: options.rate }
      const kept = { ...run, measured: row.name, ...row.latency, ...(row.goal && { isMet: isMet(row) }) }
      appendFileSync(resultsFile, `${JSON.stringify(kept)}\n`)
    }
    console.log(summary(rows))
  } finally {
    for (const step of undo.toReversed()) await step()
  }
}

await main()
