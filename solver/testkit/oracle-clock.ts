// The oracle's own calendar: every question goes to Temporal, nothing is shared with the engine's clock.
import { Temporal } from 'temporal-polyfill'

/** An item of a line as the oracle sees it. */
export interface OracleItem {
  /** Null for past work. */
  shift: string | null
  startMs: number
  endMs: number
  /** Local date of the start, and the wall clock there as minutes of the day. */
  date: Temporal.PlainDate
  /** The date, counted from the period's first. */
  day: number
  minuteOfDay: number
  paid: number
  type: string | null
  site: string | null
  tags: readonly string[]
  zone: string
}

const knownMs = new Map<string, number>()

export function msOf(instant: string): number {
  const known = knownMs.get(instant)
  if (known !== undefined) return known
  if (knownMs.size > 100_000) knownMs.clear()
  const ms = Temporal.Instant.from(instant).epochMilliseconds
  knownMs.set(instant, ms)
  return ms
}

const knownZoned = new Map<string, Temporal.ZonedDateTime>()

export function zoned(ms: number, zone: string): Temporal.ZonedDateTime {
  const key = `${ms} ${zone}`
  const known = knownZoned.get(key)
  if (known !== undefined) return known
  if (knownZoned.size > 300_000) knownZoned.clear()
  const made = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  knownZoned.set(key, made)
  return made
}

/** Minutes of [startMs, endMs), minute by minute, at which `holds` is true of the wall clock. */
export function countMinutes(
  startMs: number,
  endMs: number,
  zone: string,
  holds: (at: Temporal.ZonedDateTime) => boolean,
): number {
  let count = 0
  for (let ms = startMs; ms < endMs; ms += 60_000) if (holds(zoned(ms, zone))) count++
  return count
}

export const timeOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

/** Whether a minute of the day lies in [from, to), which may cross midnight. */
export function isBetween(minute: number, from: number, to: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}

export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'day' }).days
