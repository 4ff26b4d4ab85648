// How the database goes about what the API reads: every address of the document is asked, and what it sends is explained by the server
// as the role that sends it, under row security, over tables with many rows of several organisations.
import { beforeAll, expect, test } from 'vitest'
import { manyOfEach } from '../drizzle/tests/many-of-each.ts'
import { oneOfEach } from '../drizzle/tests/one-of-each.ts'
import { testDatabase } from '../drizzle/tests/test-database.ts'
import { type Address, addressesOf } from './tests/readings-of.ts'
import { type Statement, servedApp, statementsOf } from './tests/served-app.ts'

const database = testDatabase()
const organisations = 8
const copies = 300
/** When all copies but the last few lie in the past: what is judged shift by shift has few shifts to judge. */
const now = new Date('2052-07-01T12:00:00Z')
const pageRows = 20
/** Somewhat more than a page: who sorts more than this sorts everything there is for one page of it. */
const sortedRowsMax = 100
/** A table of so many rows is large, whoever's they are; partitions of the log that hold nothing are not. */
const largeRows = 2000
/** A handful in every organisation, whatever its size. */
const fewOf = [
  'cache_generations',
  'idempotency_keys',
  'invitations',
  'member_scopes',
  'members',
  'notification_preferences',
  'organisation_settings',
]
/** What a roster has many of; and the log's lines are all of one month, so that its partition is long. */
const keeping = [
  ...['roster_versions', 'rule_overrides', 'roster_runs', 'roster_acknowledgements'].map((name) => `${name}.roster_id`),
  'audit_log.at',
]

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Plan Rows': number; Plans?: Plan[] }
type Owner = { orgId: string; userId: string }
const explained: { address: Address; nodes: Plan[] }[] = []

beforeAll(async () => {
  const owners: Owner[] = []
  for (let n = 0; n < organisations; n++) {
    const owner = await database.newOrg()
    await oneOfEach(database.app, owner.orgId)
    owners.push(owner)
  }
  const [asked] = owners as [Owner]
  await database.owner.query('update notifications set user_id = $2 where org_id = $1', [asked.orgId, asked.userId])
  await database.owner.query(`update roster_runs set state = 'cancelled', finished_at = now()`)
  const addresses = await addressesOf(database.owner, asked.orgId)
  await manyOfEach(database.owner, { orgIds: owners.map(({ orgId }) => orgId), copies, fewOf, keeping })
  await explainAll(asked, addresses)
}, 300_000)

/** Asks each address, its second page and the orders its list can be sorted in. */
const explainAll = async (asked: Owner, addresses: readonly Address[]): Promise<void> => {
  const app = servedApp(database, asked, now)
  const known = new Map<string, Promise<Plan[]>>()
  const explainOnce = (statement: Statement): Promise<Plan[]> => {
    const key = JSON.stringify(statement)
    const plan = known.get(key) ?? explain(asked.orgId, statement)
    known.set(key, plan)
    return plan
  }
  for (const address of addresses) {
    const ask = async (
      query: string[],
    ): Promise<{ meta?: { nextCursor?: string | null }; error?: { message: string } }> => {
      let text = ''
      const url = `${address.url}${query.length === 0 ? '' : address.url.includes('?') ? '&' : '?'}${query.join('&')}`
      const statements = await statementsOf(async () => {
        text = (await app.request('GET', url)).text
      })
      for (const statement of statements) explained.push({ address, nodes: await explainOnce(statement) })
      return text.startsWith('{') ? JSON.parse(text) : {}
    }
    const size = address.hasPages ? [`limit=${pageRows}`] : []
    const { meta } = await ask(size)
    if (meta?.nextCursor) await ask([...size, `cursor=${meta.nextCursor}`])
    for (const field of address.isSortable ? sortable((await ask(['sort=nothing'])).error?.message) : []) {
      await ask([...size, `sort=${field}`])
      await ask([...size, `sort=-${field}`])
    }
  }
}

/** The fields that a refusal names. */
const sortable = (refusal: string | undefined): string[] => {
  const [, fields] = /Choose (.+), with a minus/.exec(refusal ?? '') ?? []
  if (fields === undefined) throw new Error(`No field to sort by stands in ${JSON.stringify(refusal)}.`)
  return fields.split(' or ')
}

const explain = async (orgId: string, { role, text, params }: Statement): Promise<Plan[]> => {
  const { $client: client } = (role === 'muster_auth' ? database.auth : database.app).http
  const [, rows] = await client.transaction([
    client.query(`select set_config('app.org_id', $1, true)`, [orgId]),
    client.query(`explain (format json) ${text}`, params),
  ])
  const flat = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(flat)]
  const [row] = rows as [{ 'QUERY PLAN': [{ Plan: Plan }] }]
  return flat(row['QUERY PLAN'][0].Plan)
}

const faultsAmong = (isFault: (node: Plan, address: Address) => boolean, tell: (node: Plan) => string): string[] => [
  ...new Set(
    explained.flatMap(({ address, nodes }) =>
      nodes.filter((node) => isFault(node, address)).map((node) => `${address.name}: ${tell(node)}`),
    ),
  ),
]

test('nothing that is read goes through a whole table', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    'select relname as name from pg_class where reltuples >= $1',
    [largeRows],
  )
  const large = new Set(rows.map(({ name }) => name))
  for (const name of ['assignments', 'shifts', 'employees', 'notifications', 'time_entries', 'time_off_requests'])
    expect(large).toContain(name)
  const isWhole = (node: Plan) => node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name'] ?? '')
  expect(explained.length).toBeGreaterThan(300)
  expect(faultsAmong(isWhole, (node) => String(node['Relation Name']))).toEqual([])
})

test('no page of a list is had by putting everything in order', () => {
  const isSortOfAll = (node: Plan, { hasPages }: Address) =>
    hasPages && node['Node Type'] === 'Sort' && node['Plan Rows'] > sortedRowsMax
  expect(faultsAmong(isSortOfAll, (node) => `${node['Plan Rows']} rows`)).toEqual([])
})
