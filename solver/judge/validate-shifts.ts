import type { Problem } from '../model/problem.ts'
import { dayMinutes, isZone, parseDate, parseInstant, ZoneClock } from '../model/time.ts'
import type { Note } from './validate-problem.ts'

/** Times, heads, and what shifts refer to. */
export function checkShifts(problem: Problem, note: Note): void {
  const firstDay = parseDate(problem.period.start)!
  const fromMinutes = (firstDay - 2) * dayMinutes
  const toMinutes = (firstDay + problem.period.days + 2) * dayMinutes
  const clockOf = new Map<string, ZoneClock | null>()
  // A site in no zone is named elsewhere; nothing can be said about the days of its shifts.
  for (const { id, zone } of problem.sites)
    clockOf.set(id, isZone(zone) ? new ZoneClock(zone, fromMinutes, toMinutes) : null)
  const types = new Set(problem.shiftTypes.map((type) => type.id))
  const skills = new Set(problem.skills.map((skill) => skill.id))
  problem.shifts.forEach((shift, index) => {
    const at = `shifts[${index}]`
    const start = parseInstant(shift.start)!
    const length = parseInstant(shift.end)! - start
    if (length <= 0) note(`${at}.end`, `must be after the start, ${shift.start}`)
    if (length > dayMinutes) note(`${at}.end`, 'makes the shift longer than a day; split it into several shifts')
    if ((shift.breakMinutes ?? 0) >= length && length > 0) note(`${at}.breakMinutes`, 'leaves nothing of the shift')
    const clock = clockOf.get(shift.site)
    if (clock === undefined) note(`${at}.site`, `names no site: "${shift.site}"`)
    if (clock) {
      const day = clock.dayOf(start) - firstDay
      if (day < 0 || day >= problem.period.days)
        note(
          `${at}.start`,
          `lies outside of the period, which has ${problem.period.days} days from ${problem.period.start}`,
        )
    }
    if (shift.type !== undefined && !types.has(shift.type)) note(`${at}.type`, `names no shift type: "${shift.type}"`)
    const { min, target, max } = shift.heads
    if (target !== undefined && target < min) note(`${at}.heads.target`, `must be at least min, ${min}`)
    if (max !== undefined && max < (target ?? min))
      note(`${at}.heads.max`, `must be at least ${target ?? min}, which is wanted`)
    for (const list of ['allOf', 'anyOf'] as const)
      shift.skills?.[list]?.forEach((need, position) => {
        if (!skills.has(need.skill)) note(`${at}.skills.${list}[${position}].skill`, `names no skill: "${need.skill}"`)
      })
  })
}
