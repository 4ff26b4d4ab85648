// A set of shifts with missing heads, cut into parts that miss as many together: each part says more by itself.
import type { Frame } from '../model/frame.ts'
import type { CoverBound } from './cover-bound.ts'
import type { Short } from './price-ascent.ts'

/**
 * Parts without a shift in common whose missing heads add up to those of the whole: first by people who share no shift, then
 * between days as long as nothing is lost. Shifts in no part miss nothing.
 */
export function disjointParts(frame: Frame, bound: CoverBound, whole: Short): Short[] {
  return circlesOf(bound, whole.shifts).flatMap((shifts) => {
    const missing = bound.missing(shifts) ?? 0
    return missing > 0 ? cutBetweenDays(frame, bound, { shifts, missing }) : []
  })
}

/** Shifts that are linked by people who could work either. */
function circlesOf(bound: CoverBound, shifts: readonly number[]): number[][] {
  const circles: { shifts: number[]; people: Set<number> }[] = []
  for (const shift of shifts) {
    const people = bound.peopleFor([shift])
    const linked = circles.filter((circle) => people.some((employee) => circle.people.has(employee)))
    const joined = { shifts: [shift], people: new Set(people) }
    for (const circle of linked) {
      joined.shifts.push(...circle.shifts)
      for (const employee of circle.people) joined.people.add(employee)
      circles.splice(circles.indexOf(circle), 1)
    }
    circles.push(joined)
  }
  return circles.map((circle) => circle.shifts.sort((a, b) => a - b))
}

function cutBetweenDays(frame: Frame, bound: CoverBound, whole: Short): Short[] {
  const dayOf = (shift: number) => frame.day[shift]!
  const days = [...new Set(whole.shifts.map(dayOf))].sort((a, b) => a - b)
  for (const day of days.slice(1)) {
    const before = partOf(
      bound,
      whole.shifts.filter((shift) => dayOf(shift) < day),
    )
    const after = partOf(
      bound,
      whole.shifts.filter((shift) => dayOf(shift) >= day),
    )
    const isCut = before.missing > 0 && after.missing > 0 && before.missing + after.missing >= whole.missing
    if (isCut) return [before, ...cutBetweenDays(frame, bound, after)]
  }
  return [whole]
}

const partOf = (bound: CoverBound, shifts: readonly number[]): Short => ({
  shifts,
  missing: bound.missing(shifts) ?? 0,
})
