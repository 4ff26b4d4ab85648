// The only place that knows time zones. Everything else in the engine runs on integer minutes since 1970-01-01T00:00Z
// and on local days counted from 1970-01-01.
import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDate, LocalTime } from './problem.ts'

export const dayMinutes = 1440

const instantPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})$/
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Minutes since 1970-01-01T00:00Z; null when the text is no instant to the minute. */
export function parseInstant(text: Instant): number | null {
  const found = instantPattern.exec(text)
  if (!found) return null
  const day = parseDate(`${found[1]}-${found[2]}-${found[3]}`)
  const hour = Number(found[4])
  const minute = Number(found[5])
  if (day === null || hour > 23 || minute > 59) return null
  return day * dayMinutes + hour * 60 + minute - offsetMinutes(found[6]!)
}

function offsetMinutes(text: string): number {
  if (text === 'Z') return 0
  const digits = text.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return text.startsWith('-') ? -minutes : minutes
}

/** Days since 1970-01-01; null when the text is no calendar date. */
export function parseDate(text: LocalDate): number | null {
  const found = datePattern.exec(text)
  if (!found) return null
  const date = new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])))
  if (date.getUTCMonth() !== Number(found[2]) - 1) return null
  return date.getTime() / 86_400_000
}

/** The date of a day since 1970-01-01, as YYYY-MM-DD. */
export function formatDate(day: number): LocalDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Minutes since midnight; null when the text is not HH:MM. */
export function parseTime(text: LocalTime): number | null {
  const found = timePattern.exec(text)
  return found ? Number(found[1]) * 60 + Number(found[2]) : null
}

/** 1 (Monday) to 7 of a day since 1970-01-01 (a Thursday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Months since year 0 of a day since 1970-01-01: equal for two days of one month. */
export function monthOf(day: number): number {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** An instant in UTC to the minute, from minutes since 1970-01-01T00:00Z. */
export function formatInstant(minutes: number): Instant {
  return `${new Date(minutes * 60_000).toISOString().slice(0, 16)}Z`
}

/** Whether a text names a zone of the IANA database; an offset like +01:00 is none, it would never change. */
export function isZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Converts between instants and the wall clock of one zone inside a span; both changes of the clock are exact. */
export class ZoneClock {
  private readonly starts: number[] = []
  private readonly offsets: number[] = []

  /** `from` and `to` are minutes since 1970-01-01T00:00Z; outside of them the nearest offset is used. */
  constructor(zone: string, from: number, to: number) {
    let at = Temporal.Instant.fromEpochMilliseconds(from * 60_000).toZonedDateTimeISO(zone)
    this.starts.push(-Infinity)
    this.offsets.push(Math.round(at.offsetNanoseconds / 60e9))
    for (;;) {
      const next = at.getTimeZoneTransition('next')
      if (!next || next.epochMilliseconds > to * 60_000) break
      this.starts.push(Math.round(next.epochMilliseconds / 60_000))
      this.offsets.push(Math.round(next.offsetNanoseconds / 60e9))
      at = next
    }
  }

  /** Wall-clock minutes (as if the zone were UTC) of an instant. */
  toLocal(minutes: number): number {
    let index = this.starts.length - 1
    while (index > 0 && minutes < this.starts[index]!) index--
    return minutes + this.offsets[index]!
  }

  dayOf(minutes: number): number {
    return Math.floor(this.toLocal(minutes) / dayMinutes)
  }

  minuteOfDay(minutes: number): number {
    const local = this.toLocal(minutes)
    return local - Math.floor(local / dayMinutes) * dayMinutes
  }

  /** The instant at which the wall clock shows `local`: the earlier one when it does twice, the later side of a gap when never. */
  toInstant(local: number): number {
    for (let index = 0; index < this.offsets.length; index++) {
      const minutes = local - this.offsets[index]!
      const end = this.starts[index + 1] ?? Infinity
      if (minutes < end) return Math.max(minutes, this.starts[index]!)
    }
    return local - this.offsets[this.offsets.length - 1]!
  }

  /**
   * Parts of [start, end) at which the wall clock shows [from, to) minutes of a day; to <= from crosses midnight, and the
   * part past midnight belongs to the day before. An hour that the clock shows twice counts twice.
   */
  windowsInside(
    start: number,
    end: number,
    from: number,
    to: number,
    onDay: (day: number) => boolean,
  ): [number, number][] {
    const found: [number, number][] = []
    const lengthLocal = to > from ? to - from : to - from + dayMinutes
    this.offsets.forEach((offset, index) => {
      const first = Math.max(start, this.starts[index]!)
      const last = Math.min(end, this.starts[index + 1] ?? Infinity)
      if (last <= first) return
      const lastDay = Math.floor((last + offset) / dayMinutes)
      for (let day = Math.floor((first + offset) / dayMinutes) - 1; day <= lastDay; day++) {
        if (!onDay(day)) continue
        const opens = Math.max(first, day * dayMinutes + from - offset)
        const closes = Math.min(last, day * dayMinutes + from + lengthLocal - offset)
        if (closes > opens) found.push([opens, closes])
      }
    })
    return found
  }
}

/** The minutes that a set of spans covers, each minute once. */
export function coveredMinutes(spans: readonly (readonly [number, number])[]): number {
  let covered = 0
  let until = -Infinity
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    covered += Math.max(0, end - Math.max(start, until))
    until = Math.max(until, end)
  }
  return covered
}
