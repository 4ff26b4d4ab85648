// Curves and shift templates of an organisation in; shifts to put into a problem out.
import type { ProblemIssue } from '../model/outcome.ts'
import type {
  DemandCurve,
  Instant,
  LocalTime,
  Period,
  Shift,
  ShiftTypeId,
  Site,
  SiteId,
  SkillNeed,
} from '../model/problem.ts'
import {
  dayMinutes,
  formatDate,
  formatInstant,
  isZone,
  parseDate,
  parseInstant,
  parseTime,
  ZoneClock,
} from '../model/time.ts'
import type { BreakWindow, ShiftCandidate, WantedSpan } from './demand-model.ts'
import { openShifts } from './open-shifts.ts'

/** A kind of shift that may be opened on every day of the period. */
export interface ShiftTemplate {
  id: string
  site: SiteId
  type?: ShiftTypeId
  /** Local times of the site at which it may start. */
  startTimes: readonly LocalTime[]
  lengthMinutes: number
  /** What those who work it must have; they count for curves that ask for no more. */
  skills?: readonly SkillNeed[]
  /** Unpaid, in order; offsets from the shift's start. */
  breaks?: readonly BreakWindow[]
  /** Cost of one person; the paid minutes when absent. */
  costMinor?: number
  /** Most people on one shift of it. */
  max?: number
}

export interface ShiftDemand {
  period: Period
  sites: readonly Site[]
  demand: readonly DemandCurve[]
  templates: readonly ShiftTemplate[]
  breakStepMinutes?: number
}

/** Heads that no template can give. */
interface DemandGap {
  site: SiteId
  skill: SkillNeed | null
  start: Instant
  end: Instant
  heads: number
}

export interface ShiftPlan {
  kind: 'planned'
  /** One per template, day and start; `heads.min` people each. */
  shifts: readonly Shift[]
  /** By shift and person on it: when the breaks start. */
  breaks: readonly { shift: string; starts: readonly (readonly Instant[])[] }[]
  /** Empty when everything is covered. */
  gaps: readonly DemandGap[]
  cost: number
}

/**
 * Opens shifts so that every interval of every curve has its heads, at least cost (see openShifts). Starts follow the wall
 * clock of the site through both changes of the clock; lengths and breaks are true minutes. Never throws.
 */
export function shiftsForDemand(
  input: ShiftDemand,
): ShiftPlan | { kind: 'demand-invalid'; issues: readonly ProblemIssue[] } {
  const issues = checkTemplates(input)
  if (issues.length > 0) return { kind: 'demand-invalid', issues }
  const plan = { shifts: [] as Shift[], breaks: [] as ShiftPlan['breaks'][number][], gaps: [] as DemandGap[], cost: 0 }
  for (const site of input.sites) {
    const curves = input.demand.filter((curve) => curve.site === site.id)
    if (curves.length === 0) continue
    const shiftOf = new Map<string, Shift>()
    const candidates = candidatesAt(site, input, curves, shiftOf)
    const wanted = curves.flatMap(spansOf)
    const outcome = openShifts({ wanted, candidates, breakStepMinutes: input.breakStepMinutes ?? 15 })
    if (outcome.kind === 'demand-invalid') return outcome
    plan.cost += outcome.cost
    for (const { candidate, count, breakStarts } of outcome.opened) {
      plan.shifts.push({ ...shiftOf.get(candidate)!, heads: { min: count } })
      if (breakStarts.some((starts) => starts.length > 0))
        plan.breaks.push({ shift: candidate, starts: breakStarts.map((starts) => starts.map(formatInstant)) })
    }
    for (const { skill, start, end, heads } of outcome.kind === 'short' ? outcome.short : [])
      plan.gaps.push({
        site: site.id,
        skill: curves.find((curve) => keyOf(curve.skill) === (skill ?? undefined))?.skill ?? null,
        start: formatInstant(start),
        end: formatInstant(end),
        heads,
      })
  }
  return { kind: 'planned', ...plan }
}

const keyOf = (need: SkillNeed | undefined) => need && JSON.stringify([need.skill, need.levelMin ?? 1])

function spansOf({ skill, start, intervalMinutes, heads }: DemandCurve): WantedSpan[] {
  const first = parseInstant(start)!
  const key = keyOf(skill)
  return heads.map((count, index) => ({
    start: first + index * intervalMinutes,
    end: first + (index + 1) * intervalMinutes,
    heads: count,
    ...(key !== undefined && { skill: key }),
  }))
}

