import { frameOf } from '../../model/frame.ts'
import type { Problem } from '../../model/problem.ts'
import { bandsOf } from './bands.ts'
import type { Pool } from './can-work.ts'

interface Group {
  shifts: number[]
  people: Set<number>
}

/**
 * Shifts in groups of at most about `shiftsMax`: by site, a site that is too large by skills, skills that are too many by turns;
 * then those that share the most people are put together. What one band of people is pinned to stays together.
 */
export function groupShifts(problem: Problem, pools: readonly Pool[], shiftsMax: number): number[][] {
  const { pins } = frameOf(problem)
  const pinned = bandsOf(problem).map((band) => band.flatMap((person) => pins[person]!))
  const merged = mergeByPeople(joinPinned(cutPools(pools, shiftsMax), pinned), shiftsMax)
  return merged.map(({ shifts }) => shifts.sort((a, b) => a - b))
}

function cutPools(pools: readonly Pool[], shiftsMax: number): Group[] {
  const bySite = [...Map.groupBy(pools, ({ site }) => site).values()]
  return bySite.flatMap((own) => {
    const count = own.reduce((sum, { shifts }) => sum + shifts.length, 0)
    if (count <= shiftsMax) return [groupOf(own)]
    return own.flatMap((pool) => {
      // Every n-th shift, so that each piece has work on all days and at all times.
      const pieces = Math.ceil(pool.shifts.length / shiftsMax)
      return Array.from({ length: pieces }, (_, piece) =>
        groupOf([{ ...pool, shifts: pool.shifts.filter((_, index) => index % pieces === piece) }]),
      )
    })
  })
}

const groupOf = (pools: readonly Pool[]): Group => ({
  shifts: pools.flatMap(({ shifts }) => shifts),
  people: new Set(pools.flatMap(({ people }) => people)),
})

function joinPinned(groups: readonly Group[], pins: readonly (readonly number[])[]): Group[] {
  let joined = [...groups]
  for (const own of pins) {
    const held = joined.filter(({ shifts }) => own.some((shift) => shifts.includes(shift)))
    if (held.length < 2) continue
    joined = [...joined.filter((group) => !held.includes(group)), mergeAll(held)]
  }
  return joined
}

const mergeAll = (groups: readonly Group[]): Group => ({
  shifts: groups.flatMap(({ shifts }) => shifts),
  people: new Set(groups.flatMap(({ people }) => [...people])),
})

/** The two groups with the largest common part of their people first, as long as the shifts fit. */
function mergeByPeople(groups: readonly Group[], shiftsMax: number): Group[] {
  const merged = [...groups]
  const shares = merged.map((one) => merged.map((other) => (one === other ? 0 : sharedPart(one.people, other.people))))
  for (;;) {
    const pair = closestPair(merged, shares, shiftsMax)
    if (pair === null) return merged
    const [kept, gone] = pair
    merged[kept] = mergeAll([merged[kept]!, merged[gone]!])
    merged.splice(gone, 1)
    shares.splice(gone, 1)
    for (const row of shares) row.splice(gone, 1)
    merged.forEach((other, index) => {
      const share = index === kept ? 0 : sharedPart(merged[kept]!.people, other.people)
      shares[kept]![index] = share
      shares[index]![kept] = share
    })
  }
}

function closestPair(
  groups: readonly Group[],
  shares: readonly (readonly number[])[],
  shiftsMax: number,
): [number, number] | null {
  let best: [number, number] | null = null
  let bestShare = -1
  for (let a = 0; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++) {
      if (shares[a]![b]! <= bestShare || groups[a]!.shifts.length + groups[b]!.shifts.length > shiftsMax) continue
      bestShare = shares[a]![b]!
      best = [a, b]
    }
  return best
}

/** Common people over all of both (Jaccard); 0 where both are empty. */
function sharedPart(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const person of few) if (many.has(person)) common++
  return common === 0 ? 0 : common / (a.size + b.size - common)
}
