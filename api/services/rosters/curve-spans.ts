// Heads over the day become spans of instants, by the clock on the wall. Pure.
import { addDays, instantAt, localTime, startOfDay } from './local-time.ts'
import type { SkillNeeds } from './planning-rows.ts'

/** Heads in equal intervals from local midnight, of a weekday (1 is Monday) or of a date, which goes before the weekday. */
export interface CurveRow {
  id: string
  siteId: string
  weekday: number | null
  day: string | null
  intervalMinutes: number
  heads: readonly number[]
  skills: SkillNeeds
  /** The only types that may be opened for it; all when empty. */
  shiftTypeIds: readonly string[]
}

export interface HeadsSpan {
  start: Date
  end: Date
  heads: number
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * The spans of a curve on one local day, neighbours with the same heads joined, without those that want nobody. An interval that the
 * clock skips is left out; one that the clock shows twice lasts both times.
 */
export const curveSpans = ({ intervalMinutes, heads }: CurveRow, day: string, zone: string): HeadsSpan[] => {
  const starts = heads.flatMap((count, at) => {
    const clock = clockOf(at * intervalMinutes)
    const start = instantAt(day, clock, zone)
    return localTime(start, zone) === clock ? [{ start, heads: count }] : []
  })
  const midnight = startOfDay(addDays(day, 1), zone)
  const spans: HeadsSpan[] = []
  starts.forEach(({ start, heads: count }, at) => {
    const end = starts[at + 1]?.start ?? midnight
    const last = spans.at(-1)
    if (last !== undefined && last.heads === count && last.end.getTime() === start.getTime()) last.end = end
    else spans.push({ start, end, heads: count })
  })
  return spans.filter((span) => span.heads > 0)
}
