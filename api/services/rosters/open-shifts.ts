// Demand becomes shifts: one shift for each row of demand, with the heads it asks for.
import { addDays, instantAfterClockMinutes, instantAt, minutesBetween } from './local-time.ts'
import type { SkillNeeds } from './planning-rows.ts'

/** A row of demand, with the template and the site it names. */
export interface DemandRow {
  id: string
  siteId: string
  shiftTypeId: string
  day: string
  headsMin: number
  headsTarget: number | null
  headsMax: number | null
  priority: number
  skills: SkillNeeds
}

export interface ShiftTemplate {
  id: string
  name: string
  startTime: string
  durationMinutes: number
  /** Unpaid. */
  breakMinutes: number
  /** Where breaks lie, by minutes from the start. */
  breaks: readonly { afterMinutes: number; minutes: number }[]
  /** On top of the hourly rate, in percent. */
  premiumPercent: number
  tags: readonly string[]
  skills: SkillNeeds
}

/** A shift to be written: instants, the local day it starts on, minutes. */
export interface NewShift {
  siteId: string
  shiftTypeId: string
  name: string
  day: string
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  paidMinutes: number
  headsMin: number
  headsTarget: number | null
  headsMax: number | null
  priority: number
  skills: SkillNeeds
  tags: readonly string[]
}

/** Start and end of a template on one local day: clock times of the site's zone, so the length is true over a clock change. */
export const placeTemplate = (
  template: Pick<ShiftTemplate, 'startTime' | 'durationMinutes'>,
  day: string,
  zone: string,
): { startsAt: Date; endsAt: Date } => {
  const startsAt = instantAt(day, template.startTime, zone)
  const byClock = instantAfterClockMinutes(day, template.startTime, template.durationMinutes, zone)
  // A short shift that the skipped hour swallows keeps its length instead of vanishing.
  const endsAt =
    byClock.getTime() > startsAt.getTime() ? byClock : new Date(startsAt.getTime() + template.durationMinutes * 60_000)
  return { startsAt, endsAt }
}

/** Union of two needs; of one skill asked for twice the higher level counts. Two any-of lists cannot be joined: the second wins. */
export const joinNeeds = (base: SkillNeeds, more: SkillNeeds): SkillNeeds => {
  const levels = new Map<string, number>()
  for (const need of [...base.allOf, ...more.allOf]) {
    levels.set(need.skillId, Math.max(levels.get(need.skillId) ?? 1, need.levelMin))
  }
  return {
    allOf: [...levels].map(([skillId, levelMin]) => ({ skillId, levelMin })),
    anyOf: more.anyOf.length > 0 ? more.anyOf : base.anyOf,
  }
}

/** A shift of a template on a local day, without people; a line of demand says how many, and which skills besides the type's. */
export const newShift = (
  template: ShiftTemplate,
  { siteId, day, skills, priority }: Pick<NewShift, 'siteId' | 'day' | 'skills' | 'priority'>,
  zone: string,
): NewShift => {
  const { startsAt, endsAt } = placeTemplate(template, day, zone)
  const breakMinutes = Math.min(template.breakMinutes, minutesBetween(startsAt, endsAt) - 1)
  return {
    siteId,
    shiftTypeId: template.id,
    name: template.name,
    day,
    startsAt,
    endsAt,
    breakMinutes,
    paidMinutes: minutesBetween(startsAt, endsAt) - breakMinutes,
    headsMin: 0,
    headsTarget: null,
    headsMax: null,
    priority,
    skills: joinNeeds(template.skills, skills),
    tags: template.tags,
  }
}

/** A line that wants nobody at all: it closes what a pattern says of the day. */
const isClosed = ({ headsMin, headsTarget, headsMax }: DemandRow): boolean =>
  headsMin === 0 && (headsTarget ?? 0) === 0 && (headsMax ?? 0) === 0

/**
 * The shifts that a roster of `days` local days from `start` opens for the demand of its sites.
 * Demand outside the period, of other sites, of unknown templates or for nobody opens nothing. Ordered as `inOrder` says.
 */
export const openShifts = (input: {
  start: string
  days: number
  sites: readonly { id: string; zone: string }[]
  templates: readonly ShiftTemplate[]
  demand: readonly DemandRow[]
}): NewShift[] => {
  const zones = new Map(input.sites.map((site) => [site.id, site.zone]))
  const templates = new Map(input.templates.map((template) => [template.id, template]))
  const end = addDays(input.start, input.days)
  const opened = input.demand.flatMap((row): NewShift[] => {
    const zone = zones.get(row.siteId)
    const template = templates.get(row.shiftTypeId)
    const isWithin = row.day >= input.start && row.day < end
    if (zone === undefined || template === undefined || !isWithin || isClosed(row)) return []
    const { headsMin, headsTarget, headsMax } = row
    return [{ ...newShift(template, row, zone), headsMin, headsTarget, headsMax }]
  })
  return inOrder(opened)
}

/** By start, site and name. */
export const inOrder = (shifts: readonly NewShift[]): NewShift[] =>
  [...shifts].sort(
    (a, b) =>
      a.startsAt.getTime() - b.startsAt.getTime() ||
      a.siteId.localeCompare(b.siteId, 'en') ||
      a.name.localeCompare(b.name, 'en'),
  )
