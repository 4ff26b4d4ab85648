// Every endpoint of the document is asked valid, nearly valid and nonsense things. MUSTER_FUZZ_RUNS says how many each (4),
// MUSTER_FUZZ_SEED with which seed (1; any other number to look further); a failure names both.
import * as fc from 'fast-check'
import { beforeAll, inject, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { barePlatform } from '../../api/tests/bare-platform.ts'
import { connect } from '../../drizzle/client.ts'
import { oneOfEach } from '../../drizzle/tests/one-of-each.ts'
import { Client, newOwner } from '../http/client.ts'
import { bodies } from '../http/records.ts'
import { answerChecker } from './check-answer.ts'
import { type Document, type Operation, readOperations } from './operations.ts'
import { request, type Versions } from './request.ts'

const numRuns = Number(process.env.MUSTER_FUZZ_RUNS ?? 4)
const seed = Number(process.env.MUSTER_FUZZ_SEED ?? 1)

const document = (await (await createApp(barePlatform()).request('/api/openapi.json')).json()) as Document
const operations = readOperations(document)
const check = answerChecker(document)
/** They would sign the fuzzer out, or count against everybody at this address: they are asked without a session, and less. */
const isSignIn = ({ path }: Operation) => path.startsWith('/api/auth/')

let owner: Client
const ids = new Map<string, string[]>()
const versions = new Map<string, number>()

beforeAll(async () => {
  owner = await newOwner('Fuzz')
  const { appUrl, neonProxy } = inject('stack')
  await oneOfEach(connect({ databaseUrl: appUrl, httpProxy: neonProxy, wsProxy: neonProxy }), owner.orgId)
  for (const path of ['/api-keys', '/invitations', '/departments', '/teams', '/job-roles', '/channels', '/holidays']) {
    await owner.post(path, bodies()[path])
  }
  for (const resource of lists) await learn(resource)
})

const lists = operations
  .filter(({ method, path }) => method === 'GET' && /^\/api\/v1\/[a-z-]+$/.test(path) && !path.endsWith('/live'))
  .map(({ path }) => path.split('/')[3] ?? '')

/** Ids and versions as the list of a resource shows them now. */
const learn = async (resource: string): Promise<void> => {
  if (!lists.includes(resource)) return
  const { data } = await owner.get<{ id?: string; version?: number }[]>(`/${resource}`)
  if (!Array.isArray(data)) return
  const found = data.flatMap(({ id }) => (id === undefined ? [] : [id]))
  if (found.length > 0) ids.set(resource, found)
  for (const { id, version } of data) if (id !== undefined && version !== undefined) versions.set(id, version)
}

const ask = async (
  operation: Operation,
  { path, raw, headers }: { path: string; raw: string | null; headers: Record<string, string> },
) => {
  const client = isSignIn(operation) ? new Client() : owner
  const response = await fetch(client.url + path, {
    method: operation.method,
    headers: { ...headers, ...(client.cookie ? { Cookie: client.cookie } : {}) },
    ...(raw === null || operation.method === 'GET' ? {} : { body: raw }),
  })
  return { status: response.status, type: response.headers.get('Content-Type') ?? '', text: await response.text() }
}

test.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s answers in its schema and never with an error of the server',
  async (_, operation) => {
    await learn(operation.path.split('/')[3] ?? '')
    const world = { document, ids }
    const property = fc.asyncProperty(request(world, versions as Versions, operation), async (sent) => {
      const answered = await ask(operation, sent)
      const wrong = check(operation, answered)
      if (wrong !== null) throw new Error(`${wrong}: ${answered.status} ${answered.text.slice(0, 600)}`)
    })
    await fc.assert(property, {
      numRuns: isSignIn(operation) ? Math.min(3, numRuns) : numRuns,
      seed,
      includeErrorInReport: true,
    })
  },
)
