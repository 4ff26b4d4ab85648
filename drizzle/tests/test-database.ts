// A real PostgreSQL behind the real gateway for one test file: migrated, with the logins the Workers use.
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { startNeonGateway } from '../../local/neon-gateway.ts'
import { startPostgres } from '../../local/postgres.ts'
import { postgresTarget } from '../../local/postgres-tunnel.ts'
import { loadSecrets } from '../../local/secrets.ts'
import { temporaryData } from '../../local/temporary-data.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { connect, type Database, transact } from '../client.ts'
import { migrate } from '../migrate.ts'
import { members, organisationSettings, organisations, users } from '../schema/index.ts'

type Running = Awaited<ReturnType<typeof start>>
export type TestDatabase = Omit<Running, 'stop'>

/** A database for the tests of the calling file. Its members may be read from the file's own hooks on, not before. */
export const testDatabase = (): TestDatabase => {
  let running: Running | undefined
  beforeAll(async () => {
    running = await start()
  }, 60_000)
  afterAll(() => running?.stop(), 30_000)
  const started = (): Running => {
    if (!running) throw new Error('The database runs only while the tests do; read it in a hook or a test.')
    return running
  }
  return {
    get app() {
      return started().app
    },
    get auth() {
      return started().auth
    },
    get owner() {
      return started().owner
    },
    migrateAgain: () => started().migrateAgain(),
    newOrg: () => started().newOrg(),
  }
}

/** Starts it in a temporary folder; `stop` removes everything. Takes about two seconds. */
const start = async () => {
  const { dataDir, remove } = temporaryData()
  const secrets = loadSecrets(dataDir)
  const server = await startPostgres({ dataDir, logFile: join(dataDir, 'postgres.log'), ...secrets })
  const migrateAgain = () => migrate({ ownerUrl: server.ownerUrl, ...secrets })
  await migrateAgain()
  const gateway = await startNeonGateway(postgresTarget(server.ownerUrl), () => {})
  const owner = new pg.Client({ connectionString: server.ownerUrl })
  await owner.connect()
  const login = (role: string, password: string): Database => {
    const url = new URL(server.ownerUrl)
    url.username = role
    url.password = password
    const proxy = `127.0.0.1:${gateway.port}`
    return connect({ databaseUrl: url.href, httpProxy: proxy, wsProxy: proxy })
  }
  const auth = login('muster_auth', secrets.authPassword)
  return {
    app: login('muster_app', secrets.appPassword),
    auth,
    owner,
    migrateAgain,
    newOrg: () => newOrg(auth),
    async stop() {
      await owner.end()
      await gateway.stop()
      await server.stop()
      remove()
    },
  }
}

/** A user who owns a fresh organisation in Berlin's zone. */
const newOrg = async (auth: Database): Promise<{ orgId: string; userId: string }> => {
  const [orgId, userId] = [uuidV7(), uuidV7()]
  await transact(auth, async (tx) => {
    await tx.insert(users).values({ id: userId, name: 'Ada', email: `${userId}@muster.example` })
    await tx.insert(organisations).values({ id: orgId, name: 'Vet', slug: orgId })
    await tx.insert(members).values({ id: uuidV7(), organizationId: orgId, userId, role: 'owner' })
    await tx.insert(organisationSettings).values({ orgId, zone: 'Europe/Berlin' })
  })
  return { orgId, userId }
}
