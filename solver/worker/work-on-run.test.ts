import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { withOrg } from '../../drizzle/client.ts'
import { rosterRuns } from '../../drizzle/schema/index.ts'
import { testDatabase } from '../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { claimRun, endRun, saveSlice } from './run-store.ts'
import { portsOf, putRun, runAsItStands } from './tests/runs-at-work.ts'
import { workOnRun } from './work-on-run.ts'

const database = testDatabase()
let orgId: string
beforeEach(async () => {
  orgId = (await database.newOrg()).orgId
})

const queueRun = (options: Record<string, unknown>, seconds = 2) => putRun(database, orgId, { options, seconds })
const readRun = (runId: string) => runAsItStands(database, orgId, runId)
const makePorts = (options: Parameters<typeof portsOf>[1] = {}) => portsOf(database, options)
const endLease = (runId: string) =>
  withOrg(database.app, orgId, (tx) =>
    tx
      .update(rosterRuns)
      .set({ leaseUntil: new Date(0) })
      .where(eq(rosterRuns.id, runId)),
  )

describe('workOnRun', () => {
  test('finishes a run once, with a curve of rising points, one line in the log and the last word to open tabs', async () => {
    const ref = await queueRun({ evaluations: 300_000 })
    const { ports, events, sent } = makePorts()
    expect(await workOnRun(ports, ref)).toBe('ended')
    const { run, points, actions } = await readRun(ref.runId)
    expect(run).toMatchObject({
      state: 'completed',
      attempt: 1,
      evaluations: 300_000,
      leaseUntil: null,
      engine: 'search',
    })
    expect(run.best?.assignments).toHaveLength(1)
    expect(points.map((point) => point.seq)).toEqual(points.map((_, index) => index))
    expect(points.at(-1)?.evaluations).toBe(300_000)
    expect(actions).toEqual(['complete-run'])
    expect(events.at(-1)).toMatchObject({ state: 'completed', point: { evaluations: 300_000 } })
    expect(sent).toEqual([])
  })

  test('a message that comes twice, or after the end, does nothing', async () => {
    const ref = await queueRun({ evaluations: 100_000 })
    const first = await claimRun(database.app, ref, () => 0)
    expect(first?.attempt).toBe(1)
    const { ports } = makePorts()
    expect(await workOnRun(ports, ref)).toBe('skipped')
    await endLease(ref.runId)
    expect(await workOnRun(ports, ref)).toBe('ended')
    expect(await workOnRun(ports, ref)).toBe('skipped')
    expect((await readRun(ref.runId)).actions).toEqual(['complete-run'])
  })

  test('a Worker that lost its run can neither save nor end it', async () => {
    const ref = await queueRun({ evaluations: 100_000 })
    const old = await claimRun(database.app, ref, () => 0)
    await endLease(ref.runId)
    const newer = await claimRun(database.app, ref, () => 0)
    if (old === null || newer === null) throw new Error('not claimed')
    const progress = { evaluations: 5, score: { hard: 0, medium: 0, soft: 9 }, missingHeads: 0, hardBreaches: 0 }
    const point = { ...progress, seq: 0, atMs: 1 }
    expect((await saveSlice(database.app, old, { progress, elapsedMs: 1, point, memory: null })).isOwn).toBe(false)
    expect(await endRun(database.app, old, { state: 'failed', failure: 'x' }, uuidV7())).toBe(false)
    const { run, points, actions } = await readRun(ref.runId)
    expect({ state: run.state, points, actions }).toEqual({ state: 'running', points: [], actions: [] })
  })

  test('a run whose Worker died goes on from the checkpoint and ends in the roster of an undisturbed run', async () => {
    const undisturbed = await queueRun({ evaluations: 2_000_000 })
    await workOnRun(makePorts().ports, undisturbed)

    const ref = await queueRun({ evaluations: 2_000_000 })
    const dying = makePorts({
      onStep: (step) => {
        if (step === 90) throw new Error('killed')
      },
    })
    // A killed process writes no failure either.
    dying.ports.newId = () => {
      throw new Error('killed')
    }
    await expect(workOnRun(dying.ports, ref)).rejects.toThrow('killed')
    const { run } = await readRun(ref.runId)
    expect(run).toMatchObject({ state: 'running', attempt: 1 })
    expect(run.evaluations).toBeGreaterThan(100_000)
    expect(await workOnRun(makePorts().ports, ref)).toBe('skipped')

    await endLease(ref.runId)
    expect(await workOnRun(makePorts({ stepMs: 7 }).ports, ref)).toBe('ended')
    const after = await readRun(ref.runId)
    expect(after.run.attempt).toBe(2)
    expect(after.run.best).toEqual((await readRun(undisturbed.runId)).run.best)
    expect(after.actions).toEqual(['complete-run'])
  })

  test('a run that outlasts its share hands itself over by message until it is done, to the same roster', async () => {
    const whole = await queueRun({ evaluations: 3_000_000 })
    await workOnRun(makePorts({ stepMs: 5 }).ports, whole)
    const ref = await queueRun({ evaluations: 3_000_000 })
    const { ports, sent } = makePorts({ stepMs: 400 })
    const ends: string[] = []
    do ends.push(await workOnRun(ports, ref))
    while (ends.at(-1) === 'handed-over' && ends.length < 20)
    expect(ends.at(-1)).toBe('ended')
    expect(ends.length).toBeGreaterThan(2)
    expect(sent).toHaveLength(ends.length - 1)
    const { run } = await readRun(ref.runId)
    expect(run).toMatchObject({ state: 'completed', attempt: ends.length })
    expect(run.best).toEqual((await readRun(whole.runId)).run.best)
  })

  test('a hand-over whose message is lost leaves the run free for the next message', async () => {
    const ref = await queueRun({ evaluations: 1_000_000 })
    const { ports } = makePorts({ stepMs: 400 })
    ports.queue.send = () => Promise.reject(new Error('queue away'))
    await expect(workOnRun(ports, ref)).rejects.toThrow('queue away')
    expect((await readRun(ref.runId)).run).toMatchObject({ state: 'running', attempt: 1 })
    expect(await workOnRun(makePorts().ports, ref)).toBe('ended')
    expect((await readRun(ref.runId)).run).toMatchObject({ state: 'completed', evaluations: 1_000_000, attempt: 2 })
  })

  test('a cancel is heard within one slice and keeps the best roster so far', async () => {
    const ref = await queueRun({}, 60)
    let asked: Promise<unknown> | undefined
    const { ports } = makePorts({
      onStep: (step) => {
        if (step !== 40) return
        asked = withOrg(database.app, orgId, (tx) =>
          tx.update(rosterRuns).set({ cancelRequested: true }).where(eq(rosterRuns.id, ref.runId)),
        )
      },
    })
    const save = ports.live.publish
    ports.live.publish = async (...event) => {
      await asked
      await save(...event)
    }
    expect(await workOnRun(ports, ref)).toBe('ended')
    const { run, actions } = await readRun(ref.runId)
    expect(run.state).toBe('cancelled')
    expect(run.best?.assignments).toHaveLength(1)
    expect(run.evaluations).toBeLessThan(600_000)
    expect(actions).toEqual(['stop-run'])
  })

  test('a run cancelled before anybody began proposes nothing', async () => {
    const ref = await queueRun({})
    await withOrg(database.app, orgId, (tx) =>
      tx.update(rosterRuns).set({ cancelRequested: true }).where(eq(rosterRuns.id, ref.runId)),
    )
    await workOnRun(makePorts().ports, ref)
    expect((await readRun(ref.runId)).run).toMatchObject({ state: 'cancelled', best: null })
  })

  test('what the engine throws fails the run in words a planner understands', async () => {
    const ref = await queueRun({})
    const { ports, errors, events } = makePorts({
      onStep: () => {
        throw new Error('index 7 out of bounds')
      },
    })
    expect(await workOnRun(ports, ref)).toBe('ended')
    const { run } = await readRun(ref.runId)
    expect(run.state).toBe('failed')
    expect(run.failure).toMatch(/Start the run again/)
    expect(run.failure).not.toMatch(/bounds/)
    expect(errors).toEqual(['run-failed'])
    expect(events.at(-1)?.state).toBe('failed')
  })

  test('a run that kills its Worker again and again fails instead of starting for ever', async () => {
    const ref = await queueRun({})
    for (let death = 0; death < 5; death += 1) {
      await claimRun(database.app, ref, () => 0)
      await endLease(ref.runId)
    }
    await workOnRun(makePorts().ports, ref)
    const { run } = await readRun(ref.runId)
    expect(run.state).toBe('failed')
    expect(run.failure).toMatch(/too large/)
  })

  test('a run of another organisation cannot be claimed', async () => {
    const ref = await queueRun({})
    const { orgId: stranger } = await database.newOrg()
    expect(await workOnRun(makePorts().ports, { orgId: stranger, runId: ref.runId })).toBe('skipped')
    expect((await readRun(ref.runId)).run.attempt).toBe(0)
  })
})
