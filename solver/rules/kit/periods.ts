// Calendar periods of the day grid: which period a day belongs to, and which periods are judged.
import type { Frame } from '../../model/frame.ts'
import { monthOf, weekdayOf } from '../../model/time.ts'

export type CalendarPeriod = 'day' | 'week' | 'month' | 'roster'

export interface PeriodTable {
  /** By grid day (day + pastDays): index of its period, -1 for days outside of the roster's own period. */
  index: Int32Array
  /** By period: first and last local day, counted from the period's first; may lie outside of it. */
  firstDay: number[]
  lastDay: number[]
}

/** Weeks and months reach into the past; a roster's period does not. */
export function periodTable(frame: Frame, kind: CalendarPeriod, pastDays: number): PeriodTable {
  const index = new Int32Array(pastDays + frame.days).fill(-1)
  const firstDay: number[] = []
  const lastDay: number[] = []
  if (kind === 'roster') {
    index.fill(0, pastDays)
    return { index, firstDay: [0], lastDay: [frame.days - 1] }
  }
  const keyOf = (day: number) =>
    kind === 'day' ? day : kind === 'week' ? weekOf(frame, day) : monthOf(frame.firstDay + day)
  for (let day = -pastDays; day < frame.days; day++) {
    const key = keyOf(day)
    if (firstDay.length === 0 || keyOf(day - 1) !== key) {
      let first = day
      while (keyOf(first - 1) === key) first--
      let last = day
      while (keyOf(last + 1) === key) last++
      firstDay.push(first)
      lastDay.push(last)
    }
    index[day + pastDays] = firstDay.length - 1
  }
  return { index, firstDay, lastDay }
}

function weekOf(frame: Frame, day: number): number {
  const offset = (weekdayOf(frame.firstDay) - frame.weekStart + 7) % 7
  return Math.floor((day + offset) / 7)
}

/**
 * Whether a period is judged for a person whose setting holds in [fromDay, untilDay): by the setting of its last day
 * inside the roster, and, for a rule that wants completeness (a minimum), only when all of its days are known.
 */
export function isJudged(
  frame: Frame,
  table: PeriodTable,
  period: number,
  employee: number,
  fromDay: number,
  untilDay: number,
  wantsComplete: boolean,
): boolean {
  const last = table.lastDay[period]!
  const anchor = Math.min(last, frame.days - 1)
  if (anchor < 0 || anchor < fromDay || anchor >= untilDay) return false
  if (!wantsComplete) return true
  return last < frame.days && (table.firstDay[period]! >= 0 || frame.hasHistory[employee]!)
}
