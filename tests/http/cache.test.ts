// Reads that are kept: fast for the same question, never older than a write, never shared with who may see less.
import { expect, test } from 'vitest'
import { type Client, newMember, newOwner } from './client.ts'

/** A Redis that takes longer than 400 ms is left alone for ten seconds: on a machine that is busy for a moment a test asks once more. */
const onBusyMachines = { retry: 2 }

const sourceOf = (headers: Headers) => /cache;desc=(\w+)/.exec(headers.get('Server-Timing') ?? '')?.[1] ?? null
const statementsOf = (headers: Headers) =>
  Number(/db;dur=[\d.]+;desc="(\d+)"/.exec(headers.get('Server-Timing') ?? '')?.[1])
type Person = { id: string; name: string; version: number; contracts: { rateMinor: number | null }[] }

const hire = async (ada: Client): Promise<Person> => {
  const contract = await ada.post<{ id: string }>('/contracts', { code: 'full', name: 'Full time' })
  const contracts = [{ contractId: contract.data.id, validFrom: '2027-01-01', rateMinor: 2350 }]
  const { status, data } = await ada.post<Person>('/employees', { number: '1', name: 'Bo', contracts })
  expect(status).toBe(201)
  return data
}

test('the same question is answered without the database, until something is written', onBusyMachines, async () => {
  const ada = await newOwner()
  const person = await hire(ada)
  const first = await ada.get<Person[]>('/employees')
  const second = await ada.get<Person[]>('/employees')
  expect([sourceOf(first.headers), sourceOf(second.headers)]).toEqual(['miss', 'hit'])
  expect(statementsOf(first.headers)).toBe(1)
  expect(statementsOf(second.headers)).toBe(0)
  expect(second.data).toEqual(first.data)
  expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'))
  const path = `/api/v1/employees/${person.id}`
  expect((await ada.send('PATCH', path, { body: { name: 'Cy' }, version: person.version })).status).toBe(200)
  const third = await ada.get<Person[]>('/employees')
  expect([sourceOf(third.headers), third.data[0]?.name]).toEqual(['miss', 'Cy'])
})

test("a write is seen by everybody's next read, again and again", async () => {
  const ada = await newOwner()
  const manager = await newMember(ada.orgId, 'manager')
  for (let n = 0; n < 5; n++) {
    await manager.get('/sites')
    await ada.post('/sites', { code: `s${n}`, name: `Site ${n}`, zone: 'Europe/Berlin' })
    expect((await manager.get<unknown[]>('/sites')).data).toHaveLength(n + 1)
    expect((await ada.get<unknown[]>('/sites')).data).toHaveLength(n + 1)
  }
})

test('who may see less gets an answer of their own', async () => {
  const ada = await newOwner()
  const viewer = await newMember(ada.orgId, 'viewer')
  const { id } = await hire(ada)
  const rateFor = async (client: Client) => (await client.get<Person>(`/employees/${id}`)).data.contracts[0]?.rateMinor
  expect([await rateFor(ada), await rateFor(viewer), await rateFor(ada), await rateFor(viewer)]).toEqual([
    2350,
    null,
    2350,
    null,
  ])
  const employee = await newMember(ada.orgId, 'employee')
  expect((await employee.get('/employees')).status).toBe(403)
  expect((await employee.get('/employees')).status).toBe(403)
})

test("another organisation's answers are its own", async () => {
  const [ada, bo] = [await newOwner(), await newOwner()]
  await hire(ada)
  await ada.get('/employees')
  expect((await bo.get<unknown[]>('/employees')).data).toEqual([])
})

test('twenty who ask at once are all answered alike', onBusyMachines, async () => {
  const ada = await newOwner()
  await hire(ada)
  const answers = await Promise.all(Array.from({ length: 20 }, () => ada.get<Person[]>('/employees')))
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect(answers.filter(({ headers }) => sourceOf(headers) === 'miss')).toHaveLength(1)
})

test('the roster page says how long the rules took', async () => {
  const ada = await newOwner()
  const { data } = await ada.post<{ id: string }>('/rosters', { name: 'X', start: '2027-03-01', days: 7 })
  const grid = await ada.get(`/rosters/${data.id}/grid`)
  expect(grid.headers.get('Server-Timing')).toMatch(/db;dur=[\d.]+;desc="\d+", cache;desc=miss, rules;dur=[\d.]+/)
})
