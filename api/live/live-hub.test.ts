// The hub's numbers and its memory: the real class in workerd, with real sockets that hibernate.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startHub } from './tests/start-hub.ts'

type Hub = ReturnType<Awaited<ReturnType<typeof startHub>>['newHub']>
type Tab = Awaited<ReturnType<Hub['connect']>>

let runtime: Awaited<ReturnType<typeof startHub>>
let hub: Hub
beforeAll(async () => {
  runtime = await startHub()
})
afterAll(() => runtime.stop())
beforeEach(() => {
  hub = runtime.newHub()
})

const numbers = async (tab: Tab) => (await tab.heard()).map(({ type, seq }) => [type, seq])
const numbersAfter = async (query: string) => numbers(await hub.connect(query))

test('an open tab hears each message once, numbered without gaps', async () => {
  const tab = await hub.connect('')
  for (let n = 0; n < 3; n++) await hub.publish({ type: 'changed', entities: ['site'] })
  expect(await numbers(tab)).toEqual([
    ['hello', 0],
    ['changed', 1],
    ['changed', 2],
    ['changed', 3],
  ])
})

test('a hub that sleeps keeps its tabs, what they may see and its numbers', async () => {
  const tab = await hub.connect('sees=runs:read')
  await hub.publish({ type: 'run', runId: 'r' })
  await hub.hibernate()
  await hub.publish({ type: 'changed', entities: ['employee'], needs: 'people:read' })
  await hub.publish({ type: 'run', runId: 'r' })
  expect(await numbers(tab)).toEqual([
    ['hello', 0],
    ['run', 1],
    ['run', 3],
  ])
})

test('a tab that comes back is told what it missed, and nothing it may not see', async () => {
  await hub.publish({ type: 'changed', entities: ['site'] })
  await hub.publish({ type: 'run', runId: 'r' })
  await hub.publish({ type: 'changed', entities: ['employee'], needs: 'people:read' })
  await hub.publish({ type: 'roster', rosterId: 'x' })
  expect(await numbersAfter('after=1&sees=runs:read&sees=people:read')).toEqual([
    ['hello', 1],
    ['run', 2],
    ['changed', 3],
    ['roster', 4],
  ])
  expect(await numbersAfter('after=1')).toEqual([
    ['hello', 1],
    ['roster', 4],
  ])
  expect(await numbersAfter('after=4')).toEqual([['hello', 4]])
})

test('a tab away for longer than messages are kept, or with a number never told, is told to reload', async () => {
  for (let n = 0; n < 510; n++) await hub.publish({ type: 'changed', entities: ['site'] })
  expect(await numbersAfter('after=9')).toEqual([['reload', 510]])
  expect(await numbersAfter('after=10')).toHaveLength(501)
  for (const after of ['511', 'x', '-1']) expect(await numbersAfter(`after=${after}`)).toEqual([['reload', 510]])
  expect(await numbersAfter('')).toEqual([['hello', 510]])
})

test('a tab whose time is over hears nothing more and is asked to connect again', async () => {
  const tab = await hub.connect('', Date.now() - 1)
  await hub.publish({ type: 'changed', entities: ['site'] })
  expect([await tab.closedWith(), await numbers(tab)]).toEqual([4001, [['hello', 0]]])
})

test('what a message needs is not told with it', async () => {
  const tab = await hub.connect('sees=people:read')
  await hub.publish({ type: 'changed', entities: ['employee'], needs: 'people:read' })
  expect((await tab.heard())[1]).toEqual({ type: 'changed', entities: ['employee'], seq: 1 })
})

test('a run is told without its score to who may not read costs, at once and afterwards', async () => {
  const score = { hard: 0, medium: 0, soft: 4711 }
  const tab = await hub.connect('sees=runs:read')
  const paying = await hub.connect('sees=runs:read&sees=costs:read')
  await hub.publish({ type: 'run', runId: 'r', point: { seq: 0, missingHeads: 2, score } })
  const late = await hub.connect('after=0&sees=runs:read')
  for (const [heard, shown] of [
    [tab, null],
    [late, null],
    [paying, score],
  ] as const) {
    expect((await heard.heard())[1]).toMatchObject({ seq: 1, point: { missingHeads: 2, score: shown } })
  }
})
