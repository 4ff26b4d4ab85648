import { checkDemand, type Demand, type DemandOutcome, type ShiftCandidate, type ShortSpan } from './demand-model.ts'
import { type Segment, segmentsOf, serves } from './segments.ts'
import { nodesMaxUsual, solvePart } from './solve-part.ts'

/**
 * How many people to put on each candidate shift, and when they take their breaks, so that everything wanted is covered at
 * least cost. Where that is impossible, the answer says which heads are missing when, as few head-minutes as found, and what
 * to open for the rest. `nodesMax` bounds the branching of each independent part (a day, say). Never throws; the same
 * demand gives the same answer. Sources: see cover-program.ts and integer-program.ts.
 */
export function openShifts(demand: Demand, options: { nodesMax?: number } = {}): DemandOutcome {
  const issues = checkDemand(demand)
  if (issues.length > 0) return { kind: 'demand-invalid', issues }
  const step = demand.breakStepMinutes ?? 15
  const parts = partsOf(demand.candidates, segmentsOf(demand)).map(({ candidates, segments }) =>
    solvePart(candidates, segments, step, options.nodesMax ?? nodesMaxUsual),
  )
  const opened = parts.flatMap((part) => part.opened)
  const order = new Map(demand.candidates.map(({ id }, index) => [id, index]))
  opened.sort((a, b) => order.get(a.candidate)! - order.get(b.candidate)!)
  const costOf = new Map(demand.candidates.map(({ id, cost }) => [id, cost]))
  const cost = opened.reduce((sum, { candidate, count }) => sum + count * costOf.get(candidate)!, 0)
  const short = mergeShort(parts.flatMap((part) => part.short))
  if (short.length > 0) return { kind: 'short', opened, cost, short }
  return { kind: 'covered', opened, cost, bound: parts.reduce((sum, { bound }) => sum + bound, 0) }
}

/** Candidates and segments that have nothing to do with each other apart. */
function partsOf(
  candidates: readonly ShiftCandidate[],
  segments: readonly Segment[],
): { candidates: ShiftCandidate[]; segments: Segment[] }[] {
  const parent = segments.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    parent[index] = root
    return root
  }
  const servedBy = candidates.map((candidate) =>
    segments.flatMap((segment, index) => (serves(candidate, segment) ? [index] : [])),
  )
  for (const served of servedBy) for (const index of served) parent[rootOf(index)] = rootOf(served[0]!)
  const parts = new Map<number, { candidates: ShiftCandidate[]; segments: Segment[] }>()
  segments.forEach((segment, index) => {
    const part = parts.get(rootOf(index)) ?? { candidates: [], segments: [] }
    part.segments.push(segment)
    parts.set(rootOf(index), part)
  })
  candidates.forEach((candidate, index) => {
    const first = servedBy[index]![0]
    if (first !== undefined) parts.get(rootOf(first))!.candidates.push(candidate)
  })
  return [...parts.values()]
}

/** Neighbours that lack the same become one; by skill, then time. */
function mergeShort(spans: readonly ShortSpan[]): ShortSpan[] {
  const sorted = [...spans].sort((a, b) => compareText(a.skill ?? '', b.skill ?? '') || a.start - b.start)
  const merged: ShortSpan[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last && last.skill === span.skill && last.end === span.start && last.heads === span.heads) last.end = span.end
    else merged.push({ ...span })
  }
  return merged
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
