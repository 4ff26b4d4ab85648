// Calendar periods and rolling windows in one list, for specs and parameters of rules that limit sums.
import type { Frame } from '../../model/frame.ts'
import { formatDate } from '../../model/time.ts'
import type { Parameter } from './parameters.ts'
import { type CalendarPeriod, isJudged, periodTable } from './periods.ts'

export interface WindowParams {
  period: CalendarPeriod | 'rolling'
  /** Length of a rolling window. */
  days?: number
}

export const windowParameters: readonly Parameter[] = [
  {
    name: 'period',
    kind: 'choice',
    choices: ['day', 'week', 'month', 'roster', 'rolling'],
    about: 'what is summed up',
  },
  {
    name: 'days',
    kind: 'integer',
    unit: 'days',
    min: 1,
    max: 366,
    optional: true,
    about: 'length of a rolling window',
  },
]

export function checkWindow(params: WindowParams): string[] {
  if ((params.period === 'rolling') === (params.days !== undefined)) return []
  return [
    params.period === 'rolling' ? 'a rolling period needs its length in days' : 'days belong to a rolling period only',
  ]
}

/** How far before the period a window may begin. */
export function windowLookbackDays(params: WindowParams): number {
  return params.period === 'rolling' ? (params.days ?? 0) : { day: 0, week: 7, month: 31, roster: 0 }[params.period]
}

export interface Window {
  /** Local days counted from the period's first; a roster's window holds only its own days. */
  first: number
  last: number
}

/** The windows that are judged for a person whose setting holds in [fromDay, untilDay). */
export function judgedWindows(
  frame: Frame,
  params: WindowParams,
  employee: number,
  held: { fromDay: number; untilDay: number },
  wantsComplete: boolean,
): Window[] {
  if (params.period === 'rolling') {
    const length = params.days!
    const windows: Window[] = []
    for (let last = Math.max(0, held.fromDay); last < Math.min(frame.days, held.untilDay); last++)
      if (!wantsComplete || frame.hasHistory[employee] || last - length + 1 >= 0)
        windows.push({ first: last - length + 1, last })
    return windows
  }
  const table = periodTable(frame, params.period, 31)
  return table.firstDay.flatMap((first, period) =>
    isJudged(frame, table, period, employee, held.fromDay, held.untilDay, wantsComplete)
      ? [{ first, last: table.lastDay[period]! }]
      : [],
  )
}

/** A window in words of data. */
export function windowFacts(frame: Frame, window: Window): { firstDay: string; lastDay: string } {
  return { firstDay: formatDate(frame.firstDay + window.first), lastDay: formatDate(frame.firstDay + window.last) }
}

/** Items of a line inside a window. */
export function itemsIn(frame: Frame, line: readonly number[], window: Window): number[] {
  return line.filter((item) => frame.day[item]! >= window.first && frame.day[item]! <= window.last)
}
