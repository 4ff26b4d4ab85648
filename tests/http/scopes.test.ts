// Roles bound to a department or a site: at every endpoint somebody beyond their reach looks like nobody.
import { beforeAll, expect, test } from 'vitest'
import { tablesAboutPeople } from '../../api/services/personal-data/tables-about-people.ts'
import { type Answer, type Client, newMember, newOwner } from './client.ts'
import { callEndpoint, type Endpoint, readEndpoints } from './endpoints.ts'
import { asOwner, makeOwnRecords, type OwnRecords } from './own-records.ts'

const timeout = 300_000
const outsider = 'Beyond Reach'
/** About the session and the server itself. */
const aside = /^\/api\/(auth|health|docs|openapi)|\/live$|\/organisations$|\/activate$|\/accept$/

let owner: Client
let bound: Record<'department' | 'site', Client>
let endpoints: Endpoint[]
let ids: OwnRecords['ids']
let idFor: OwnRecords['idFor']

beforeAll(async () => {
  owner = await newOwner('Scopes')
  ;({ ids, idFor } = await makeOwnRecords(owner))
  endpoints = (await readEndpoints()).filter(({ path }) => !aside.test(path))
  bound = { department: await newMember(owner.orgId, 'manager'), site: await newMember(owner.orgId, 'manager') }
  const scope = (column: string, value: string, client: Client) =>
    `insert into member_scopes (org_id, id, user_id, ${column}) values ($org, gen_random_uuid(), '${client.userId}', ${value})`
  await asOwner(
    owner.orgId,
    `update employees set name = '${outsider}' where org_id = $org and id = '${ids.employee.id}'`,
    `update employees set department_id = '${ids.department.id}', name = 'Within Reach' where org_id = $org and id = '${ids.colleague.id}'`,
    scope('department_id', `'${ids.department.id}'`, bound.department),
    scope('site_id', "(select id from sites where org_id = $org and code = 'annex')", bound.site),
    "update swap_requests set kind = 'give-up', to_employee_id = null where org_id = $org",
    "update rosters set state = 'published', published_at = now() where org_id = $org",
  )
}, timeout)

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

const takesEmployee = ({ operation }: Endpoint): boolean =>
  (operation.parameters ?? []).some(({ name }) => name === 'employeeId')

/** Asks with the person beyond reach wherever a body or a query may name somebody. */
const ask = (client: Client, endpoint: Endpoint): Promise<Answer> => {
  const path = takesEmployee(endpoint) ? `${endpoint.path}?employeeId=${ids.employee.id}` : endpoint.path
  const named = { employeeId: ids.employee.id, employeeIds: [ids.employee.id] }
  return callEndpoint(client, { ...endpoint, path }, idFor(endpoint), {}, named)
}

test('no endpoint shows somebody beyond reach', { timeout }, async () => {
  const shown: unknown[] = []
  for (const [kind, client] of Object.entries(bound)) {
    for (const endpoint of endpoints.filter(({ method }) => method === 'GET')) {
      const answers = [await ask(client, endpoint)]
      if (takesEmployee(endpoint)) answers.push(await callEndpoint(client, endpoint, idFor(endpoint)))
      const text = answers.map((answer) => (answer.status < 300 ? answer.text : '')).join()
      if (text.includes(outsider) || text.includes(ids.employee.id)) shown.push([kind, nameOf(endpoint)])
    }
  }
  expect(shown).toEqual([])
  // The same walk does find who is within reach.
  expect((await bound.department.get('/employees')).text).toContain(ids.colleague.id)
  expect((await bound.department.get(`/rosters/${ids.roster.id}/grid`)).text).toContain(ids.colleague.id)
})

test('no endpoint changes anything about somebody beyond reach', { timeout }, async () => {
  const before = await whatIsKnown()
  for (const [kind, client] of Object.entries(bound)) {
    for (const endpoint of endpoints.filter(({ method }) => method !== 'GET')) {
      const { status } = await ask(client, endpoint)
      expect([kind, nameOf(endpoint), status < 500]).toEqual([kind, nameOf(endpoint), true])
      const now = await whatIsKnown()
      expect([kind, nameOf(endpoint), now]).toEqual([kind, nameOf(endpoint), before])
    }
  }
})

/** Every row about the person. */
const whatIsKnown = async () => {
  const tables = { employees: { people: ['id'] }, ...tablesAboutPeople }
  const rows = Object.entries(tables).map(([table, { people }]) => {
    const isAbout = people.map((column) => `t.${column} = '${ids.employee.id}'`).join(' or ')
    return `select '${table}' as name, to_jsonb(t) as row from ${table} t where t.org_id = $org and (${isAbout})`
  })
  const found = await asOwner(owner.orgId, `${rows.join(' union all ')} order by 1, 2`)
  return found.map(({ name, row }) => [name, row])
}

test('a roster that holds somebody beyond reach is edited around them, and as a whole by nobody who is bound', async () => {
  const { department } = bound
  const path = `/rosters/${ids.roster.id}`
  const version = async () => (await owner.get<{ version: number }>(path)).data.version
  const grid = await department.get<{ headsBeyond: unknown[]; assignments: unknown[] }>(`${path}/grid`)
  expect(grid.data.headsBeyond).toEqual([{ shiftId: ids.shift.id, heads: 1 }])
  expect(grid.data.assignments).toEqual([])
  const theirs = [{ employeeId: ids.employee.id, shiftId: ids.shift.id }]
  for (const dryRun of [true, false]) {
    const removed = await department.post(
      `${path}/assignments`,
      { remove: theirs, dryRun },
      { version: await version() },
    )
    expect([removed.status, removed.error?.code]).toEqual([404, 'not_found'])
    const deleted = { deleteShifts: [ids.shift.id], dryRun }
    expect((await department.post(`${path}/edits`, deleted, { version: await version() })).status).toBe(404)
  }
  const unpublished = await department.post(`${path}/unpublish`, { reason: 'X' }, { version: await version() })
  expect([unpublished.status, unpublished.error?.code]).toEqual([403, 'forbidden'])
  expect((await department.post(`${path}/archive`, {}, { version: await version() })).status).toBe(403)
  expect((await bound.site.get(`${path}/grid`)).status).toBe(404)
})
