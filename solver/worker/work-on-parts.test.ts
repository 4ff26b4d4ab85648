import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { generateProblem } from '../../bench/solver/generate-problem.ts'
import { stalledParts, stalledRuns } from '../../drizzle/across-orgs.ts'
import { withOrg } from '../../drizzle/client.ts'
import { rosterRuns, runParts } from '../../drizzle/schema/index.ts'
import { testDatabase } from '../../drizzle/tests/test-database.ts'
import type { RunRef } from './ports.ts'
import { portsOf, putRun, runAsItStands } from './tests/runs-at-work.ts'
import { workOnRun } from './work-on-run.ts'

const database = testDatabase()
let orgId: string
beforeEach(async () => {
  orgId = (await database.newOrg()).orgId
})

/** 2,400 pairs: three parts or more. */
const problem = generateProblem({ shifts: 40, people: 60, weeks: 1, seed: 2 })
const partCellsMax = 600

const queueRun = (options: Record<string, unknown>, seconds = 40) =>
  putRun(database, orgId, { options, seconds, problem })
const readRun = (runId: string) => runAsItStands(database, orgId, runId)
const makePorts = (options: Parameters<typeof portsOf>[1] = {}) => portsOf(database, { partCellsMax, ...options })
const partsOf = (runId: string) =>
  withOrg(database.app, orgId, (tx) =>
    tx
      .select({
        part: runParts.part,
        state: runParts.state,
        attempt: runParts.attempt,
        evaluations: runParts.evaluations,
      })
      .from(runParts)
      .where(eq(runParts.runId, runId))
      .orderBy(runParts.part),
  )

/** Delivers what was sent, in turn, until nothing is left; answers what became of each message. */
const deliverAll = async ({ ports, sent }: ReturnType<typeof makePorts>): Promise<string[]> => {
  const ends: string[] = []
  for (let next = sent.shift(); next !== undefined; next = sent.shift()) ends.push(await workOnRun(ports, next))
  return ends
}
const begin = async (ref: RunRef, at = makePorts()) => {
  expect(await workOnRun(at.ports, ref)).toBe('handed-over')
  return at
}

test('a large run is split into messages of ids, solved part by part, joined and polished, and ends once', async () => {
  const ref = await queueRun({ evaluations: 1_000_000 })
  const opened: { people: number; evaluations: number; started: number }[] = []
  const at = makePorts({
    onOpen: ({ employees }, { evaluationsMax, start }) =>
      opened.push({
        people: employees.length,
        evaluations: evaluationsMax,
        started: start?.assignments.length ?? 0,
      }),
  })
  await begin(ref, at)
  const messages = [...at.sent]
  expect(messages.length).toBeGreaterThanOrEqual(3)
  expect(messages).toEqual(messages.map((_, part) => ({ ...ref, part })))
  expect(await deliverAll(at)).toEqual([...messages.map(() => 'ended'), 'ended'])

  const whole = opened.at(-1)
  expect(opened.slice(0, -1).reduce((sum, { people }) => sum + people, 0)).toBe(60)
  expect(whole).toMatchObject({ people: 60, started: messages.length })
  const { run, points, actions } = await readRun(ref.runId)
  expect(run).toMatchObject({ state: 'completed', evaluations: 1_000_000, leaseUntil: null, checkpoint: null })
  expect(actions).toEqual(['complete-run'])
  expect(await partsOf(ref.runId)).toEqual([])
  expect(points.map(({ seq }) => seq)).toEqual(points.map((_, index) => index))
  expect(points.map((point) => point.evaluations)).toEqual(
    points.map((point) => point.evaluations).toSorted((a, b) => a - b),
  )
  expect(points.map(({ atMs }) => atMs)).toEqual(points.map(({ atMs }) => atMs).toSorted((a, b) => a - b))
  expect(at.events.at(-1)).toMatchObject({ state: 'completed', point: { evaluations: 1_000_000 } })
})

test('the whole run keeps its time: parts take turns within their share, the rest polishes', async () => {
  const ref = await queueRun({}, 40)
  await deliverAll(await begin(ref))
  const { run } = await readRun(ref.runId)
  expect(run.state).toBe('completed')
  expect(run.elapsedMs).toBeGreaterThan(38_000)
  expect(run.elapsedMs).toBeLessThan(44_000)
})

test('a message that comes twice does nothing twice, and the run waits for its parts', async () => {
  const ref = await queueRun({ evaluations: 400_000 })
  const at = await begin(ref)
  const messages = [...at.sent]
  expect(await workOnRun(at.ports, ref)).toBe('skipped')
  at.sent.push(...messages, ref)
  const ends = await deliverAll(at)
  expect(ends.filter((end) => end === 'ended')).toHaveLength(messages.length + 1)
  for (const message of [...messages, ref]) expect(await workOnRun(at.ports, message)).toBe('skipped')
  expect((await readRun(ref.runId)).actions).toEqual(['complete-run'])
})

