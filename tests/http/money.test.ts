// What is paid stays with those who may read costs: every endpoint is read, then all amounts are changed and everything is read
// again. Whoever may not read costs must not be able to tell the difference.
import { beforeAll, expect, test } from 'vitest'
import { allPermissions } from '../../api/contract/permissions.ts'
import { type Answer, Client, newMember, newOwner, type Sent } from './client.ts'
import { callEndpoint, type Endpoint, readEndpoints } from './endpoints.ts'
import { asOwner, makeOwnRecords, type OwnRecords } from './own-records.ts'

type Reader = { client: Client; headers: Record<string, string> }

/** Sockets, files of the server itself, and what is about the session: nothing of the organisation is read there. */
const aside = /^\/api\/(auth|health|docs|openapi)|\/live$/
const timeout = 300_000

let owner: Client
let readers: Record<'owner' | 'viewer' | 'key', Reader>
let endpoints: Endpoint[]
let ids: OwnRecords['ids']
let idFor: OwnRecords['idFor']

beforeAll(async () => {
  owner = await newOwner('Money')
  ;({ ids, idFor } = await makeOwnRecords(owner))
  const viewer = await newMember(owner.orgId, 'viewer')
  const withheld = /^(costs:|keys:|members:|organisation:delete|organisation:write)/
  const permissions = allPermissions.filter((one) => !withheld.test(one))
  const { data, error } = await owner.post<{ secret: string }>('/api-keys', { name: 'No costs', permissions })
  expect(error).toBeUndefined()
  readers = {
    owner: { client: owner, headers: {} },
    viewer: { client: viewer, headers: {} },
    key: { client: new Client(), headers: { Authorization: `Bearer ${data.secret}` } },
  }
  endpoints = (await readEndpoints()).filter(({ path }) => !aside.test(path))
  await prepare()
}, timeout)

const write = (...statements: string[]) => asOwner(owner.orgId, ...statements)

/** Two people who are paid by the hour, a proposal, and amounts wherever amounts are kept. */
const prepare = () =>
  write(
    `insert into employee_contracts (org_id, id, employee_id, contract_id, valid_from, valid_until)
     select org_id, gen_random_uuid(), id, '${ids.contract.id}', '2027-01-01', '2027-12-31' from employees
     where org_id = $org and number = '2'`,
    `update roster_runs set state = 'completed', started_at = now(), finished_at = now(),
     score_hard = 0, score_medium = 0, missing_heads = 0, hard_breaches = 0, best = '{"assignments": []}' where org_id = $org`,
    `update timesheets set state = 'approved' where org_id = $org`,
    "update availability set kind = 'preferred' where org_id = $org",
    "delete from time_off_requests where org_id = $org and state = 'approved'",
    `insert into rule_overrides (org_id, id, roster_id, rule_id, reason, breach, created_by, employee_id)
     select org_id, gen_random_uuid(), roster_id, 'labour-cost', 'agreed',
       jsonb_set(breach, '{rule}', '"labour-cost"'), created_by, '${ids.employee.id}' from rule_overrides where org_id = $org`,
  )

