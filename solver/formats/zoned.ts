// Between the times of files (local to a site) and the instants of a problem.
import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate, LocalTime } from '../model/problem.ts'
import { parseDate } from '../model/time.ts'

const localPattern = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/

/** True for a calendar date "YYYY-MM-DD" that exists. */
export function isLocalDate(text: string): boolean {
  return parseDate(text) !== null
}

/** True for "YYYY-MM-DDTHH:MM" on a date that exists. */
export function isLocalDateTime(text: string): boolean {
  return localPattern.test(text) && text.length === 16 && isLocalDate(text.slice(0, 10))
}

const instants = new Map<string, Instant>()

/**
 * The instant of a local time ("YYYY-MM-DDTHH:MM", or a date for its first moment) in a zone, with the zone's offset. A time
 * that a clock change skips moves forward by the gap; one that happens twice means the earlier. Throws RangeError for others.
 */
export function instantAt(local: string, zone: string): Instant {
  const key = `${zone} ${local}`
  const known = instants.get(key)
  if (known) return known
  const zoned = Temporal.PlainDateTime.from(local.length === 10 ? `${local}T00:00` : local).toZonedDateTime(zone)
  const instant = zoned.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  if (instants.size > 50_000) instants.clear()
  instants.set(key, instant)
  return instant
}

/**
 * The instant at which the clock of the zone shows so many minutes more than at `local`: a shift read off the wall, so that
 * a night with a clock change has its true length.
 */
export function instantAfterClock(local: string, minutes: number, zone: string): Instant {
  return instantAt(Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' }), zone)
}

/** Local date and time of an instant at a place. */
export function localAt(instant: Instant, zone: string): { date: LocalDate; time: LocalTime } {
  const text = Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** The local date so many days later. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole days from one local date to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
