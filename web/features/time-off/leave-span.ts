// What the form for leave holds as a span of time.
import { wallClock } from '../calendar/wall-clock.ts'

export interface LeaveDraft {
  /** Whole days, half of one, or hours inside one. */
  length: 'days' | 'morning' | 'afternoon' | 'hours'
  first: string
  /** Whole days only. */
  last: string
  /** Hours only, HH:MM. */
  from: string
  until: string
}

export type LeaveSpan = { start: string; end: string } | { wrong: 'last' | 'until'; why: string } | null

/** Start and end in the zone where days are counted; what is wrong with the draft; null while something is missing. */
export const leaveSpan = ({ length, first, last, from, until }: LeaveDraft, zone: string): LeaveSpan => {
  if (first === '') return null
  const clock = wallClock(zone)
  const between = (begins: string, ends: string, lastDay = first) => ({
    start: clock.toInstant(first, begins),
    end: clock.toInstant(lastDay, ends),
  })
  if (length === 'morning') return between('00:00', '12:00')
  if (length === 'afternoon') return between('12:00', '24:00')
  if (length === 'hours') {
    if (from === '' || until === '') return null
    return until > from ? between(from, until) : { wrong: 'until', why: 'After the time it begins.' }
  }
  if (last === '') return null
  return last >= first ? between('00:00', '24:00', last) : { wrong: 'last', why: 'Not before the first day.' }
}
