// Demand in all its forms becomes the shifts of a roster: weekday patterns, dated lines, curves. Pure.
import type { CurveRow } from './curve-spans.ts'
import { expandPatterns, type PatternRow } from './expand-patterns.ts'
import { openForCurves, type Staffed } from './open-for-curves.ts'
import { type DemandRow, inOrder, type NewShift, openShifts, type ShiftTemplate } from './open-shifts.ts'
import type { HolidayRow } from './planning-rows.ts'

export interface Wanted {
  sites: readonly { id: string; zone: string }[]
  templates: readonly ShiftTemplate[]
  dated: readonly DemandRow[]
  patterns: readonly PatternRow[]
  curves: readonly CurveRow[]
  holidays: readonly HolidayRow[]
  /** Shifts of earlier rosters that reach into the period: their people count for the curves. */
  before: readonly Staffed[]
}

/**
 * The shifts that a roster of `days` local days from `start` opens, and how many head-minutes of the curves no shift type can
 * give. Dated lines go before patterns; the heads of both count for the curves, which open only what is still missing.
 */
export const planShifts = (
  { start, days }: { start: string; days: number },
  wanted: Wanted,
): { opened: NewShift[]; missingHeadMinutes: number } => {
  const demand = expandPatterns({ start, days, ...wanted })
  const byLines = openShifts({ start, days, demand, ...wanted })
  const byCurves = openForCurves({ start, days, ...wanted, staffed: [...wanted.before, ...byLines] })
  return { opened: inOrder([...byLines, ...byCurves.opened]), missingHeadMinutes: byCurves.missingHeadMinutes }
}
