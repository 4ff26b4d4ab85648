// The shifts and people of a rotation over days of a roster. Pure.
import type * as z from 'zod'
import type { rotationSchema } from '../../../contract/roster-patterns.ts'
import { type Edit, noChanges } from '../edits/plan-edit.ts'
import { addDays, daysBetween } from '../local-time.ts'
import { newShift, type ShiftTemplate } from '../open-shifts.ts'
import type { PlanningRows, ShiftRow } from '../planning-rows.ts'

export type Rotation = Pick<z.output<typeof rotationSchema>, 'cycle' | 'members' | 'anchorDay'>
type Wanted = { day: string; siteId: string; typeId: string; people: string[] }
type Laid = Pick<Edit, 'createShifts' | 'add'>

/** Who is wanted where on each day, in order of days; the cycle goes on before the anchor as after it. */
export const wantedBy = ({ cycle, members, anchorDay }: Rotation, from: string, until: string): Wanted[] => {
  const wanted = new Map<string, Wanted>()
  for (let day = from; day <= until; day = addDays(day, 1)) {
    for (const { employeeId, siteId, offsetDays } of members) {
      const step = daysBetween(anchorDay, day) + offsetDays
      const typeId = cycle[((step % cycle.length) + cycle.length) % cycle.length]
      if (typeId == null) continue
      const key = `${day} ${siteId} ${typeId}`
      const one = wanted.get(key) ?? { day, siteId, typeId, people: [] }
      one.people.push(employeeId)
      wanted.set(key, one)
    }
  }
  return [...wanted.values()]
}

/**
 * Puts people on the shifts that stand there already, where there is room before where there is none, and opens a shift where
 * there is none of the type. Whoever works it already stays as they are.
 */
export const followRotation = (
  rows: PlanningRows,
  rotation: Rotation,
  types: ReadonlyMap<string, ShiftTemplate>,
  { from, until }: { from: string; until: string },
  nextId: () => string,
): Edit => {
  const at = new Map(Map.groupBy(rows.shifts, ({ day, siteId, shiftTypeId }) => `${day} ${siteId} ${shiftTypeId}`))
  const staff = new Map(
    [...Map.groupBy(rows.assignments, ({ shiftId }) => shiftId)].map(([id, list]) => [
      id,
      new Set(list.map(({ employeeId }) => employeeId)),
    ]),
  )
  const zones = new Map(rows.sites.map((site) => [site.id, site.zone]))
  const laid: Laid = { createShifts: [], add: [] }
  for (const wanted of wantedBy(rotation, from, until)) {
    const type = types.get(wanted.typeId)
    const standing = at.get(`${wanted.day} ${wanted.siteId} ${wanted.typeId}`) ?? []
    if (standing.length > 0) fill(standing, wanted.people, staff, laid)
    else if (type !== undefined) open(type, wanted, zones.get(wanted.siteId) ?? rows.roster.zone, nextId(), laid)
  }
  return { ...noChanges, ...laid, dryRun: false }
}

const fill = (
  standing: readonly ShiftRow[],
  people: readonly string[],
  staff: Map<string, Set<string>>,
  laid: Laid,
) => {
  const staffOf = (id: string) => staff.get(id) ?? new Set<string>()
  for (const employeeId of people) {
    if (standing.some(({ id }) => staffOf(id).has(employeeId))) continue
    const hasRoom = ({ id, headsMin, headsTarget }: ShiftRow) => staffOf(id).size < (headsTarget ?? headsMin)
    const shift = standing.find(hasRoom) ?? standing[0]
    if (shift === undefined) continue
    staff.set(shift.id, new Set([...staffOf(shift.id), employeeId]))
    laid.add.push({ employeeId, shiftId: shift.id })
  }
}

const open = (type: ShiftTemplate, { day, siteId, people }: Wanted, zone: string, id: string, laid: Laid) => {
  const bare = { siteId, day, skills: { allOf: [], anyOf: [] }, priority: 1 }
  const { startsAt, endsAt, breakMinutes, name, skills, tags, priority } = newShift(type, bare, zone)
  laid.createShifts.push({
    id,
    siteId,
    shiftTypeId: type.id,
    name,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    breakMinutes,
    headsMin: people.length,
    headsTarget: null,
    headsMax: null,
    priority,
    skills: { allOf: [...skills.allOf], anyOf: [...skills.anyOf] },
    tags: [...tags],
  })
  laid.add.push(...people.map((employeeId) => ({ employeeId, shiftId: id })))
}
