// Weekends of the day grid and the period each is counted in. Weeks are counted from Monday here.
import type { Frame } from '../../model/frame.ts'
import { monthOf, weekdayOf } from '../../model/time.ts'

/** Number of the week (Monday first) when a local day belongs to the weekend, else null. */
export function weekendOf(frame: Frame, day: number, weekdays: readonly number[]): number | null {
  const epochDay = frame.firstDay + day
  return weekdays.includes(weekdayOf(epochDay)) ? Math.floor((epochDay + 3) / 7) : null
}

/** Last day of a weekend that the roster reaches; negative for one that was over before it. */
export function lastWeekendDay(frame: Frame, weekend: number, weekdays: readonly number[]): number {
  return Math.min(weekend * 7 - 3 + Math.max(...weekdays) - 1 - frame.firstDay, frame.days - 1)
}

/** What a weekend is counted in: 0 for the roster (null when over before it), or the month of its last day. */
export function weekendPeriod(
  frame: Frame,
  weekend: number,
  weekdays: readonly number[],
  period: 'roster' | 'month',
): number | null {
  const last = lastWeekendDay(frame, weekend, weekdays)
  if (period === 'month') return monthOf(frame.firstDay + last)
  return last < 0 ? null : 0
}

/** The last day of the roster inside a weekend period: the setting in force there decides. */
export function periodAnchor(frame: Frame, period: number, kind: 'roster' | 'month'): number {
  if (kind === 'roster') return frame.days - 1
  let day = frame.days - 1
  while (day >= 0 && monthOf(frame.firstDay + day) !== period) day--
  return day
}
