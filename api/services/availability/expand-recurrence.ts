// Recurring spans as RFC 5545 has them, counted on the wall clock of a zone.
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

export type Span = { startsAt: Date; endsAt: Date }

/** A span that may recur; `exceptions` are starts of occurrences that do not hold. */
export type Recurring = Span & { rrule: string | null; zone: string | null; exceptions: readonly Date[] }

/** Nobody plans with more spans of one line; what goes on for longer is cut off there. */
export const occurrencesMax = 1000

const wallOf = (at: Date, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
const instantOf = (wall: Temporal.PlainDateTime, zone: string): Date =>
  new Date(wall.toZonedDateTime(zone).toInstant().epochMilliseconds)
/** The wall clock as if it were that of UTC: rules are counted there, where no hour is skipped or comes twice. */
const asUtc = (wall: Temporal.PlainDateTime): Temporal.ZonedDateTime => wall.toZonedDateTime('UTC')

/** UNTIL as the wall clock of the zone shows it; a mere day holds to its end. */
const withLocalUntil = (rrule: string, zone: string): string =>
  rrule.replace(/\bUNTIL=(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?/i, (_, year, month, day, ...time) => {
    const [hour = '23', minute = '59', second = '59', utc] = time as (string | undefined)[]
    const said = `${year}-${month}-${day}T${hour}:${minute}:${second}`
    const wall = utc ? wallOf(new Date(`${said}Z`), zone) : Temporal.PlainDateTime.from(said)
    return `UNTIL=${wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}Z`
  })

/** The rule with its first start at `first`. Throws `RangeError` or `Error` in the library's words for what is no rule. */
export const readRecurrence = (rrule: string, first: Date, zone: string) =>
  new RRuleTemporal({
    rruleString: withLocalUntil(rrule, zone),
    dtstart: asUtc(wallOf(first, zone)),
    temporal: Temporal,
    strict: true,
    cache: false,
  })

/**
 * Spans that touch [from, to), ordered by start; a line that does not recur is its own only one. Each occurrence begins and ends
 * at the same time of the wall clock, so a night with a clock change has its true length; a start inside a skipped hour comes
 * the same distance after it. COUNT counts from the first start, exceptions as well. At most `occurrencesMax`.
 */
export const expandRecurrence = (line: Recurring, from: Date, to: Date): Span[] => {
  const { startsAt, endsAt, rrule, zone } = line
  const touches = (span: Span) => span.startsAt.getTime() < to.getTime() && span.endsAt.getTime() > from.getTime()
  if (rrule === null || zone === null) return [{ startsAt, endsAt }].filter(touches)
  const length = wallOf(startsAt, zone).until(wallOf(endsAt, zone))
  const except = new Set(line.exceptions.map((at) => at.getTime()))
  // An hour more on both sides: around a clock change wall clocks do not order times as they come.
  const earliest = asUtc(wallOf(from, zone).subtract(length).subtract({ hours: 1 }))
  const latest = asUtc(wallOf(to, zone).add({ hours: 1 }))
  return readRecurrence(rrule, startsAt, zone)
    .between(earliest, latest, true)
    .map((start) => {
      const wall = start.toPlainDateTime()
      return { startsAt: instantOf(wall, zone), endsAt: instantOf(wall.add(length), zone) }
    })
    .filter((span) => touches(span) && !except.has(span.startsAt.getTime()))
    .slice(0, occurrencesMax)
}