test('of parts that end at the same moment exactly one sends the run on', async () => {
  const ref = await queueRun({ evaluations: 200_000 })
  const at = await begin(ref, makePorts({ partsAtOnce: 10 }))
  await Promise.all(at.sent.splice(0).map((message) => workOnRun(at.ports, message)))
  expect(at.sent).toEqual([ref])
  expect((await partsOf(ref.runId)).map(({ state }) => state)).not.toContain('running')
})

test('a part whose Worker died goes on from its checkpoint, and the run ends in the roster of an undisturbed one', async () => {
  const undisturbed = await queueRun({ evaluations: 4_000_000 })
  await deliverAll(await begin(undisturbed))

  const ref = await queueRun({ evaluations: 4_000_000 })
  const at = await begin(ref)
  const dying = makePorts({
    onStep: (step) => {
      if (step === 60) throw new Error('killed')
    },
  })
  // A killed process writes no failure either.
  dying.ports.newId = () => {
    throw new Error('killed')
  }
  const [first] = at.sent
  if (first === undefined) throw new Error('no part')
  await expect(workOnRun(dying.ports, first)).rejects.toThrow('killed')
  expect((await partsOf(ref.runId))[0]).toMatchObject({ state: 'running', attempt: 1 })
  expect((await partsOf(ref.runId))[0]?.evaluations).toBeGreaterThan(100_000)
  expect(await workOnRun(at.ports, first)).toBe('skipped')

  await withOrg(database.app, orgId, (tx) => tx.update(runParts).set({ leaseUntil: new Date(0) }))
  const isOwn = (row: { orgId: string }) => row.orgId === orgId
  expect((await stalledParts(database.app, 1000)).filter(isOwn)).toContainEqual({ orgId, id: ref.runId, part: 0 })
  await deliverAll(at)
  const { run, actions } = await readRun(ref.runId)
  expect(run.best).toEqual((await readRun(undisturbed.runId)).run.best)
  expect(actions).toEqual(['complete-run'])
})

test('when the message of the joined run is lost, the sweep finds the run', async () => {
  const ref = await queueRun({ evaluations: 200_000 })
  const at = await begin(ref)
  const messages = at.sent.splice(0)
  at.ports.queue.send = () => Promise.reject(new Error('queue away'))
  for (const message of messages.slice(0, -1)) expect(await workOnRun(at.ports, message)).toBe('ended')
  const isOwn = (row: { orgId: string }) => row.orgId === orgId
  expect((await stalledRuns(database.app, 1000)).filter(isOwn)).toEqual([])
  await expect(workOnRun(at.ports, messages.at(-1) ?? ref)).rejects.toThrow('queue away')
  expect((await stalledRuns(database.app, 1000)).filter(isOwn)).toEqual([{ orgId, id: ref.runId }])
  expect(await workOnRun(makePorts().ports, ref)).toBe('ended')
  expect((await readRun(ref.runId)).run.state).toBe('completed')
})

test('a cancel ends the part at work and all that nobody began, and keeps what was found', async () => {
  const ref = await queueRun({}, 60)
  let asked: Promise<unknown> | undefined
  const at = makePorts({
    onStep: (step) => {
      if (step !== 40) return
      asked = withOrg(database.app, orgId, (tx) =>
        tx.update(rosterRuns).set({ cancelRequested: true }).where(eq(rosterRuns.id, ref.runId)),
      )
    },
  })
  at.ports.live.publish = async () => {
    await asked
  }
  await begin(ref, at)
  const [first] = at.sent.splice(0)
  expect(await workOnRun(at.ports, first ?? ref)).toBe('ended')
  expect(at.sent).toEqual([ref])
  await deliverAll(at)
  const { run, actions } = await readRun(ref.runId)
  expect(run.state).toBe('cancelled')
  expect(run.best?.assignments.length).toBeGreaterThan(0)
  expect(run.evaluations).toBeLessThan(700_000)
  expect(actions).toEqual(['stop-run'])
})

test('a part that fails fails the run with its reason, and the others stop', async () => {
  const ref = await queueRun({ evaluations: 400_000 })
  const at = await begin(ref)
  const failing = makePorts({
    onOpen: () => {
      throw new RangeError('Array buffer allocation failed')
    },
  })
  expect(await workOnRun(failing.ports, at.sent[1] ?? ref)).toBe('ended')
  expect(failing.events).toMatchObject([{ state: 'failed' }])
  const { run, actions } = await readRun(ref.runId)
  expect(run.state).toBe('failed')
  expect(run.failure).toMatch(/too large/)
  expect(actions).toEqual(['fail-run'])
  expect(new Set(await deliverAll(at))).toEqual(new Set(['skipped']))
})

test('a part of another organisation cannot be claimed', async () => {
  const ref = await queueRun({ evaluations: 400_000 })
  const at = await begin(ref)
  const { orgId: stranger } = await database.newOrg()
  expect(await workOnRun(at.ports, { ...ref, orgId: stranger, part: 0 })).toBe('skipped')
  expect((await partsOf(ref.runId)).map(({ attempt }) => attempt)).toEqual(at.sent.map(() => 0))
})