/** Every amount there is, as a multiple; the line in the log is what tells kept answers that something was written. */
const pay = (times: number) =>
  write(
    `update employee_contracts set rate_minor = ${4321 * times} where org_id = $org`,
    `update organisation_settings set rules = '[{"rule": "labour-cost", "params": {"nightMinorPerHour": ${777 * times}}}]'
     where org_id = $org`,
    `update contracts set rules = '[{"rule": "labour-cost", "params": {"nightMinorPerHour": ${888 * times}}}]' where org_id = $org`,
    `update budgets set amount_minor = ${1000 * times} where org_id = $org`,
    `update roster_runs set score_soft = ${555_501 * times} where org_id = $org`,
    `update run_progress set score_soft = ${555_502 * times} where org_id = $org`,
    `update shift_claims set cost = ${555_503 * times} where org_id = $org`,
    `update timesheets set cost_minor = ${555_504 * times} where org_id = $org`,
    `update rule_overrides set breach = breach || '{"size": ${555_505 * times}, "penalty": ${555_505 * times}}'
     where org_id = $org and rule_id = 'labour-cost'`,
    `insert into audit_log (org_id, id, action, entity) values ($org, gen_random_uuid(), 'paid', 'organisation')`,
  )

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`
const reads = (): Endpoint[] => endpoints.filter(({ method }) => method === 'GET')

/** What an answer says, without what differs from one request to the next. */
const said = ({ status, data, error, text }: Answer): string =>
  JSON.stringify([status, data ?? error ?? text]).replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'INSTANT')

const ask = ({ client, headers }: Reader, path: string, sent: Sent) =>
  client.send('POST', `/api/v1${path}`, { headers, version: 1, ...sent })

/** Questions that are asked by a POST and change nothing. */
const questions: Record<string, (reader: Reader) => Promise<Answer>> = {
  'what an assignment would change': (reader) =>
    ask(reader, `/rosters/${ids.roster.id}/assignments`, {
      body: { add: [{ employeeId: ids.colleague.id, shiftId: ids.shift.id }], dryRun: true },
    }),
  'what an edit would change': (reader) =>
    ask(reader, `/rosters/${ids.roster.id}/edits`, {
      body: { remove: [{ employeeId: ids.employee.id, shiftId: ids.shift.id }], dryRun: true },
    }),
}

const readAll = async (reader: Reader): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  for (const endpoint of reads()) {
    found.set(nameOf(endpoint), said(await callEndpoint(reader.client, endpoint, idFor(endpoint), reader.headers)))
  }
  for (const [name, question] of Object.entries(questions)) found.set(name, said(await question(reader)))
  return found
}

test('who may not read costs cannot tell by any answer what anybody is paid', { timeout }, async () => {
  const names = ['owner', 'viewer', 'key'] as const
  await pay(1)
  const before = new Map(await Promise.all(names.map(async (name) => [name, await readAll(readers[name])] as const)))
  await pay(3)
  const changed = (name: (typeof names)[number], after: Map<string, string>) =>
    [...after].filter(([endpoint, text]) => before.get(name)?.get(endpoint) !== text).map(([endpoint]) => endpoint)
  const [seen = []] = await Promise.all([
    readAll(readers.owner).then((after) => changed('owner', after)),
    ...(['viewer', 'key'] as const).map(async (name) => {
      const after = await readAll(readers[name])
      expect([name, changed(name, after).filter((endpoint) => !growing.test(endpoint))]).toEqual([name, []])
      for (const [endpoint, text] of after) expect([endpoint, text]).toEqual([endpoint, withoutAmounts(text)])
    }),
  ])
  // The same answers do change for who may read costs: else nothing would have been tried.
  expect(seen).toEqual(expect.arrayContaining(telling))
})

/** The text with every field of money in it crossed out, also in a file's cell; null says nothing. */
const withoutAmounts = (text: string): string => text.replaceAll(/\w*minor\w*[\\"]*:(?!null)[^,}\]]+/gi, 'AMOUNT')

/** The log has new lines at every look: it is searched for amounts alone. */
const growing = /audit-log/

/** Answers of which it is known that money is in them. */
const telling = [
  'GET /api/v1/organisation',
  'GET /api/v1/contracts',
  'GET /api/v1/employees/{id}',
  'GET /api/v1/rosters/{id}/grid',
  'GET /api/v1/rosters/{id}/runs',
  'GET /api/v1/rosters/{id}/overrides',
  'GET /api/v1/roster-versions/{id}/comparison',
  'GET /api/v1/runs/{id}',
  'GET /api/v1/runs/{id}/progress',
  'GET /api/v1/runs/{id}/proposal',
  'GET /api/v1/claims',
  'GET /api/v1/open-shifts/{id}',
  'GET /api/v1/open-shifts/{id}/stand-ins',
  'GET /api/v1/employees/{id}/personal-data',
  'GET /api/v1/pay-periods/{id}/export',
  'GET /api/v1/timesheets',
  'GET /api/v1/budgets',
  'GET /api/v1/costs',
  'GET /api/v1/dashboard',
  ...Object.keys(questions),
]

test('no write answers an amount to who may not read costs', { timeout }, async () => {
  for (const endpoint of endpoints.filter(({ method }) => method !== 'GET')) {
    const { client, headers } = readers.key
    const { text } = await callEndpoint(client, endpoint, idFor(endpoint), headers)
    expect([nameOf(endpoint), text]).toEqual([nameOf(endpoint), withoutAmounts(text)])
  }
})