function candidatesAt(
  site: Site,
  { period, templates }: ShiftDemand,
  curves: readonly DemandCurve[],
  shiftOf: Map<string, Shift>,
): ShiftCandidate[] {
  const firstDay = parseDate(period.start)!
  const clock = new ZoneClock(site.zone, (firstDay - 2) * dayMinutes, (firstDay + period.days + 2) * dayMinutes)
  return templates.flatMap((template) => {
    if (template.site !== site.id) return []
    const counted = curves.flatMap(({ skill }) => (skill && hasSkill(template, skill) ? [keyOf(skill)!] : []))
    const breaks = template.breaks ?? []
    const breakMinutes = breaks.reduce((sum, { minutes }) => sum + minutes, 0)
    return Array.from({ length: period.days }, (_, day) => day).flatMap((day) =>
      [...new Set(template.startTimes)].map((time): ShiftCandidate => {
        const start = clock.toInstant((firstDay + day) * dayMinutes + parseTime(time)!)
        const end = start + template.lengthMinutes
        const id = `${template.id}-${formatDate(firstDay + day)}-${time.replace(':', '')}`
        shiftOf.set(id, {
          id,
          site: site.id,
          start: formatInstant(start),
          end: formatInstant(end),
          heads: { min: 0 },
          ...(template.type !== undefined && { type: template.type }),
          ...(breakMinutes > 0 && { breakMinutes }),
          ...(template.skills && template.skills.length > 0 && { skills: { allOf: template.skills } }),
        })
        const cost = template.costMinor ?? template.lengthMinutes - breakMinutes
        const max = template.max === undefined ? {} : { max: template.max }
        return { id, start, end, skills: [...new Set(counted)], cost, breaks, ...max }
      }),
    )
  })
}

function hasSkill({ skills = [] }: ShiftTemplate, { skill, levelMin = 1 }: SkillNeed): boolean {
  return skills.some((held) => held.skill === skill && (held.levelMin ?? 1) >= levelMin)
}

/** What the minutes of a demand cannot say: names, times of day, zones. The rest is checked by openShifts. */
function checkTemplates({ period, sites, demand, templates }: ShiftDemand): ProblemIssue[] {
  const issues: ProblemIssue[] = []
  const note = (path: string, reason: string) => issues.push({ path, reason })
  if (parseDate(period.start) === null) note('period.start', `must be a date like 2026-03-29, not "${period.start}"`)
  if (!Number.isInteger(period.days) || period.days < 1) note('period.days', 'must be a whole number of at least 1')
  const known = new Set(sites.map(({ id }) => id))
  sites.forEach(({ zone }, index) => {
    if (!isZone(zone)) note(`sites[${index}].zone`, `"${zone}" is no IANA time zone, like Europe/Berlin`)
  })
  demand.forEach(({ site, start, intervalMinutes }, index) => {
    if (!known.has(site)) note(`demand[${index}].site`, `names no site: "${site}"`)
    if (parseInstant(start) === null)
      note(`demand[${index}].start`, `must be an instant like 2026-03-29T08:00+02:00, not "${start}"`)
    if (![15, 30, 60].includes(intervalMinutes)) note(`demand[${index}].intervalMinutes`, 'must be 15, 30 or 60')
  })
  const seen = new Map<string, number>()
  templates.forEach(({ id, site, startTimes, lengthMinutes }, index) => {
    const at = `templates[${index}]`
    if (seen.has(id)) note(`${at}.id`, `repeats "${id}" of templates[${seen.get(id)}]; ids must differ`)
    else seen.set(id, index)
    if (!known.has(site)) note(`${at}.site`, `names no site: "${site}"`)
    if (!Number.isInteger(lengthMinutes) || lengthMinutes < 1 || lengthMinutes > dayMinutes)
      note(`${at}.lengthMinutes`, `must be a whole number from 1 to ${dayMinutes}, not ${lengthMinutes}`)
    startTimes.forEach((time, position) => {
      if (parseTime(time) === null) note(`${at}.startTimes[${position}]`, `must be a time like 06:30, not "${time}"`)
    })
  })
  return issues
}
