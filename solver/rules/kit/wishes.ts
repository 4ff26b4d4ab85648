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
  return frame.problem.shifts.flatMap((shift, index) =>
    frame.day[index] === day - frame.firstDay && (type === undefined || shift.type === type) ? [index] : [],
  )
}

/** True minutes of a shift inside the windows of the wishes, each minute once. A window belongs to the day it opens on. */
export function wishedMinutes(frame: Frame, shift: number, wishes: readonly TimePreference[]): number {
  const clock = frame.clocks[frame.site[shift]! < 0 ? frame.clocks.length - 1 : frame.site[shift]!]!
  const windows = wishes.flatMap((wish) => {
    const from = parseTime(wish.from ?? '00:00')!
    const to = parseTime(wish.to ?? '00:00')!
    const onDay = (day: number) => wish.weekdays?.includes(weekdayOf(day)) ?? true
    return clock.windowsInside(frame.start[shift]!, frame.end[shift]!, from, to, onDay)
  })
  return coveredMinutes(windows)
}
