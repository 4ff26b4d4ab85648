import type { Shift } from '../../model/problem.ts'
import { dayMinutes, parseDate } from '../../model/time.ts'
import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  const needs = frame.problem.shifts.map((shift, index) => (shift.skills ? { shift, ...window(grid, index) } : null))
  if (needs.every((need) => need === null)) return []
  const skillsOf = frame.problem.employees.map((person) =>
    (person.skills ?? []).map((held) => ({
      skill: held.skill,
      level: held.level ?? 1,
      from: held.from === undefined ? -Infinity : parseDate(held.from)!,
      until: held.until === undefined ? Infinity : parseDate(held.until)!,
    })),
  )
  const addTo = (employee: number, row: Float64Array, shifts: readonly number[]) => {
    const skills = skillsOf[employee]!
    const lacks = (need: { skill: string; levelMin?: number }, first: number, last: number) => {
      for (const held of skills)
        if (held.skill === need.skill && held.level >= (need.levelMin ?? 1) && held.from <= first && held.until >= last)
          return false
      return true
    }
    const missingOf = (shift: Shift, first: number, last: number) => {
      let missing = 0
      for (const need of shift.skills?.allOf ?? []) if (lacks(need, first, last)) missing++
      const anyOf = shift.skills?.anyOf ?? []
      if (anyOf.length > 0 && anyOf.every((need) => lacks(need, first, last))) missing++
      return missing
    }
    for (const { use, fromDay, untilDay } of uses.people[employee]!)
      for (const index of shifts) {
        const need = needs[index]!
        if (need !== null && frame.day[index]! >= fromDay && frame.day[index]! < untilDay)
          row[index] = row[index]! + use.weight * missingOf(need.shift, need.first, need.last)
      }
  }
  return [{ kind: 'pair', basePenalty: 0, addTo }]
}

/** First and last day touched, in days since 1970-01-01 of the site's wall clock. */
function window(grid: Grid, index: number): { first: number; last: number } {
  const { frame } = grid
  const clock = frame.clocks[frame.site[index]! < 0 ? frame.clocks.length - 1 : frame.site[index]!]!
  const dayOf = (minutes: number) => Math.floor(clock.toLocal(minutes) / dayMinutes)
  return { first: dayOf(frame.start[index]!), last: dayOf(frame.end[index]! - 1) }
}
