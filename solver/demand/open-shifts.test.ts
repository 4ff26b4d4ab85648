import { describe, expect, it } from 'vitest'
import { Random } from '../search/random.ts'
import type { Demand, DemandOutcome, ShiftCandidate } from './demand-model.ts'
import { openShifts } from './open-shifts.ts'

const shift = (id: string, start: number, end: number, more: Partial<ShiftCandidate> = {}): ShiftCandidate => ({
  id,
  start,
  end,
  skills: [],
  cost: end - start,
  breaks: [],
  ...more,
})

/** Heads missing by minute, counted naively. */
function missing(demand: Demand, outcome: DemandOutcome): { skill: string | null; minute: number; heads: number }[] {
  if (outcome.kind === 'demand-invalid') throw new Error(JSON.stringify(outcome.issues))
  const found = []
  for (const skill of new Set(demand.wanted.map((span) => span.skill ?? null)))
    for (let minute = 0; minute < 1440; minute += 5) {
      const spans = demand.wanted.filter((span) => (span.skill ?? null) === skill)
      const wanted = Math.max(0, ...spans.map(({ start, end, heads }) => (start <= minute && minute < end ? heads : 0)))
      let present = 0
      for (const { candidate, breakStarts } of outcome.opened) {
        const own = demand.candidates.find(({ id }) => id === candidate)!
        if (skill !== null && !own.skills.includes(skill)) continue
        for (const starts of breakStarts) {
          const isAway = starts.some((start, at) => start <= minute && minute < start + own.breaks[at]!.minutes)
          if (own.start <= minute && minute < own.end && !isAway) present++
        }
      }
      if (present < wanted) found.push({ skill, minute, heads: wanted - present })
    }
  return found
}

function randomDemand(seed: number, candidatesMax: number, headsMax: number): Demand {
  const random = new Random(seed)
  const wanted = Array.from({ length: 8 }, (_, hour) => ({
    start: 480 + 60 * hour,
    end: 540 + 60 * hour,
    heads: random.below(headsMax + 1),
    ...(random.below(4) === 0 ? { skill: 'x' } : {}),
  }))
  const candidates = Array.from({ length: 1 + random.below(candidatesMax) }, (_, index) => {
    const start = 450 + 30 * random.below(8)
    const end = start + 60 * (2 + random.below(6))
    const earliestMinutes = 30 * random.below(2)
    const breaks = [{ minutes: 30, earliestMinutes, latestMinutes: earliestMinutes + 30 * random.below(3) }]
    return shift(`c${index}`, start, end, {
      skills: random.below(2) === 0 ? ['x'] : [],
      breaks: random.below(2) === 0 ? breaks : [],
      cost: 1 + random.below(9),
      ...(random.below(6) === 0 ? { max: random.below(3) } : {}),
    })
  })
  return { wanted, candidates, breakStepMinutes: 30 }
}

/** The least cost over all ways to put up to `most` people on every candidate and break; null when none keeps cover. */
function bruteForce(demand: Demand, most: number): number | null {
  const patterns = demand.candidates.flatMap((candidate) => {
    const [window] = candidate.breaks
    if (!window) return [{ candidate, starts: [] as number[] }]
    const starts = []
    for (let at = window.earliestMinutes; at <= window.latestMinutes; at += 30) starts.push([candidate.start + at])
    return starts.map((one) => ({ candidate, starts: one }))
  })
  let best: number | null = null
  const counts = patterns.map(() => 0)
  const visit = (at: number, cost: number) => {
    if (best !== null && cost >= best) return
    if (at === patterns.length) {
      const opened = patterns.map(({ candidate, starts }, index) => ({
        candidate: candidate.id,
        count: counts[index]!,
        breakStarts: Array.from({ length: counts[index]! }, () => starts),
      }))
      const isWithin = demand.candidates.every(
        ({ id, max }) => opened.reduce((sum, one) => sum + (one.candidate === id ? one.count : 0), 0) <= (max ?? 99),
      )
      if (isWithin && missing(demand, { kind: 'covered', opened, cost, bound: 0 }).length === 0) best = cost
      return
    }
    for (let count = 0; count <= most; count++) {
      counts[at] = count
      visit(at + 1, cost + count * patterns[at]!.candidate.cost)
    }
    counts[at] = 0
  }
  visit(0, 0)
  return best
}

describe('openShifts', () => {
  it('costs what trying everything finds, and proves it', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const demand = randomDemand(seed, 3, 2)
      const outcome = openShifts(demand)
      const least = bruteForce(demand, 2)
      const found = outcome.kind === 'covered' ? [outcome.cost, outcome.bound] : [null, null]
      expect(found, `seed ${seed}`).toEqual([least, least])
    }
  })

  it('keeps cover at every minute, breaks included, on larger demands', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const demand = randomDemand(seed, 12, 15)
      const outcome = openShifts(demand, { nodesMax: 20 })
      const gaps = missing(demand, outcome)
      expect(outcome.kind, `seed ${seed}`).toBe(gaps.length === 0 ? 'covered' : 'short')
      if (outcome.kind !== 'short') continue
      const told = outcome.short.reduce((sum, { start, end, heads }) => sum + (end - start) * heads, 0)
      expect(told, `seed ${seed}`).toBe(gaps.reduce((sum, { heads }) => sum + 5 * heads, 0))
    }
  })

  it('staggers breaks so that nobody is missed', () => {
    const breaks = [{ minutes: 30, earliestMinutes: 120, latestMinutes: 240 }]
    const demand = {
      wanted: [{ start: 480, end: 960, heads: 2 }],
      candidates: [shift('day', 480, 960, { breaks })],
    }
    const outcome = openShifts(demand)
    expect(outcome).toMatchObject({ kind: 'covered', cost: 3 * 480 })
    expect(missing(demand, outcome)).toEqual([])
  })

  it('says which heads are missing when, and still opens what helps', () => {
    const demand = {
      wanted: [
        { start: 480, end: 720, heads: 2 },
        { start: 720, end: 780, heads: 1, skill: 'x' },
      ],
      candidates: [shift('morning', 540, 720, { max: 1 })],
    }
    expect(openShifts(demand)).toEqual({
      kind: 'short',
      cost: 180,
      opened: [{ candidate: 'morning', count: 1, breakStarts: [[]] }],
      short: [
        { skill: null, start: 480, end: 540, heads: 2 },
        { skill: null, start: 540, end: 720, heads: 1 },
        { skill: 'x', start: 720, end: 780, heads: 1 },
      ],
    })
  })

  it('opens nothing where nothing is wanted', () => {
    expect(openShifts({ wanted: [], candidates: [shift('day', 480, 960)] })).toEqual({
      kind: 'covered',
      opened: [],
      cost: 0,
      bound: 0,
    })
  })

  it('names every wrong place at once', () => {
    const breaks = [
      { minutes: 30, earliestMinutes: 60, latestMinutes: 120 },
      { minutes: 30, earliestMinutes: 140, latestMinutes: 475 },
    ]
    const outcome = openShifts({
      wanted: [{ start: 60, end: 60, heads: -1 }],
      candidates: [shift('day', 480, 960, { breaks, cost: 1.5 }), shift('day', 480, 960)],
    })
    expect(outcome.kind === 'demand-invalid' && outcome.issues.map(({ path }) => path)).toEqual([
      'wanted[0].end',
      'wanted[0].heads',
      'candidates[0].cost',
      'candidates[0].breaks[1].earliestMinutes',
      'candidates[0].breaks[1].latestMinutes',
      'candidates[1].id',
    ])
  })
})
