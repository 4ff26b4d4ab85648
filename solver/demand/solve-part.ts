// One independent part of a demand: as one integer program, or day after day where that would be too large.

import { solveInteger } from '../program/integer-program.ts'
import { type Pattern, patternsOf, roundPatterns, surplusOf } from './break-patterns.ts'
import { type CoverProgram, coverProgram } from './cover-program.ts'
import type { OpenedShift, ShiftCandidate, ShortSpan } from './demand-model.ts'
import { type Segment, serves } from './segments.ts'

/** Relaxations solved for one part, where nothing else is asked for. */
export const nodesMaxUsual = 400
/** What solving may take, counted as rows² × variables a relaxation: a few seconds. */
const workMax = 2e9
/** A relaxation above this is cut into days. */
const relaxationWorkMax = 1e9
const dayMinutes = 1440

export interface Part {
  opened: readonly OpenedShift[]
  short: readonly ShortSpan[]
  /** No way to keep cover costs less; 0 where nothing is known. */
  bound: number
}

/** Solves a part within about `nodesMax` relaxations, fewer where they are large. */
export function solvePart(
  candidates: readonly ShiftCandidate[],
  segments: readonly Segment[],
  stepMinutes: number,
  nodesMax: number,
): Part {
  const strict = coverProgram(candidates, segments, stepMinutes, null)
  const first = Math.min(...segments.map(({ start }) => start))
  const isOneDay = segments.every(({ start }) => start < first + dayMinutes)
  if (workOf(strict) > relaxationWorkMax && !isOneDay) return solveByDays(candidates, segments, stepMinutes, nodesMax)
  const answer = solveInteger(strict.program, {
    nodesMax: nodesFor(strict, nodesMax),
    round: (relaxed) => roundPatterns(strict, relaxed),
  })
  if (answer.values !== null) return partOf(strict, patternsOf(strict, answer.values), answer.bound)
  const dearest = Math.max(0, ...candidates.map(({ cost }) => cost))
  const lenient = coverProgram(candidates, segments, stepMinutes, 4 * dearest + 1)
  const nodes = nodesFor(lenient, nodesMax)
  const most = solveInteger(lenient.program, { nodesMax: nodes, round: (relaxed) => roundPatterns(lenient, relaxed) })
  return partOf(lenient, most.values === null ? [] : patternsOf(lenient, most.values), 0)
}

const workOf = ({ program: { rows, costs } }: CoverProgram) => rows.length ** 2 * costs.length

const nodesFor = (model: CoverProgram, nodesMax: number) =>
  Math.max(1, Math.min(nodesMax, Math.floor(workMax / Math.max(1, workOf(model)))))

/** Each day gets what the days before it have not covered; people who work into the next day count there. */
function solveByDays(
  candidates: readonly ShiftCandidate[],
  segments: readonly Segment[],
  stepMinutes: number,
  nodesMax: number,
): Part {
  const byTime = [...segments].sort((a, b) => a.start - b.start)
  const opened: OpenedShift[] = []
  const short: ShortSpan[] = []
  while (byTime.length > 0) {
    const until = byTime[0]!.start + dayMinutes
    const count = byTime.findIndex(({ start }) => start >= until)
    const day = byTime.splice(0, count < 0 ? byTime.length : count)
    const wanted = day.map((one) => ({ ...one, heads: one.heads - headsAt(one, candidates, opened) }))
    const open = wanted.filter(({ heads }) => heads > 0)
    if (open.length === 0) continue
    const usable = candidates.filter((candidate) => open.some((segment) => serves(candidate, segment)))
    const left = usable.map((candidate) =>
      candidate.max === undefined ? candidate : { ...candidate, max: candidate.max - openedOf(candidate, opened) },
    )
    const part = solvePart(left, open, stepMinutes, nodesMax)
    opened.push(...part.opened)
    short.push(...part.short)
  }
  return { opened: joined(opened), short, bound: 0 }
}

function openedOf({ id }: ShiftCandidate, opened: readonly OpenedShift[]): number {
  return opened.reduce((sum, one) => sum + (one.candidate === id ? one.count : 0), 0)
}

function headsAt(segment: Segment, candidates: readonly ShiftCandidate[], opened: readonly OpenedShift[]): number {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  let heads = 0
  for (const { candidate, breakStarts } of opened) {
    const own = byId.get(candidate)!
    if (!serves(own, segment)) continue
    for (const starts of breakStarts) {
      const isAway = starts.some((start, at) => start < segment.end && start + own.breaks[at]!.minutes > segment.start)
      if (!isAway) heads++
    }
  }
  return heads
}

/** One entry a candidate. */
function joined(opened: readonly OpenedShift[]): OpenedShift[] {
  const byCandidate = new Map<string, OpenedShift>()
  for (const one of opened) {
    const known = byCandidate.get(one.candidate)
    const breakStarts = [...(known?.breakStarts ?? []), ...one.breakStarts]
    byCandidate.set(one.candidate, { candidate: one.candidate, count: breakStarts.length, breakStarts })
  }
  return [...byCandidate.values()]
}

function partOf(model: CoverProgram, patterns: readonly Pattern[], bound: number): Part {
  const opened = model.columns.flatMap(({ candidate }, column) => {
    const breakStarts = patterns
      .filter((pattern) => pattern.column === column)
      .flatMap((pattern) => Array.from({ length: Math.round(pattern.people) }, () => pattern.breakStarts))
    return breakStarts.length === 0 ? [] : [{ candidate: candidate.id, count: breakStarts.length, breakStarts }]
  })
  const short = surplusOf(model, patterns).flatMap((surplus, index) => {
    const { skill, start, end } = model.segments[index]!
    return surplus < 0 ? [{ skill, start, end, heads: -Math.round(surplus) }] : []
  })
  return { opened, short, bound }
}
