// Runs of successive days in a person's line, for specs.
import type { Frame } from '../../model/frame.ts'

export interface DayRun {
  /** Local days, counted from the period's first. */
  first: number
  last: number
}

/** Different days of the items, ascending. */
export function daysOf(frame: Frame, items: readonly number[]): number[] {
  return [...new Set(items.map((item) => frame.day[item]!))].sort((a, b) => a - b)
}

/** Groups ascending days into runs without a gap. */
export function runsOf(days: readonly number[]): DayRun[] {
  const runs: DayRun[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.last === day - 1) run.last = day
    else runs.push({ first: day, last: day })
  }
  return runs
}

/** Days of the period inside a run that come after its first `limit` days, while the setting holds. */
export function surplusDays(frame: Frame, run: DayRun, limit: number, fromDay: number, untilDay: number): number {
  const first = Math.max(run.first + limit, 0, fromDay)
  return Math.max(0, Math.min(run.last + 1, frame.days, untilDay) - first)
}
