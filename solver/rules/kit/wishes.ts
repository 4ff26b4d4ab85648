// Wishes of employees: which shifts a request speaks of, and how much of a shift a standing wish covers.
import type { Frame } from '../../model/frame.ts'
import type { Request, TimePreference } from '../../model/problem.ts'
import { coveredMinutes, parseDate, parseTime, weekdayOf } from '../../model/time.ts'

/** The shift it names, or all shifts (of the type) that start on its day. */
export function requestedShifts(frame: Frame, request: Request): number[] {
  if (request.shift !== undefined) {
    const shift = frame.shiftIndex.get(request.shift)
    return shift === undefined ? [] : [shift]
  }
  const day = parseDate(request.day ?? '') ?? Number.NaN
  const type = request.type
  const onDay = shiftsByDay(frame).get(day - frame.firstDay) ?? []
  return onDay.filter((index) => type === undefined || frame.problem.shifts[index]!.type === type)
}

const byDay = new WeakMap<Frame, ReadonlyMap<number, readonly number[]>>()

/** Shifts by the day on which they start, in the problem's order; made once a frame. */
function shiftsByDay(frame: Frame): ReadonlyMap<number, readonly number[]> {
  const known = byDay.get(frame)
  if (known) return known
  const found = new Map<number, number[]>()
  for (let shift = 0; shift < frame.shiftCount; shift++) {
    const list = found.get(frame.day[shift]!) ?? []
    list.push(shift)
    found.set(frame.day[shift]!, list)
  }
  byDay.set(frame, found)
  return found
}

/** True minutes of a shift inside the windows of the wishes, each minute once. A window belongs to the day it opens on. */
export function wishedMinutes(frame: Frame, shift: number, wishes: readonly TimePreference[]): number {
  const clock = frame.clocks[frame.site[shift]! < 0 ? frame.clocks.length - 1 : frame.site[shift]!]!
  const windows = wishes.flatMap((wish) => {
    const { from, to } = timesOf(wish)
    const onDay = (day: number) => wish.weekdays?.includes(weekdayOf(day)) ?? true
    return clock.windowsInside(frame.start[shift]!, frame.end[shift]!, from, to, onDay)
  })
  return coveredMinutes(windows)
}

const times = new WeakMap<TimePreference, { from: number; to: number }>()

/** The times of day of a wish, read once. */
function timesOf(wish: TimePreference): { from: number; to: number } {
  const known = times.get(wish)
  if (known) return known
  const read = { from: parseTime(wish.from ?? '00:00')!, to: parseTime(wish.to ?? '00:00')! }
  times.set(wish, read)
  return read
}
