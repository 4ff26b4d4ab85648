// Curves of demand become shifts: as many of each type as keep the curves covered at least cost. Pure.
import { type ShiftCandidate, openShifts as solveCover, type WantedSpan } from '../../../solver/programs.ts'
import { breakStepMinutes, breakWindows } from './break-windows.ts'
import { type CurveRow, curveSpans, type HeadsSpan } from './curve-spans.ts'
import { weekdayOf } from './expand-patterns.ts'
import { addDays } from './local-time.ts'
import { joinNeeds, type NewShift, newShift, type ShiftTemplate } from './open-shifts.ts'
import type { SkillNeeds } from './planning-rows.ts'

/** People at work who count for the curves already. */
export interface Staffed {
  siteId: string
  startsAt: Date
  endsAt: Date
  headsMin: number
  skills: SkillNeeds
}
type Site = { id: string; zone: string }
type Candidate = ShiftCandidate & { shift: NewShift }

const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)
const keyOf = ({ allOf, anyOf }: SkillNeeds): string => JSON.stringify([allOf, anyOf])
const isNothing = ({ allOf, anyOf }: SkillNeeds): boolean => allOf.length === 0 && anyOf.length === 0

/** Whoever meets `held` meets `wanted` as well. */
const implies = (held: SkillNeeds, wanted: SkillNeeds): boolean => {
  const meets = (need: SkillNeeds['allOf'][number], others: SkillNeeds['allOf']) =>
    others.some(({ skillId, levelMin }) => skillId === need.skillId && levelMin >= need.levelMin)
  const isOneOf = ({ skillId, levelMin }: SkillNeeds['allOf'][number]) =>
    wanted.anyOf.some((need) => need.skillId === skillId && levelMin >= need.levelMin)
  return (
    wanted.allOf.every((need) => meets(need, held.allOf)) &&
    (wanted.anyOf.length === 0 || held.allOf.some(isOneOf) || (held.anyOf.length > 0 && held.anyOf.every(isOneOf)))
  )
}

/** The curves in force at a site on a local day: a dated one goes before the weekday's of the same skills. */
const curvesOn = (curves: readonly CurveRow[], day: string): CurveRow[] => {
  const weekday = weekdayOf(day)
  const dated = curves.filter((curve) => curve.day === day)
  const keys = new Set(dated.map(({ skills }) => keyOf(skills)))
  return [...dated, ...curves.filter((curve) => curve.weekday === weekday && !keys.has(keyOf(curve.skills)))]
}

/** What a span still wants beside those who are at work: cut where somebody comes or goes. */
const stillWanted = ({ start, end, heads }: HeadsSpan, needs: SkillNeeds, staffed: readonly Staffed[]): HeadsSpan[] => {
  const there = staffed.filter(
    (one) => one.startsAt < end && start < one.endsAt && one.headsMin > 0 && implies(one.skills, needs),
  )
  const cuts = [start, end, ...there.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a.getTime() - b.getTime())
  return cuts.slice(0, -1).flatMap((from, index) => {
    const until = cuts[index + 1] ?? end
    if (from.getTime() === until.getTime()) return []
    const present = there.filter(({ startsAt, endsAt }) => startsAt <= from && until <= endsAt)
    const missing = heads - present.reduce((sum, { headsMin }) => sum + headsMin, 0)
    return missing > 0 ? [{ start: from, end: until, heads: missing }] : []
  })
}

/** Every type on a day, once for each set of skills that the day's curves ask of it. */
const candidatesOn = (
  site: Site,
  day: string,
  curves: readonly CurveRow[],
  all: readonly CurveRow[],
  templates: readonly ShiftTemplate[],
): Candidate[] =>
  templates.flatMap((template) => {
    const serves = curves.filter(({ shiftTypeIds }) => shiftTypeIds.length === 0 || shiftTypeIds.includes(template.id))
    const needs = new Map(
      serves.map(({ skills }) => [keyOf(joinNeeds(template.skills, skills)), joinNeeds(template.skills, skills)]),
    )
    return [...needs].map(([key, skills]): Candidate => {
      const shift = newShift(template, { siteId: site.id, day, skills, priority: 1 }, site.zone)
      return {
        id: `${template.id} ${day} ${key}`,
        start: minuteOf(shift.startsAt),
        end: minuteOf(shift.endsAt),
        skills: [
          ...new Set(
            all
              .map((curve) => curve.skills)
              .filter((one) => !isNothing(one) && implies(skills, one))
              .map(keyOf),
          ),
        ],
        // Paid time with its premium; of two that cost the same the one that asks for fewer skills.
        cost: shift.paidMinutes * (100 + template.premiumPercent) * 10 + skills.allOf.length + skills.anyOf.length,
        breaks: breakWindows(template.breaks, minuteOf(shift.endsAt) - minuteOf(shift.startsAt)),
        shift,
      }
    })
  })

/**
 * The shifts that the curves of the sites still ask for beside `staffed`, and how many head-minutes no type can give. Whoever is
 * in a break is not at work; breaks lie near where the types say (see breakWindows).
 */
export const openForCurves = (input: {
  start: string
  days: number
  sites: readonly Site[]
  templates: readonly ShiftTemplate[]
  curves: readonly CurveRow[]
  staffed: readonly Staffed[]
}): { opened: NewShift[]; missingHeadMinutes: number } => {
  const days = Array.from({ length: input.days }, (_, at) => addDays(input.start, at))
  const answer = { opened: [] as NewShift[], missingHeadMinutes: 0 }
  for (const site of input.sites) {
    const curves = input.curves.filter(({ siteId }) => siteId === site.id)
    if (curves.length === 0) continue
    const staffed = input.staffed.filter(({ siteId }) => siteId === site.id)
    const wanted = days.flatMap((day) =>
      curvesOn(curves, day).flatMap((curve) =>
        curveSpans(curve, day, site.zone)
          .flatMap((span) => stillWanted(span, curve.skills, staffed))
          .map(
            ({ start, end, heads }): WantedSpan => ({
              start: minuteOf(start),
              end: minuteOf(end),
              heads,
              ...(!isNothing(curve.skills) && { skill: keyOf(curve.skills) }),
            }),
          ),
      ),
    )
    const candidates = days.flatMap((day) => candidatesOn(site, day, curvesOn(curves, day), curves, input.templates))
    const outcome = solveCover({
      wanted,
      candidates: candidates.map(({ shift: _, ...candidate }) => candidate),
      breakStepMinutes,
    })
    if (outcome.kind === 'demand-invalid') throw new Error(`Curves of ${site.id}: ${JSON.stringify(outcome.issues)}`)
    const shiftOf = new Map(candidates.map(({ id, shift }) => [id, shift]))
    for (const { candidate, count } of outcome.opened) {
      const shift = shiftOf.get(candidate)
      if (shift !== undefined) answer.opened.push({ ...shift, headsMin: count })
    }
    if (outcome.kind === 'short')
      for (const { start, end, heads } of outcome.short) answer.missingHeadMinutes += (end - start) * heads
  }
  return answer
}
