// People, places and demand over the wire: what only the edge can show (keys, versions, files of the Worker's own).
import { beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../platform/ids.ts'
import { type Client, newMember, newOwner } from './client.ts'

let ada: Client
let employee: Client
beforeAll(async () => {
  ada = await newOwner('Ada')
  employee = await newMember(ada.orgId, 'employee')
})

type Stored = { id: string; version: number }
const put = (client: Client, path: string, body: object, version: number) =>
  client.send<Stored>('PUT', `/api/v1${path}`, { body, version })

test('countries come in the language asked for, presets with their sources', async () => {
  const countries = await ada.get<{ code: string; name: string }[]>('/countries?language=de')
  expect(countries.data.find(({ code }) => code === 'AT')?.name).toBe('Österreich')
  expect((await ada.get('/countries?language=%3Cb%3E')).status).toBe(400)
  const presets = await ada.get<{ id: string; settings: { source: string }[] }[]>('/presets')
  expect(presets.data.find(({ id }) => id === 'germany')?.settings[0]?.source).toContain('ArbZG')
})

test('a contract starts from a preset and differs where it says so', async () => {
  const rules = [{ rule: 'min-rest', params: { minutes: 720 } }]
  const made = await ada.post<{ presetId: string; rules: { rule: string; params?: object }[] }>('/contracts', {
    code: 'de',
    name: 'Germany',
    presetId: 'germany',
    rules,
  })
  expect(made.status).toBe(201)
  expect(made.data.presetId).toBe('germany')
  expect(made.data.rules.filter(({ rule }) => rule === 'min-rest')).toEqual(rules)
  expect(made.data.rules.map(({ rule }) => rule)).toContain('weekly-rest')
  const unknown = await ada.post('/contracts', { code: 'x', name: 'X', presetId: 'atlantis' })
  expect([unknown.status, unknown.error.code]).toEqual([400, 'validation_failed'])
})

test("a year's holidays are loaded from the Worker's own calendar; a repeated request answers the first result", async () => {
  const key = { headers: { 'Idempotency-Key': uuidV7() } }
  const load = () => ada.post('/holidays/load', { year: 2027, country: 'DE', region: 'BY' }, key)
  expect((await load()).data).toEqual({ added: 12, known: 0 })
  expect((await load()).data).toEqual({ added: 12, known: 0 })
  expect((await ada.post('/holidays/load', { year: 2027, country: 'DE', region: 'BY' })).data).toEqual({
    added: 0,
    known: 12,
  })
  const epiphany = await ada.get<{ name: string }[]>('/holidays?from=2027-01-06&to=2027-01-06')
  expect(epiphany.data).toMatchObject([{ name: 'Epiphany', source: 'calendar', siteId: null }])
})

test('a created record is created once for one key', async () => {
  const key = { headers: { 'Idempotency-Key': uuidV7() } }
  const make = () => ada.post<Stored>('/departments', { code: 'once', name: 'Once' }, key)
  const [first, again] = [await make(), await make()]
  expect([first.status, again.status, again.data.id]).toEqual([201, 201, first.data.id])
})

test('a person is linked to a login, read by it, archived and restored, each with the version that was seen', async () => {
  const person = (await ada.post<Stored>('/employees', { number: '7', name: 'Bo', privatePhone: '0170 123' })).data
  expect((await put(employee, `/employees/${person.id}/login`, { userId: employee.userId }, 1)).status).toBe(403)
  expect((await ada.send('PUT', `/api/v1/employees/${person.id}/login`, { body: { userId: null } })).status).toBe(428)
  expect((await put(ada, `/employees/${person.id}/login`, { userId: employee.userId }, 1)).data).toMatchObject({
    version: 2,
  })
  expect((await employee.get(`/employees/${person.id}`)).data).toMatchObject({ name: 'Bo', privatePhone: '0170 123' })
  const act = (verb: string, version: number) =>
    ada.post<Stored & { state: string }>(`/employees/${person.id}/${verb}`, undefined, { version })
  expect((await act('archive', 1)).error.code).toBe('version_conflict')
  expect((await act('archive', 2)).data).toMatchObject({ state: 'archived', version: 3 })
  expect((await ada.get<Stored[]>('/employees?search=bo&state=archived')).data.map(({ id }) => id)).toEqual([person.id])
  expect((await ada.get<Stored[]>('/employees?search=bo&state=active')).data).toEqual([])
  expect((await act('restore', 3)).data).toMatchObject({ state: 'active', version: 4 })
})

test('an employee lists their own certifications, and the expiring ones are for planners', async () => {
  const person = (await ada.post<Stored>('/employees', { number: '8', name: 'Cy' })).data
  const skill = (await ada.post<Stored>('/skills', { code: 'xray', name: 'X-ray', needsCertification: true })).data
  const paper = { employeeId: person.id, skillId: skill.id, validFrom: '2020-01-01' }
  expect((await ada.post('/certifications', paper)).status).toBe(201)
  expect((await employee.get('/certifications')).data).toEqual([])
  expect((await employee.get('/certifications/expiring?days=30')).status).toBe(403)
  expect((await ada.get('/certifications/expiring?days=ten')).status).toBe(400)
})
