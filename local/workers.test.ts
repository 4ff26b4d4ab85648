import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { isAlive } from './process-identity.ts'
import { projectRoot } from './project.ts'
import { temporaryData } from './temporary-data.ts'
import { buildWorker } from './worker-build.ts'
import { type RunningWorker, startWorker } from './workers.ts'

const { dataDir, remove } = temporaryData()
let api: RunningWorker
let solver: RunningWorker

beforeAll(async () => {
  const start = async (name: string, port: number) =>
    startWorker({
      worker: await buildWorker(join(projectRoot, 'local', 'fixtures', name, 'wrangler.toml'), join(dataDir, 'build')),
      vars: { GREETING: 'hello' },
      port,
      registryDir: join(dataDir, 'registry'),
      dataDir: join(dataDir, 'workers'),
      logFile: join(dataDir, `${name}.log`),
      cronEveryMs: 3_600_000,
      log: () => {},
    })
  ;[api, solver] = await Promise.all([start('api', 0), start('solver', 0)])
}, 60_000)
afterAll(async () => {
  await Promise.all([api.stop(), solver.stop()])
  await api.stop()
  remove()
}, 30_000)

const get = async (path: string) => (await fetch(`http://127.0.0.1:${api.port}${path}`)).text()
const heard = async (): Promise<string[]> => JSON.parse(await get('/api/heard'))

/** Waits until the hub has heard `text` at least `times` times since `before`. */
async function untilHeard(text: string, before: string[] = [], times = 1): Promise<string[]> {
  for (let tries = 0; tries < 300; tries++) {
    const since = (await heard()).slice(before.length)
    if (since.filter((item) => item === text).length >= times) return since
    await delay(50)
  }
  throw new Error(`${text} was not heard: ${await heard()}`)
}

test('variables reach the Worker, files come from the folder, unknown pages are the page itself', async () => {
  expect(await get('/api/greeting')).toBe('hello')
  expect(await get('/')).toContain('Tiny')
  expect(await get('/rosters/1')).toContain('Tiny')
})

test('a message goes from the API to the solver, on to itself, and its news back to the hub, in order', async () => {
  const before = await heard()
  await get('/api/send')
  expect(await untilHeard('slice 2', before)).toEqual(['slice 0', 'slice 1', 'slice 2'])
})

test('a WebSocket on the API hears what the solver publishes', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${api.port}/api/live`)
  const messages: string[] = []
  socket.on('message', (data) => messages.push(String(data)))
  await new Promise((resolve) => socket.once('open', resolve))
  const before = await heard()
  await get('/api/send')
  await untilHeard('slice 2', before)
  socket.close()
  expect(messages).toContain('slice 0')
})

test('the API answers while the solver computes without pause', async () => {
  const before = await heard()
  await get('/api/busy')
  await untilHeard('busy', before)
  expect(await get('/api/greeting')).toBe('hello')
  expect((await heard()).slice(before.length)).toEqual(['busy'])
  await untilHeard('idle', before)
})

test('a message that fails is tried again as often as the configuration says', async () => {
  const before = await heard()
  await get('/api/fail')
  expect(await untilHeard('failed 3', before)).toEqual(['failed 1', 'failed 2', 'failed 3'])
})

test('the scheduled handler runs when called', async () => {
  const before = await heard()
  await api.tick()
  expect((await heard()).slice(before.length)).toEqual(['scheduled'])
})

test('a solver killed in the middle leaves the API up and no process, and works again when restarted', async () => {
  const before = await heard()
  await get('/api/busy')
  await untilHeard('busy', before)
  const { pid } = solver
  await solver.kill('SIGKILL')
  expect(isAlive(pid)).toBe(false)
  expect(await get('/api/greeting')).toBe('hello')
  await solver.restart()
  const again = await heard()
  await get('/api/send')
  expect(await untilHeard('slice 2', again)).toEqual(['slice 0', 'slice 1', 'slice 2'])
  expect((await heard()).slice(before.length)).not.toContain('idle')
}, 30_000)

test('a solver that ends by itself is started again', async () => {
  const { pid } = solver
  process.kill(-pid, 'SIGKILL')
  for (let tries = 0; tries < 200 && solver.pid === pid; tries++) await delay(50)
  const before = await heard()
  await get('/api/send')
  await untilHeard('slice 2', before)
}, 30_000)
