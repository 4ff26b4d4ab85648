import type { Breach } from '../../model/outcome.ts'
import type { DemandCurve } from '../../model/problem.ts'
import { formatInstant, parseInstant } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { hasSkillFor } from '../kit/held-skills.ts'

/**
 * In every interval of a demand curve enough people (with the skill) are at work at the site. Who is there for a part of an
 * interval counts by the minute, breaks included. Size: missing head-minutes, interval by interval.
 */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { demand } = view.frame.problem
  if (!demand || uses.organisation.length === 0) return []
  return demand.flatMap((curve) => {
    const present = presentMinutes(view, curve)
    const start = parseInstant(curve.start)!
    const length = curve.intervalMinutes
    return [...present].flatMap(([interval, presentMinutes]) => {
      const needed = curve.heads[interval]!
      const missing = needed * length - presentMinutes
      if (missing <= 0) return []
      const justification = {
        site: curve.site,
        skill: curve.skill?.skill ?? null,
        start: formatInstant(start + interval * length),
        end: formatInstant(start + (interval + 1) * length),
        needed,
        presentMinutes,
      }
      return uses.organisation.map((use) => breachOf(use, missing, [], [], justification))
    })
  })
}

/** Head-minutes by interval, for the intervals that the view's shifts touch; for all of them when it holds every shift. */
function presentMinutes(view: RosterView, curve: DemandCurve): Map<number, number> {
  const { frame } = view
  const site = frame.problem.sites.findIndex(({ id }) => id === curve.site)
  const start = parseInstant(curve.start)!
  const length = curve.intervalMinutes
  const intervalsOf = (item: number) => {
    const first = Math.max(0, Math.floor((frame.start[item]! - start) / length))
    const last = Math.min(curve.heads.length, Math.ceil((frame.end[item]! - start) / length))
    return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
  }
  const present = new Map<number, number>()
  if (view.shifts.length === frame.shiftCount) for (const interval of curve.heads.keys()) present.set(interval, 0)
  else
    for (const shift of view.shifts)
      if (frame.site[shift] === site) for (const interval of intervalsOf(shift)) present.set(interval, 0)
  if (present.size === 0) return present
  view.lines.forEach((line, person) => {
    for (const item of line) {
      if (item >= frame.shiftCount || frame.site[item] !== site) continue
      const touched = intervalsOf(item).filter((interval) => present.has(interval))
      if (touched.length === 0 || (curve.skill && !hasSkillFor(frame, person, curve.skill, item))) continue
      for (const interval of touched) {
        const opens = start + interval * length
        const minutes = Math.min(frame.end[item]!, opens + length) - Math.max(frame.start[item]!, opens)
        present.set(interval, present.get(interval)! + minutes)
      }
    }
  })
  return present
}
