// How many statements a request sends: as many for a few rows as for many, and not too many. Counted at the driver, whatever sent them.
import { beforeAll, expect, test } from 'vitest'
import { manyOfEach } from '../drizzle/tests/many-of-each.ts'
import { oneOfEach } from '../drizzle/tests/one-of-each.ts'
import { testDatabase } from '../drizzle/tests/test-database.ts'
import { type Address, addressesOf } from './tests/readings-of.ts'
import { servedApp, statementsOf } from './tests/served-app.ts'

const database = testDatabase()
const now = new Date('2027-03-01T12:00:00Z')
/** Membership, the record or page asked for, and what decides whether it may be seen. */
const usualMax = 5
/** What is read from many tables at once, each read once. */
const manyTables: Record<string, number> = {
  // What a roster is planned from, with the people who are judged.
  '/api/v1/rosters/{id}/grid': 20,
  '/api/v1/rosters/{id}/problem': 20,
  '/api/v1/rosters/{id}/unfilled': 20,
  '/api/v1/rosters/{id}/export': 20,
  '/api/v1/roster-versions/{id}/comparison': 20,
  '/api/v1/runs/{id}/proposal': 20,
  '/api/v1/open-shifts/{id}/stand-ins': 20,
  '/api/v1/open-shifts/mine': 22,
  // Everything held about a person, and what work costs.
  '/api/v1/employees/{id}/personal-data': 30,
  '/api/v1/costs': 12,
  // Rules of leave, balance, shifts and others away at that time; entry, shift and policy of today.
  '/api/v1/time-off/{id}/review': 6,
  '/api/v1/time-off/estimate': 8,
  '/api/v1/clock': 8,
}
/** What belongs to one roster or person stays with it, so that each has many. */
const keeping = [
  ...['shifts', 'assignments', 'roster_versions', 'rule_overrides', 'roster_runs', 'roster_acknowledgements'].map(
    (table) => `${table}.roster_id`,
  ),
  ...['shifts.day', 'shifts.starts_at', 'shifts.ends_at', 'assignments.starts_at', 'assignments.ends_at'],
  ...['employee_skills', 'certifications', 'availability', 'time_off_requests', 'absences', 'clock_events'].map(
    (table) => `${table}.employee_id`,
  ),
]

let owner: { orgId: string; userId: string }
let addresses: Address[]
const counts = new Map<string, { few: number; many: number }>()
const countOf = async (method: string, url: string, body?: unknown): Promise<number> => {
  const app = servedApp(database, owner, now)
  const statements = await statementsOf(() => app.request(method, url, body))
  expect([url, app.failures]).toEqual([url, []])
  return statements.length
}

beforeAll(async () => {
  owner = await database.newOrg()
  await oneOfEach(database.app, owner.orgId)
  await database.owner.query('update notifications set user_id = $2 where org_id = $1', [owner.orgId, owner.userId])
  await database.owner.query(`update roster_runs set state = 'cancelled', finished_at = now()`)
  addresses = await addressesOf(database.owner, owner.orgId)
  // A line of somebody's, so that the log has names to tell from the first.
  await countOf('POST', '/api/v1/skills', { code: 'first', name: 'First' })
  const few = new Map<string, number>()
  for (const { name, url } of addresses) few.set(name, await countOf('GET', url))
  const fewOf = ['cache_generations', 'idempotency_keys', 'member_scopes', 'members', 'organisation_settings']
  await manyOfEach(database.owner, { orgIds: [owner.orgId], copies: 12, fewOf, keeping })
  for (const { name, url } of addresses) counts.set(name, { few: few.get(name) ?? 0, many: await countOf('GET', url) })
}, 300_000)

test('a reading sends as many statements for many rows as for a few', () => {
  expect(counts.size).toBeGreaterThan(100)
  const different = [...counts].filter(([, { few, many }]) => few !== many)
  expect(different.map(([name, { few, many }]) => `${name}: ${few}, then ${many}`)).toEqual([])
})

test('no reading sends more statements than it has reason to', () => {
  const tooMany = [...counts].filter(([name, { many }]) => many > (manyTables[name.split('?')[0] ?? ''] ?? usualMax))
  expect(tooMany.map(([name, { many }]) => `${name}: ${many}`)).toEqual([])
})

test('a bulk request sends so many statements for each item and no more, however many there are', async () => {
  const bodies: Record<string, (n: number) => object> = {
    skills: (n) => ({ code: `b${n}`, name: 'Bulk' }),
    sites: (n) => ({ code: `b${n}`, name: 'Bulk', zone: 'Europe/Berlin' }),
    'shift-types': (n) => ({ code: `b${n}`, name: 'Bulk', startTime: '06:00', durationMinutes: 480 }),
    employees: (n) => ({ number: `b${n}`, name: 'Bulk' }),
  }
  let n = 0
  for (const [resource, body] of Object.entries(bodies)) {
    const statementsFor = (items: number) =>
      countOf('POST', `/api/v1/${resource}/bulk`, {
        items: Array.from({ length: items }, () => ({ op: 'create', data: body(n++) })),
      })
    const [one, six, eleven] = [await statementsFor(1), await statementsFor(6), await statementsFor(11)]
    expect([resource, eleven - six]).toEqual([resource, six - one])
    // What it names is looked up, it is written with what it holds, read as it stands, and has its line in the log.
    expect([resource, (six - one) / 5 <= 7]).toEqual([resource, true])
  }
})

test('a write sends what it changes and its line in the log', async () => {
  const create = await countOf('POST', '/api/v1/skills', { code: 'one', name: 'One' })
  expect(create).toBeLessThanOrEqual(4)
  const { rows } = await database.owner.query<{ id: string }>(`select id from skills where code = 'one'`)
  expect(await countOf('PATCH', `/api/v1/skills/${rows[0]?.id}`, { name: 'Two' })).toBeLessThanOrEqual(5)
})
