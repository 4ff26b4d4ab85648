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
 * give. Dated lines go before patterns; both count for the curves, which open only what is still missing.
 */
export const planShifts = (
  { start, days }: { start: string; days: number },
  wanted: Wanted,
): { opened: NewShift[]; missingHeadMinutes: number } => {
  const demand = expandPatterns({ start, days, ...wanted })
  const byLines = openShifts({ start, days, demand, ...wanted })
  const breaksOf = new Map(wanted.templates.map(({ id, breaks }) => [id, breaks]))
  const atWork = byLines.flatMap((shift) => piecesOf(shift, breaksOf.get(shift.shiftTypeId) ?? []))
  const byCurves = openForCurves({ start, days, ...wanted, staffed: [...wanted.before, ...atWork] })
  return { opened: inOrder([...byLines, ...byCurves.opened]), missingHeadMinutes: byCurves.missingHeadMinutes }
}

/** The parts of a shift between its breaks. */
const piecesOf = (shift: NewShift, breaks: ShiftTemplate['breaks']): Staffed[] => {
  const at = (minutes: number) => new Date(shift.startsAt.getTime() + minutes * 60_000)
  const inside = breaks.filter(({ afterMinutes, minutes }) => at(afterMinutes + minutes) < shift.endsAt)
  const edges = [
    shift.startsAt,
    ...inside.flatMap(({ afterMinutes, minutes }) => [at(afterMinutes), at(afterMinutes + minutes)]),
    shift.endsAt,
  ]
  const { siteId, headsMin, skills } = shift
  return edges.flatMap((startsAt, index) => {
    const endsAt = edges[index + 1]
    return index % 2 === 0 && endsAt !== undefined ? [{ siteId, headsMin, skills, startsAt, endsAt }] : []
  })
}
