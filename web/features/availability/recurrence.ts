// What recurs, as RFC 5545 writes it, and what the form for it holds: once, or on some weekdays every so many weeks.
import type { Availability } from '../../api/types.ts'
import { addDays, daysBetween, shortDay, weekdayOf } from '../../ui/dates.ts'
import { listText } from '../../ui/numbers.ts'
import { daysOfSpan, spanText } from '../calendar/span-text.ts'
import { wallClock } from '../calendar/wall-clock.ts'

const letters = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const everyDay = [1, 2, 3, 4, 5, 6, 7]

export interface LineDraft {
  /** 0: once; else every so many weeks. */
  everyWeeks: number
  /** Of what recurs, 1 (Monday) to 7. */
  weekdays: readonly number[]
  first: string
  /** Last day; of what recurs the last on which it may begin, empty for one that goes on. */
  last: string
  isAllDay: boolean
  /** HH:MM; an end at or before the begin is on the next day. */
  from: string
  until: string
}

export type LineTimes = Pick<Availability, 'start' | 'end' | 'rrule' | 'zone'>
type Wrong = { wrong: 'weekdays' | 'last' | 'until'; why: string }

const onceOf = ({ first, last, isAllDay, from, until }: LineDraft, zone: string): LineTimes | Wrong => {
  if (last < first) return { wrong: 'last', why: 'Not before the first day.' }
  if (!isAllDay && last === first && until <= from) return { wrong: 'until', why: 'After the time it begins.' }
  const clock = wallClock(zone)
  const [begins, ends] = isAllDay ? ['00:00', '24:00'] : [from, until]
  return { start: clock.toInstant(first, begins), end: clock.toInstant(last, ends), rrule: null, zone: null }
}

/** The line that a draft says, in the zone where days are counted; or what is wrong with it. */
export const lineOf = (draft: LineDraft, zone: string): LineTimes | Wrong => {
  const { everyWeeks, weekdays, first, last, isAllDay, from, until } = draft
  if (everyWeeks === 0) return onceOf(draft, zone)
  if (weekdays.length === 0) return { wrong: 'weekdays', why: 'Choose at least one day of the week.' }
  // The first occurrence is the line's own span, so it must lie on one of the weekdays.
  const begin = everyDay.map((_, n) => addDays(first, n)).find((day) => weekdays.includes(weekdayOf(day))) ?? first
  if (last !== '' && last < begin) return { wrong: 'last', why: 'Not before the first time.' }
  const clock = wallClock(zone)
  const endDay = !isAllDay && until <= from ? addDays(begin, 1) : begin
  const parts = [
    'FREQ=WEEKLY',
    ...(everyWeeks > 1 ? [`INTERVAL=${everyWeeks}`] : []),
    `BYDAY=${letters.filter((_, index) => weekdays.includes(index + 1)).join(',')}`,
    ...(last === '' ? [] : [`UNTIL=${last.replaceAll('-', '')}`]),
  ]
  return {
    start: clock.toInstant(begin, isAllDay ? '00:00' : from),
    end: clock.toInstant(endDay, isAllDay ? '24:00' : until),
    rrule: parts.join(';'),
    zone,
  }
}

interface Weekly {
  everyWeeks: number
  weekdays: number[]
  /** Last day, empty for one that goes on. */
  until: string
}

/** A rule of plain weekdays, null for any other: months, years, counts, days of months. */
const weeklyOf = (rrule: string, firstDay: string): Weekly | null => {
  const parts = new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string]))
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'WKST']
  if ([...parts.keys()].some((name) => !known.includes(name))) return null
  const every = Number(parts.get('INTERVAL') ?? 1)
  const days = parts.get('BYDAY')?.split(',') ?? []
  if (days.some((day) => !letters.some((letter) => letter === day))) return null
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '')
  const last = until ? `${until[1]}-${until[2]}-${until[3]}` : ''
  if (parts.get('FREQ') === 'DAILY' && every === 1 && days.length === 0)
    return { everyWeeks: 1, weekdays: everyDay, until: last }
  if (parts.get('FREQ') !== 'WEEKLY') return null
  const weekdays =
    days.length === 0 ? [weekdayOf(firstDay)] : letters.flatMap((day, n) => (days.includes(day) ? n + 1 : []))
  return { everyWeeks: every, weekdays, until: last }
}

/** The draft that says a line; null for a rule that the form cannot show. `zone` is where days are counted. */
export const draftOf = ({ start, end, rrule, zone: own }: LineTimes, zone: string): LineDraft | null => {
  const clock = wallClock(own ?? zone)
  const [from, until] = [clock.toWall(start), clock.toWall(end)]
  const { first, last } = daysOfSpan(start, end, own ?? zone)
  const isAllDay = from.time === '00:00' && until.time === '00:00'
  const times = { isAllDay, from: isAllDay ? '08:00' : from.time, until: isAllDay ? '16:00' : until.time }
  if (rrule === null) return { ...times, everyWeeks: 0, weekdays: [weekdayOf(first)], first, last }
  const weekly = weeklyOf(rrule, first)
  if (weekly === null || daysBetween(first, last) > (isAllDay ? 0 : 1)) return null
  return { ...times, everyWeeks: weekly.everyWeeks, weekdays: weekly.weekdays, first, last: weekly.until }
}

/** Exceptions name starts, so they move along when the line begins at another time of the day. `zone` is where it is counted. */
export const movedExceptions = (exceptions: readonly string[], newStart: string, zone: string): string[] => {
  const clock = wallClock(zone)
  const { time } = clock.toWall(newStart)
  return exceptions.map((at) => clock.toInstant(clock.toWall(at).day, time))
}

const daysText = (weekdays: readonly number[]): string => {
  if (weekdays.length === 7) return 'day'
  if (weekdays.join() === '1,2,3,4,5') return 'weekday'
  return listText(weekdays.map((weekday) => names[weekday - 1] ?? ''))
}

/** "Every Mon and Wed, 08:00 to 14:00, until 31 Mar"; what happens once as its span. */
export const lineText = (line: LineTimes, zone: string): string => {
  if (line.rrule === null) return spanText(line.start, line.end, zone)
  const draft = draftOf(line, zone)
  if (draft === null) return `${spanText(line.start, line.end, line.zone ?? zone)}, and on by the rule ${line.rrule}`
  const weeks =
    draft.everyWeeks === 1
      ? ''
      : draft.everyWeeks === 2
        ? ' of every second week'
        : ` of every ${draft.everyWeeks} weeks`
  const times = draft.isAllDay ? 'all day' : `${draft.from} to ${draft.until === '00:00' ? '24:00' : draft.until}`
  const ends = draft.last === '' ? '' : `, until ${shortDay(draft.last)} ${draft.last.slice(0, 4)}`
  return `Every ${daysText(draft.weekdays)}${weeks}, ${times}, from ${shortDay(draft.first)} ${draft.first.slice(0, 4)}${ends}`
}
