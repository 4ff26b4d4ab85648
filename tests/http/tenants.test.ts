// The whole document is walked: an endpoint that is added tomorrow is tested tomorrow.
import { beforeAll, expect, test } from 'vitest'
import { permissionsByRole } from '../../api/contract/permissions.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { asAuth, Client, newMember, newOwner } from './client.ts'
import { callEndpoint, type Endpoint, readEndpoints } from './endpoints.ts'
import { makeRecords, type Records } from './records.ts'

let ada: Client
let bo: Client
let viewer: Client
let employee: Client
let routes: Endpoint[]

beforeAll(async () => {
  routes = await readEndpoints()
  ;[ada, bo] = await Promise.all([newOwner('Ada'), newOwner('Bo')])
  ;[viewer, employee] = await Promise.all([newMember(ada.orgId, 'viewer'), newMember(ada.orgId, 'employee')])
})

test("another tenant's id is answered like one that does not exist, by every endpoint that takes one", async () => {
  const records = await makeRecords(bo)
  const withId = routes.filter(({ path }) => path.includes('{id}'))
  expect(withId.length).toBeGreaterThan(30)
  for (const route of withId) {
    const id = records[route.path.split('/')[3] as keyof Records]
    expect(id, `a record for ${route.path}`).toBeDefined()
    const foreign = await callEndpoint(ada, route, id ?? '')
    const missing = await callEndpoint(ada, route, uuidV7())
    const name = `${route.method} ${route.path}`
    expect([name, foreign.status, foreign.error?.code]).toEqual([name, 404, 'not_found'])
    expect([name, missing.status, missing.error?.code]).toEqual([name, 404, 'not_found'])
    const withoutIds = (text: string) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    expect(withoutIds(foreign.error.message)).toBe(withoutIds(missing.error.message))
  }
})

test('ids of another tenant inside a body are refused, whatever they point at', async () => {
  const [skill, site] = await Promise.all([
    bo.post<{ id: string }>('/skills', { code: 'foreign', name: 'Foreign' }),
    bo.post<{ id: string }>('/sites', { code: 'foreign', name: 'Foreign', zone: 'Europe/Berlin' }),
  ])
  const person = { number: '77', name: 'Bridge' }
  for (const body of [
    { ...person, skills: [{ skillId: skill.data.id }] },
    { ...person, siteIds: [site.data.id] },
  ]) {
    const { status } = await ada.post('/employees', body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  }
  expect(
    (await ada.post('/rosters', { name: 'X', start: '2027-03-01', days: 7, siteIds: [site.data.id] })).status,
  ).toBe(404)
})

test('naming an organisation one does not belong to is answered like one that does not exist', async () => {
  const named = (orgId: string) => ada.get('/skills', { headers: { 'X-Organisation-Id': orgId } })
  expect([(await named(bo.orgId)).status, (await named(uuidV7())).status]).toEqual([404, 404])
  expect((await ada.post('/organisation/activate', { organisationId: bo.orgId })).status).toBe(404)
})

test('lists never show another tenant', async () => {
  await bo.post('/skills', { code: 'secret', name: 'Secret' })
  for (const { path } of routes.filter(({ method, path }) => method === 'GET' && /^\/api\/v1\/[a-z-]+$/.test(path))) {
    if (path === '/api/v1/live') continue
    expect((await ada.send('GET', path)).text).not.toContain('Secret')
  }
})

/** Everybody's own business, whatever their role. */
const personal = /\/organisations$|\/activate$|\/accept$|^\/api\/v1\/notifications/
/** What an employee does about their own record; this one has none, or names one that is not theirs. */
const ofOneself = /^\/api\/v1\/(claims|swaps|absences|open-shifts\/\{id\}\/claims|rosters\/\{id\}\/acknowledgements)/

test('a viewer and an employee are refused every write, by every endpoint', async () => {
  const writes = routes.filter(
    ({ method, path }) => method !== 'GET' && path.startsWith('/api/v1/') && !personal.test(path),
  )
  expect(writes.length).toBeGreaterThan(30)
  for (const route of writes) {
    for (const [role, client] of Object.entries({ viewer, employee })) {
      const { status, error } = await callEndpoint(client, route, uuidV7())
      const name = `${role} ${route.method} ${route.path}`
      const isMissing = role === 'employee' && ofOneself.test(route.path) && status === 404
      const refused = isMissing ? [name, 404, 'not_found'] : [name, 403, 'forbidden']
      expect([name, status, error?.code]).toEqual(refused)
    }
  }
})

test('a viewer reads what the table allows, an employee reads no people', async () => {
  expect(permissionsByRole.viewer).toContain('people:read')
  expect((await viewer.get('/employees')).status).toBe(200)
  expect((await employee.get('/employees')).status).toBe(403)
  expect((await employee.get('/rosters')).status).toBe(200)
})

test('nobody reads or writes anything without signing in', async () => {
  for (const route of routes.filter(({ path }) => path.startsWith('/api/v1/'))) {
    const { status } = await callEndpoint(new Client(), route, uuidV7())
    expect([route.path, status]).toEqual([route.path, 401])
  }
})

test('who leaves an organisation loses it at the next request', async () => {
  const leaver = await newMember(ada.orgId, 'manager')
  expect((await leaver.get('/skills')).status).toBe(200)
  await asAuth((db) => db.query('delete from members where user_id = $1', [leaver.userId]))
  expect((await leaver.get('/skills')).status).toBe(404)
})
