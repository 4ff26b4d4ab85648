// The whole app in this process on a test's database, with an owner signed in: requests as they come over HTTP, and every statement
// they send heard at the driver.
import { Client, neonConfig } from '@neondatabase/serverless'
import type { TestDatabase } from '../../drizzle/tests/test-database.ts'
import { systemIds } from '../../platform/ids.ts'
import { createApp } from '../app.ts'
import { memberships } from '../auth/memberships.ts'
import { barePlatform } from './bare-platform.ts'

/** A statement as the driver sent it: `$1` and so on stand for the params. */
export type Statement = { role: string; text: string; params: unknown[] }
type Parameter = { name: string; in: string; required?: boolean; schema: { enum?: string[]; format?: string } }
export type Reading = { path: string; parameters: Parameter[] }

/** Answers requests in `orgId` as its owner `userId`; the clock stands at `now`. */
export const servedApp = (database: TestDatabase, { orgId, userId }: { orgId: string; userId: string }, now: Date) => {
  const known = {
    user: { id: userId, email: 'ada@muster.example', name: 'Ada' },
    session: { id: userId, expiresAt: new Date('2099-01-01T00:00:00Z'), activeOrganisationId: orgId },
    cookies: [],
  }
  const bare = barePlatform()
  const live = { publish: async () => undefined }
  const auth = {
    ...bare.auth,
    session: async () => known,
    memberships: memberships(database.auth.http),
    db: database.auth,
  }
  const queue = { send: async () => undefined }
  const settings = { ...bare.settings, limitScale: 1000 }
  const log = { ...bare.log, error: (_event: string, fields?: object) => failures.push(fields) }
  const failures: unknown[] = []
  const app = createApp({
    ...bare,
    log,
    settings,
    db: database.app,
    auth,
    live,
    queue,
    ids: systemIds,
    clock: { now: () => now },
  })
  return {
    /** What went wrong on our side, as it was logged. */
    failures,
    request: async (method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> => {
      const headers = { 'Content-Type': 'application/json', 'If-Match': '"1"' }
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await app.request(path, { method, headers, ...sent })
      return { status: response.status, text: await response.text() }
    },
  }
}

/** Everything that is read with GET in an organisation, as the document of the app names it. */
export const readings = async (): Promise<Reading[]> => {
  const document = (await (await createApp(barePlatform()).request('/api/openapi.json')).json()) as {
    paths: Record<string, { get?: { parameters?: Parameter[] } }>
  }
  return Object.entries(document.paths).flatMap(([path, { get }]) =>
    get && path.startsWith('/api/v1/')
      ? [{ path, parameters: (get.parameters ?? []).filter((one) => one.in === 'query') }]
      : [],
  )
}

/** Every statement that the driver sends while `work` goes on, without those that open and close transactions. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<Statement[]> => {
  const heard: Statement[] = []
  const { fetchFunction } = neonConfig
  const { query } = Client.prototype
  neonConfig.fetchFunction = (url: string, init: { body: string; headers: Record<string, string> }) => {
    const body = JSON.parse(init.body) as Sent | { queries: Sent[] }
    const role = new URL(init.headers['Neon-Connection-String'] ?? '').username
    for (const one of 'queries' in body ? body.queries : [body])
      heard.push({ role, text: one.query, params: one.params })
    return fetch(url, init as RequestInit)
  }
  Client.prototype.query = function (this: Client, ...asked: unknown[]) {
    const [first, second] = asked as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    const text = typeof first === 'string' ? first : first.text
    heard.push({
      role: String(this.user),
      text,
      params: second ?? (typeof first === 'string' ? [] : (first.values ?? [])),
    })
    return (query as (...args: unknown[]) => unknown).apply(this, asked)
  } as typeof query
  try {
    await work()
  } finally {
    neonConfig.fetchFunction = fetchFunction
    Client.prototype.query = query
  }
  return heard.filter(
    ({ text }) => !/^\s*(begin|commit|rollback|savepoint|release)\b|set_config\('app\.org_id'/i.test(text),
  )
}
type Sent = { query: string; params: unknown[] }
