import { describe, expect, test } from 'vitest'
import type { Checkpoint } from '../model/outcome.ts'
import { type DriveOptions, driveSession, type Slice, stepEvaluations, type Verdict } from './drive-session.ts'
import { type FakeSession, fakeSession } from './fake-session.ts'

/** A world with a clock of its own: each step takes `stepMs`, each exchange `latencyMs`. */
const drive = async (options: {
  evaluationsMax: number
  budgetMs?: number | null
  shareMs?: number
  stepMs?: number
  latencyMs?: number
  seed?: number
  checkpoint?: Checkpoint
  elapsedMsBefore?: number
  verdict?: (slice: Slice, index: number) => Verdict
}) => {
  let clockMs = 0
  const slices: (Slice & { atMs: number })[] = []
  const session: FakeSession = fakeSession({
    evaluationsMax: options.evaluationsMax,
    ...(options.seed !== undefined && { seed: options.seed }),
    ...(options.checkpoint !== undefined && { checkpoint: options.checkpoint }),
    onStep: () => {
      clockMs += options.stepMs ?? 10
    },
  })
  const driving: DriveOptions = {
    budgetMs: options.budgetMs ?? null,
    elapsedMsBefore: options.elapsedMsBefore ?? 0,
    shareMs: options.shareMs ?? 60_000,
    latencyMs: options.latencyMs ?? 5,
    curveShare: 1,
    nowMs: () => clockMs,
    share: async (slice) => {
      clockMs += options.latencyMs ?? 5
      slices.push({ ...slice, atMs: clockMs })
      return options.verdict?.(slice, slices.length - 1) ?? 'go-on'
    },
  }
  return { driven: await driveSession(session, driving), session, slices }
}

describe('driveSession', () => {
  test('an exact budget is spent in equal steps to the last evaluation', async () => {
    const { driven, session, slices } = await drive({ evaluationsMax: 1_234_567 })
    expect(driven.end).toBe('finished')
    expect(session.steps.slice(0, -1).every((spent) => spent === stepEvaluations)).toBe(true)
    expect(slices.at(-1)?.progress.evaluations).toBe(1_234_567)
  })

  test('an exact budget ends in the same roster however often it was interrupted and resumed', async () => {
    const whole = await drive({ evaluationsMax: 2_000_000, seed: 7 })
    let checkpoint: Checkpoint | undefined
    let invocations = 0
    for (;;) {
      invocations += 1
      const part = await drive({
        evaluationsMax: 2_000_000,
        seed: 7,
        shareMs: 300,
        stepMs: 3 + (invocations % 5) * 4,
        ...(checkpoint !== undefined && { checkpoint }),
      })
      checkpoint = part.slices.at(-1)?.checkpoint ?? undefined
      if (part.driven.end === 'finished') {
        expect(part.session.best()).toEqual(whole.session.best())
        break
      }
      expect(part.driven.end).toBe('share-used')
    }
    expect(invocations).toBeGreaterThan(2)
  })

  test('a slice grows to about a quarter of a second and no further', async () => {
    const { slices } = await drive({ evaluationsMax: 5_000_000 })
    const lengths = slices.slice(8).map((slice, index) => slice.atMs - (slices[index + 7]?.atMs ?? 0))
    expect(Math.max(...lengths)).toBeLessThan(400)
    expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThan(150)
  })

  test('a time budget becomes evaluations once the pace is known, and time ends the run', async () => {
    const { driven, session, slices } = await drive({ evaluationsMax: Number.MAX_SAFE_INTEGER, budgetMs: 5000 })
    expect(driven.end).toBe('finished')
    expect(driven.elapsedMs).toBeGreaterThanOrEqual(5000)
    expect(driven.elapsedMs).toBeLessThan(5500)
    expect(session.budget).toBeGreaterThan(4_500_000)
    expect(session.budget).toBeLessThan(5_500_000)
    expect(slices.at(-1)).toMatchObject({ isPoint: true })
  })

  test('time used by earlier invocations counts against a time budget', async () => {
    const { driven } = await drive({ evaluationsMax: Number.MAX_SAFE_INTEGER, budgetMs: 5000, elapsedMsBefore: 4500 })
    expect(driven.end).toBe('finished')
    expect(driven.elapsedMs).toBeLessThan(5500)
  })

  test('a cancel is heard after the slice in which it came', async () => {
    const { driven, slices } = await drive({ evaluationsMax: 9e9, verdict: (_, at) => (at === 3 ? 'cancel' : 'go-on') })
    expect(driven.end).toBe('cancelled')
    expect(slices).toHaveLength(4)
  })

  test('a run owned by somebody else is left alone at once', async () => {
    const { driven, slices } = await drive({ evaluationsMax: 9e9, verdict: () => 'lost' })
    expect(driven.end).toBe('lost')
    expect(slices).toHaveLength(1)
  })

  test('handing over keeps a checkpoint of the very last slice', async () => {
    const { driven, slices } = await drive({ evaluationsMax: 9e9, shareMs: 700 })
    expect(driven.end).toBe('share-used')
    expect(slices.at(-1)?.checkpoint?.evaluations).toBe(slices.at(-1)?.progress.evaluations)
  })

  test('checkpoints come about every second, points thin out in long runs', async () => {
    const { slices } = await drive({ evaluationsMax: Number.MAX_SAFE_INTEGER, budgetMs: 590_000, shareMs: 20_000 })
    const checkpoints = slices.filter((slice) => slice.checkpoint !== null)
    expect(checkpoints.length).toBeGreaterThan(12)
    expect(checkpoints.length).toBeLessThan(22)
    expect(slices.filter((slice) => slice.isPoint).length).toBeLessThan(18)
  })
})
