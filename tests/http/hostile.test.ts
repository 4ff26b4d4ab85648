// What an attacker tries at every endpoint: fields that are not theirs, other sites' pages, text that a database would run.
import { beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../platform/ids.ts'
import { type Client, newOwner } from './client.ts'
import { callEndpoint, type Endpoint, readEndpoints } from './endpoints.ts'
import { bodies } from './records.ts'

let ada: Client
let endpoints: Endpoint[]

beforeAll(async () => {
  ada = await newOwner('Hostile')
  endpoints = (await readEndpoints()).filter(({ path }) => path.startsWith('/api/v1/'))
})

test('no body sets what is not its own: tenant, owner, state of the record or rights are refused by name', async () => {
  const withBody = endpoints.filter(({ operation }) => operation.requestBody)
  expect(withBody.length).toBeGreaterThan(40)
  const planted = { orgId: uuidV7(), createdBy: uuidV7(), isAdmin: true, deletedAt: null }
  for (const { method, path } of withBody) {
    const body = { ...bodies()[path.replace('/api/v1', '')], ...planted }
    const answer = await ada.send(method, path.replace('{id}', uuidV7()), { body, version: 1 })
    const name = `${method} ${path}`
    expect([name, answer.status, answer.error?.code]).toEqual([name, 400, 'validation_failed'])
    const { fields } = answer.error.details as { fields: { field: string }[] }
    expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(Object.keys(planted)))
  }
})

test("a write by cookie from another site's page is refused by every endpoint", async () => {
  for (const endpoint of endpoints.filter(({ method }) => method !== 'GET')) {
    const { status, error } = await callEndpoint(ada, endpoint, uuidV7(), { Origin: 'https://evil.example' })
    const name = `${endpoint.method} ${endpoint.path}`
    expect([name, status, error?.code]).toEqual([name, 403, 'forbidden'])
  }
})

test('every answer forbids sniffing, framing, foreign scripts and other sites, failures as well', async () => {
  for (const endpoint of endpoints.filter(({ method, path }) => method === 'GET' && !path.endsWith('/live'))) {
    const { headers } = await callEndpoint(ada, endpoint, uuidV7())
    const policy = headers.get('Content-Security-Policy') ?? ''
    const name = endpoint.path
    expect([name, policy.includes("default-src 'self'"), policy.includes('unsafe')]).toEqual([name, true, false])
    expect([name, headers.get('X-Content-Type-Options')]).toEqual([name, 'nosniff'])
    expect([name, headers.get('X-Frame-Options')]).toEqual([name, 'DENY'])
    expect([name, headers.get('Access-Control-Allow-Origin')]).toEqual([name, null])
    expect([name, headers.get('Cross-Origin-Resource-Policy')]).toEqual([name, 'same-origin'])
  }
})

test('text that a database would run is kept as text, and finds nothing that it does not name', async () => {
  const name = `Robert'); drop table skills; --`
  expect((await ada.post('/skills', { code: `' or 1=1 --`, name })).status).toBe(201)
  const { data } = await ada.get<{ name: string }[]>('/skills')
  expect(data.map((skill) => skill.name)).toEqual([name])
  await ada.post('/employees', { number: '1', name: 'Ann' })
  const search = async (filter: string) => {
    const { status, data: found } = await ada.get<unknown[]>(`/employees?filter=${encodeURIComponent(filter)}`)
    return [status, found?.length]
  }
  expect(await search("name:eq:\"x' or '1'='1\"")).toEqual([200, 0])
  expect(await search('name:like:%')).toEqual([200, 0])
  expect(await search('name:like:_')).toEqual([200, 0])
  expect(await search('number) or (1:eq:1')).toEqual([400, undefined])
  const sort = await ada.get(`/employees?sort=${encodeURIComponent('name; select 1')}`)
  expect([sort.status, sort.error.code]).toEqual([400, 'validation_failed'])
})

test('a character that no database keeps is refused in words', async () => {
  for (const name of ['a\u0000b', '\u0000']) {
    const { status, text } = await ada.post('/skills', { code: 'nul', name })
    expect(status).toBe(400)
    expect(text).not.toMatch(/invalid byte|encoding/)
  }
})

test('a field named like a prototype changes nothing', async () => {
  const raw = '{"code":"proto","name":"X","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'
  const { status, error } = await ada.send('POST', '/api/v1/skills', { raw })
  expect([status, error.code]).toEqual([400, 'validation_failed'])
})
