// Local days and clock times of a zone, and the instants they stand for.
import { Temporal } from 'temporal-polyfill'

/** Instant at which the clock of `zone` first shows `time` ("HH:MM") on `day`; inside a skipped hour, the same distance after it. */
export const instantAt = (day: string, time: string, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant().epochMilliseconds,
  )

/**
 * Instant at which the clock of `zone` shows `minutes` more than `time` on `day`: the end of a shift as people read it off
 * the wall, so a night with a clock change has its true length.
 */
export const instantAfterClockMinutes = (day: string, time: string, minutes: number, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day)
      .toPlainDateTime(Temporal.PlainTime.from(time))
      .add({ minutes })
      .toZonedDateTime(zone)
      .toInstant().epochMilliseconds,
  )

/** First instant of a local day. */
export const startOfDay = (day: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().epochMilliseconds)

const zoned = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

/** Local day "YYYY-MM-DD" of an instant. */
export const localDay = (at: Date, zone: string): string => zoned(at, zone).toPlainDate().toString()

/** Local clock time "HH:MM" of an instant. */
export const localTime = (at: Date, zone: string): string =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })

const dayMs = 86_400_000
const utcMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** `day` moved by a whole number of calendar days. */
export const addDays = (day: string, days: number): string =>
  new Date(utcMs(day) + days * dayMs).toISOString().slice(0, 10)

/** Calendar days from `from` to `until`, negative when `until` comes first. */
export const daysBetween = (from: string, until: string): number => (utcMs(until) - utcMs(from)) / dayMs

/** Local days that a span [start, end) touches, in order. */
export const localDaysOf = (start: Date, end: Date, zone: string): string[] => {
  if (end.getTime() <= start.getTime()) return []
  const first = localDay(start, zone)
  const last = localDay(new Date(end.getTime() - 1), zone)
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
}

/** An instant as the model writes it: UTC, to the minute, finer parts cut off. */
export const toInstant = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`

/** The same, finer parts rounded up: the end of a span that must not lose time. */
export const toInstantUp = (at: Date): string => toInstant(new Date(Math.ceil(at.getTime() / 60_000) * 60_000))

/** Whole minutes between two instants. */
export const minutesBetween = (start: Date, end: Date): number => Math.round((end.getTime() - start.getTime()) / 60_000)

/** The later of two local days; null is open. */
export const laterOf = (a: string, b: string | null): string => (b !== null && b > a ? b : a)

/** The earlier of two local days; null is open. */
export const earlierOf = (a: string, b: string | null): string => (b !== null && b < a ? b : a)
