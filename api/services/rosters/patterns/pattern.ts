// Shifts by their distance from a first day: taken from a roster and laid over another period. Pure.
import type * as z from 'zod'
import type { patternShift } from '../../../contract/roster-patterns.ts'
import type { Edit, Standing } from '../edits/plan-edit.ts'
import { addDays, daysBetween, instantAfterClockMinutes, instantAt, localDay, localTime } from '../local-time.ts'

export type PatternShift = z.output<typeof patternShift>
type Zones = ReadonlyMap<string, string>
type Days = { from: string; days: number }

/** What stands on the days as a pattern; clock times of each shift's site. */
export const patternOf = (
  standing: Standing,
  zones: Zones,
  { from, days }: Days,
  withPeople: boolean,
): PatternShift[] => {
  const people = Map.groupBy(standing.assignments, ({ shiftId }) => shiftId)
  const until = addDays(from, days)
  return standing.shifts
    .filter(({ day }) => day >= from && day < until)
    .map((shift): PatternShift => {
      const zone = zones.get(shift.siteId) ?? 'UTC'
      const startTime = localTime(shift.startsAt, zone)
      const { siteId, shiftTypeId, name, breakMinutes, headsMin, headsTarget, headsMax, priority } = shift
      return {
        offsetDays: daysBetween(from, shift.day),
        startTime,
        minutes: clockMinutes(shift.startsAt, shift.endsAt, zone),
        siteId,
        shiftTypeId,
        name,
        breakMinutes,
        headsMin,
        headsTarget,
        headsMax,
        priority,
        skills: { allOf: [...shift.skills.allOf], anyOf: [...shift.skills.anyOf] },
        tags: [...shift.tags],
        employeeIds: withPeople ? (people.get(shift.id) ?? []).map(({ employeeId }) => employeeId) : [],
      }
    })
}

/** Minutes that the wall clock moves on between two instants; at least one. */
const clockMinutes = (startsAt: Date, endsAt: Date, zone: string): number => {
  const minuteOf = (at: Date) => {
    const [hours, minutes] = localTime(at, zone).split(':').map(Number)
    return (hours ?? 0) * 60 + (minutes ?? 0)
  }
  const days = daysBetween(localDay(startsAt, zone), localDay(endsAt, zone))
  return Math.max(1, days * 1440 + minuteOf(endsAt) - minuteOf(startsAt))
}

export type Laid = Pick<Edit, 'createShifts' | 'add'>

/** The pattern from a first day on; shifts that would start on `before` or later are left out. */
export const layPattern = (
  pattern: readonly PatternShift[],
  { from, before }: { from: string; before: string },
  zones: Zones,
  nextId: () => string,
): Laid => {
  const laid: Laid = { createShifts: [], add: [] }
  for (const { offsetDays, startTime, minutes, employeeIds, ...shift } of pattern) {
    const day = addDays(from, offsetDays)
    if (day >= before) continue
    const zone = zones.get(shift.siteId) ?? 'UTC'
    const start = instantAt(day, startTime, zone)
    const byClock = instantAfterClockMinutes(day, startTime, minutes, zone)
    // A short shift that the skipped hour swallows keeps its length instead of vanishing.
    const end = byClock > start ? byClock : new Date(start.getTime() + minutes * 60_000)
    const id = nextId()
    laid.createShifts.push({ ...shift, id, start: start.toISOString(), end: end.toISOString() })
    laid.add.push(...employeeIds.map((employeeId) => ({ employeeId, shiftId: id })))
  }
  return laid
}
