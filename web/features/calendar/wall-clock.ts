// Instants as a zone's clock on the wall shows them, and back: days are counted where people work, not where the reader sits.
import { formatDate, parseDate, parseTime, ZoneClock } from '../../../solver/model/time.ts'

const dayMinutes = 1440
const padding = 3 * dayMinutes

interface WallTime {
  /** YYYY-MM-DD */
  day: string
  /** HH:MM */
  time: string
}
export interface WallClock {
  toWall(instant: string): WallTime
  /** The instant at which the clock shows day and time; "24:00" is the end of the day. */
  toInstant(day: string, time?: string): string
}

const two = (value: number): string => String(value).padStart(2, '0')
const minutesAt = (day: string, time: string): number => {
  const [date, minutes] = [parseDate(day), time === '24:00' ? dayMinutes : parseTime(time)]
  if (date === null || minutes === null) throw new RangeError(`"${day} ${time}" is no day and time.`)
  return date * dayMinutes + minutes
}

const clocks = new Map<string, WallClock>()

/** The clock of a zone, exact for the years around now. Throws `RangeError` for an unknown zone. */
export const wallClock = (zone: string): WallClock => {
  const known = clocks.get(zone)
  if (known) return known
  const now = Math.floor(Date.now() / 60_000)
  const years = 5 * 366 * dayMinutes
  const clock = new ZoneClock(zone, now - years - padding, now + years + padding)
  const made: WallClock = {
    toWall: (instant) => {
      const local = clock.toLocal(Math.floor(Date.parse(instant) / 60_000))
      const day = Math.floor(local / dayMinutes)
      const minute = local - day * dayMinutes
      return { day: formatDate(day), time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` }
    },
    toInstant: (day, time = '00:00') => new Date(clock.toInstant(minutesAt(day, time)) * 60_000).toISOString(),
  }
  clocks.set(zone, made)
  return made
}
