// The same Workers in front of servers that are not ours: an older PostgreSQL and a real Redis, by DATABASE_URL and REDIS_URL.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../local/project.ts'
import { type Stack, startStack } from '../../local/stack.ts'
import { temporaryData } from '../../local/temporary-data.ts'
import { Client, password, signIn } from '../http/client.ts'
import { findMachinePrograms } from '../machine.ts'
import { type MachineServer, startMachinePostgres, startMachineRedis } from './machine-servers.ts'

const programs = findMachinePrograms()
const kinds = ['skills', 'contracts', 'sites', 'shift-types', 'people', 'time-off', 'wishes', 'demand']

describe.skipIf(!programs.postgres || !programs.redis)('on the PostgreSQL and Redis of the machine', () => {
  const { dataDir, remove } = temporaryData()
  const servers: MachineServer[] = []
  let stack: Stack
  let planner: Client

  beforeAll(async () => {
    const database = await startMachinePostgres(programs.postgres ?? '', join(dataDir, 'machine'))
    servers.push(database)
    const redis = await startMachineRedis(programs.redis ?? '', dataDir)
    servers.push(redis)
    stack = await startStack({ dataDir, databaseUrl: database.url, redisUrl: redis.url, hasPage: false })
    planner = new Client(stack.url)
  })
  afterAll(async () => {
    await stack?.stop()
    for (const server of servers) await server.stop()
    remove()
  })

  test('a planner signs up, imports, generates and reads the proposal', async () => {
    planner.email = 'ada@muster.example'
    const account = { name: 'Ada', email: planner.email, password }
    expect((await planner.send('POST', '/api/auth/sign-up/email', { body: account })).status).toBe(200)
    await signIn(planner)
    expect((await planner.post('/organisations', { name: 'Guards', zone: 'Europe/Berlin' })).status).toBe(201)
    const folder = join(projectRoot, 'examples', 'security')
    const files = kinds.map((kind) => ({ kind, content: readFileSync(join(folder, `${kind}.csv`), 'utf8') }))
    expect(await planner.post('/imports', { files })).toMatchObject({ status: 201 })
    const day = (files.at(-1)?.content.match(/\d{4}-\d\d-\d\d/) ?? [''])[0]
    const roster = await planner.post<{ id: string }>('/rosters', { name: 'Week', start: day, days: 7 })
    expect(roster.status).toBe(201)
    const run = await planner.post<{ id: string }>(`/rosters/${roster.data.id}/runs`, { evaluations: 50_000 })
    expect(run.status).toBe(202)
    await expect
      .poll(async () => (await planner.get<{ state: string }>(`/runs/${run.data.id}`)).data.state, { timeout: 50_000 })
      .toBe('completed')
    const proposal = await planner.get<{ added: unknown[]; scoreAfter: { hard: number } }>(
      `/runs/${run.data.id}/proposal`,
    )
    expect(proposal.data.added.length).toBeGreaterThan(0)
    expect(proposal.data.scoreAfter.hard).toBe(0)
  })

  test('the API role of the foreign server owns nothing and sees nothing without a tenant', async () => {
    const client = new pg.Client({ connectionString: stack.appUrl })
    await client.connect()
    try {
      expect((await client.query('select count(*)::int as n from employees')).rows).toEqual([{ n: 0 }])
      const owned = await client.query("select 1 from pg_class where relowner = 'muster_app'::regrole")
      expect(owned.rowCount).toBe(0)
    } finally {
      await client.end()
    }
  })

  test('health names both servers as reached', async () => {
    const answer = await planner.send<{ database: string; redis: string }>('GET', '/api/health')
    expect(answer.status).toBe(200)
    expect(answer.data).toMatchObject({ database: 'ok', redis: 'ok' })
  })
})
