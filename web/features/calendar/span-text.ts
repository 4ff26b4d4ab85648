// Spans of time in words, as the clock of a zone shows them.
import { addDays, daysBetween, periodText, shortDay, today, weekdayName } from '../../ui/dates.ts'
import { wallClock } from './wall-clock.ts'

/** "Wed 10 Mar", with the year where it is another one than this. */
export const dayText = (day: string): string => {
  const year = day.slice(0, 4)
  return `${weekdayName(day)} ${shortDay(day)}${year === today().slice(0, 4) ? '' : ` ${year}`}`
}

/** First and last local day that a span touches; one that ends at midnight does not touch the day that begins there. */
export const daysOfSpan = (start: string, end: string, zone: string): { first: string; last: string } => {
  const clock = wallClock(zone)
  const until = clock.toWall(end)
  return { first: clock.toWall(start).day, last: until.time === '00:00' ? addDays(until.day, -1) : until.day }
}

/** "1 – 5 Mar 2027" for whole days, "Wed 10 Mar, 08:00 to 12:00" inside one, both ends in full otherwise. */
export const spanText = (start: string, end: string, zone: string): string => {
  const clock = wallClock(zone)
  const [from, until] = [clock.toWall(start), clock.toWall(end)]
  const { first, last } = daysOfSpan(start, end, zone)
  if (from.time === '00:00' && until.time === '00:00')
    return first === last ? dayText(first) : periodText(first, daysBetween(first, last) + 1)
  const endTime = until.time === '00:00' ? '24:00' : until.time
  if (first === last) return `${dayText(first)}, ${from.time} to ${endTime}`
  return `${dayText(first)} ${from.time} to ${dayText(last)} ${endTime}`
}
