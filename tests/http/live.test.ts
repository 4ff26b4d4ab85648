import { once } from 'node:events'
import { expect, inject, test } from 'vitest'
import { WebSocket } from 'ws'
import type { LiveMessage } from '../../api/contract/rostering.ts'
import { type Client, newMember, newOwner } from './client.ts'
import { makeRecords } from './records.ts'

const open = (client: Client | null, query = '', headers: Record<string, string> = {}) => {
  const url = `${inject('stack').url.replace('http', 'ws')}/api/v1/live${query}`
  const socket = new WebSocket(url, { headers: { ...(client ? { Cookie: client.cookie } : {}), ...headers } })
  const heard: LiveMessage[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  const status = new Promise<number>((resolve, reject) => {
    socket.once('open', () => resolve(101))
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
  })
  return { socket, heard, status, until: (is: (message: LiveMessage) => boolean) => until(heard, is) }
}

const until = async (heard: LiveMessage[], is: (message: LiveMessage) => boolean): Promise<LiveMessage> => {
  // Runs of other tests may stand before ours in the one local queue.
  for (let tries = 0; tries < 1600; tries++) {
    const found = heard.find(is)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Not heard among ${JSON.stringify(heard)}`)
}

/** Something that every tab hears of: a run of a small roster. */
const startRun = async (owner: Client): Promise<string> => (await makeRecords(owner)).runs
const isDone = (runId: string) => (message: LiveMessage) =>
  message.type === 'run' && message.runId === runId && message.state === 'completed'

test('a tab is greeted, then hears of a run until it is completed, numbered without gaps', async () => {
  const ada = await newOwner()
  const tab = open(ada)
  expect(await tab.status).toBe(101)
  expect((await tab.until(({ type }) => type === 'hello')).seq).toBe(0)
  await tab.until(isDone(await startRun(ada)))
  expect(tab.heard.map(({ seq }) => seq)).toEqual(tab.heard.map((_, index) => index))
  const kinds = tab.heard.flatMap((message) => (message.type === 'changed' ? message.entities : []))
  expect(kinds).toEqual(expect.arrayContaining(['site', 'employee', 'roster']))
  tab.socket.close()
})

test('a tab that comes back with what it saw last is told what it missed', async () => {
  const ada = await newOwner()
  const first = open(ada)
  await first.until(isDone(await startRun(ada)))
  first.socket.close()
  await once(first.socket, 'close')
  const second = open(ada, '?after=1')
  await second.until(({ seq }) => seq === first.heard.at(-1)?.seq)
  expect(second.heard[0]).toEqual({ type: 'hello', seq: 1 })
  expect(second.heard.slice(1)).toEqual(first.heard.slice(2))
  second.socket.close()
})

test('a tab that saw a future never told is sent to load everything again', async () => {
  const ada = await newOwner()
  const tab = open(ada, '?after=9999')
  expect(await tab.until(({ type }) => type === 'reload')).toEqual({ type: 'reload', seq: 0 })
  tab.socket.close()
})

test('strangers, other sites and members of other organisations hear nothing', async () => {
  const [ada, bo] = await Promise.all([newOwner(), newOwner()])
  expect(await open(null).status).toBe(401)
  expect(await open(ada, '', { Origin: 'https://evil.example' }).status).toBe(403)
  expect(await open(ada, `?organisationId=${bo.orgId}`).status).toBe(404)
  const tab = open(ada)
  await tab.until(({ type }) => type === 'hello')
  const own = open(bo)
  await own.until(isDone(await startRun(bo)))
  expect(tab.heard).toHaveLength(1)
  tab.socket.close()
  own.socket.close()
})

test('an employee hears nothing of runs', async () => {
  const ada = await newOwner()
  const employee = await newMember(ada.orgId, 'employee')
  const [tab, own] = [open(employee), open(ada)]
  await tab.until(({ type }) => type === 'hello')
  await own.until(isDone(await startRun(ada)))
  expect(tab.heard.filter(({ type }) => type === 'run')).toEqual([])
  tab.socket.close()
  own.socket.close()
})

test('a write reaches every tab that may see it, and no other', async () => {
  const ada = await newOwner()
  const employee = await newMember(ada.orgId, 'employee')
  const [planner, phone] = [open(ada), open(employee)]
  for (const tab of [planner, phone]) await tab.until(({ type }) => type === 'hello')
  await ada.post('/employees', { number: '1', name: 'Bo' })
  await ada.post('/sites', { code: 's', name: 'S', zone: 'Europe/Berlin' })
  const isAbout = (entity: string) => (message: LiveMessage) =>
    message.type === 'changed' && message.entities.includes(entity)
  await planner.until(isAbout('employee'))
  for (const tab of [planner, phone]) await tab.until(isAbout('site'))
  expect(phone.heard.some(isAbout('employee'))).toBe(false)
  const refused = planner.heard.length
  expect((await ada.post('/employees', { number: '1', name: 'Twice' })).status).toBe(409)
  await ada.post('/sites', { code: 't', name: 'T', zone: 'Europe/Berlin' })
  await planner.until(
    ({ seq, ...message }) => seq > (planner.heard[refused - 1]?.seq ?? 0) && message.type === 'changed',
  )
  expect(planner.heard.slice(refused).some(isAbout('employee'))).toBe(false)
  planner.socket.close()
  phone.socket.close()
})

test('what a tab missed is told in order when it comes back', async () => {
  const ada = await newOwner()
  const items = Array.from({ length: 3 }, (_, n) => n)
  const first = open(ada)
  await first.until(({ type }) => type === 'hello')
  for (const n of items) await ada.post('/sites', { code: `s${n}`, name: 'S', zone: 'Europe/Berlin' })
  const last = await first.until(({ seq }) => seq === items.length)
  const back = open(ada, '?after=1')
  await back.until(({ seq }) => seq === last.seq)
  expect(back.heard).toEqual([{ type: 'hello', seq: 1 }, ...first.heard.slice(2)])
  for (const tab of [first, back]) tab.socket.close()
})

test('nobody outside can publish', async () => {
  const ada = await newOwner()
  for (const path of ['/api/v1/live', '/api/v1/live/publish', '/publish']) {
    expect((await ada.send('POST', path, { body: { type: 'run' } })).status).toBeGreaterThanOrEqual(400)
  }
})
