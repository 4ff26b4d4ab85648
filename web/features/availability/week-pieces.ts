// Occurrences as a week shows them: cut at midnight, in lanes where they lie over each other.
import type { AvailabilityListed } from '../../api/types.ts'
import { addDays } from '../../ui/dates.ts'
import { wallClock } from '../calendar/wall-clock.ts'

const dayMinutes = 1440

export interface Piece {
  line: AvailabilityListed
  /** Start of the whole occurrence. */
  start: string
  end: string
  /** Minutes of the day's wall clock. */
  from: number
  until: number
  /** 0 for the first; pieces of one lane do not overlap. */
  lane: number
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The pieces of each of the days, in the order of `days`, earliest first. */
export const weekPieces = (
  lines: readonly AvailabilityListed[],
  days: readonly string[],
  zone: string,
): readonly (readonly Piece[])[] => {
  const clock = wallClock(zone)
  const byDay = new Map<string, Omit<Piece, 'lane'>[]>(days.map((day) => [day, []]))
  for (const line of lines)
    for (const { start, end } of line.occurrences ?? []) {
      const [from, until] = [clock.toWall(start), clock.toWall(end)]
      for (let day = from.day; day <= until.day; day = addDays(day, 1)) {
        const piece = {
          line,
          start,
          end,
          from: day === from.day ? minuteOf(from.time) : 0,
          until: day === until.day ? minuteOf(until.time) : dayMinutes,
        }
        if (piece.until > piece.from) byDay.get(day)?.push(piece)
      }
    }
  return days.map((day) => inLanes(byDay.get(day) ?? []))
}

const inLanes = (pieces: readonly Omit<Piece, 'lane'>[]): Piece[] => {
  const ends: number[] = []
  return pieces
    .toSorted((a, b) => a.from - b.from || b.until - a.until)
    .map((piece) => {
      const free = ends.findIndex((end) => end <= piece.from)
      const lane = free === -1 ? ends.length : free
      ends[lane] = piece.until
      return { ...piece, lane }
    })
}

/** How many lanes a day needs, at least one. */
export const laneCount = (pieces: readonly Piece[]): number => 1 + Math.max(0, ...pieces.map(({ lane }) => lane))
