// What an edit makes of a roster's shifts and people, before any rule is asked. Pure.
import type * as z from 'zod'
import type { RosterDiff } from '../../../../solver/model/outcome.ts'
import type { Assignment } from '../../../../solver/model/problem.ts'
import type { rosterEdit } from '../../../contract/roster-edits.ts'
import { addDays, localDay, minutesBetween } from '../local-time.ts'
import type { PlanningRows, ShiftRow } from '../planning-rows.ts'

export type Edit = z.output<typeof rosterEdit>
/** What is changed, without how it was asked. */
export type EditChanges = Omit<Edit, 'dryRun' | 'reason'>
type NewShift = Edit['createShifts'][number]

export const noChanges: EditChanges = {
  createShifts: [],
  updateShifts: [],
  deleteShifts: [],
  add: [],
  remove: [],
  pin: [],
  unpin: [],
}

/** Who stands where: rows of the database or a version that was kept. */
export type Standing = {
  shifts: readonly ShiftRow[]
  assignments: readonly { shiftId: string; employeeId: string; pinned: boolean }[]
}

export type EditPlan = {
  kind: 'planned'
  created: ShiftRow[]
  updated: { before: ShiftRow; after: ShiftRow }[]
  deleted: ShiftRow[]
  /** With the people on deleted shifts. */
  diff: RosterDiff
  pin: Assignment[]
  unpin: Assignment[]
  /** As everything would stand. */
  after: Standing
}
export type EditMisfit =
  | { kind: 'unknown-shift'; id: string }
  | { kind: 'shift-exists'; id: string }
  | { kind: 'shift-invalid'; id: string; reason: string }
  | { kind: 'not-assigned'; assignment: Assignment }
  | { kind: 'nothing-to-pin'; assignment: Assignment }

const keyOf = ({ shift, employee }: Assignment): string => `${shift} ${employee}`

/** Each pair once, in the engine's words. */
const toPairs = (pairs: readonly { employeeId: string; shiftId: string }[]): Assignment[] => [
  ...new Map(
    pairs.map(({ shiftId: shift, employeeId: employee }) => [`${shift} ${employee}`, { shift, employee }]),
  ).values(),
]

/** The edit against the roster as it stands. Ids of new shifts that were not named come from `nextId`. */
export const planEdit = (
  rows: PlanningRows,
  edit: EditChanges,
  nextId: () => string,
): EditPlan | { kind: 'misfit'; misfit: EditMisfit } => {
  const stored = new Map(rows.shifts.map((shift) => [shift.id, shift]))
  const zones = new Map(rows.sites.map((site) => [site.id, site.zone]))
  const zoneOf = (siteId: string) => zones.get(siteId) ?? rows.roster.zone
  const misfit = findUnknown(edit, stored)
  if (misfit !== null) return { kind: 'misfit', misfit }
  const gone = new Set(edit.deleteShifts)
  const created = edit.createShifts.map((shift) => toShift(shift, shift.id ?? nextId(), zoneOf(shift.siteId)))
  const updated = edit.updateShifts.flatMap((change) => {
    const before = stored.get(change.id)
    return before === undefined ? [] : [{ before, after: changeShift(before, change, zoneOf) }]
  })
  for (const shift of [...created, ...updated.map(({ after }) => after)]) {
    const reason = whyInvalid(shift, rows)
    if (reason !== null) return { kind: 'misfit', misfit: { kind: 'shift-invalid', id: shift.id, reason } }
  }
  const removed = toPairs(edit.remove)
  const held = new Set(rows.assignments.map(({ shiftId: shift, employeeId: employee }) => keyOf({ shift, employee })))
  const missing = removed.find((pair) => !held.has(keyOf(pair)))
  if (missing !== undefined) return { kind: 'misfit', misfit: { kind: 'not-assigned', assignment: missing } }
  const taken = new Set(removed.map(keyOf))
  const isKept = ({ shiftId, employeeId }: Standing['assignments'][number]) =>
    !gone.has(shiftId) && !taken.has(`${shiftId} ${employeeId}`)
  const lost = rows.assignments.filter(({ shiftId }) => gone.has(shiftId))
  const diff = { added: toPairs(edit.add), removed: toPairs([...lost, ...edit.remove]) }
  const [pin, unpin] = [toPairs(edit.pin), toPairs(edit.unpin)]
  const now = new Map(unpin.map((pair) => [keyOf(pair), false]))
  for (const pair of pin) now.set(keyOf(pair), true)
  const assignments = [...rows.assignments.filter(isKept), ...edit.add.map((pair) => ({ ...pair, pinned: false }))].map(
    (one) => ({ ...one, pinned: now.get(`${one.shiftId} ${one.employeeId}`) ?? one.pinned }),
  )
  const standing = new Set(assignments.map(({ shiftId, employeeId }) => `${shiftId} ${employeeId}`))
  const unheld = pin.find((pair) => !standing.has(keyOf(pair)))
  if (unheld !== undefined) return { kind: 'misfit', misfit: { kind: 'nothing-to-pin', assignment: unheld } }
  const changed = new Map(updated.map(({ after }) => [after.id, after]))
  const shifts = rows.shifts.filter(({ id }) => !gone.has(id)).map((shift) => changed.get(shift.id) ?? shift)
  const deleted = rows.shifts.filter(({ id }) => gone.has(id))
  const after = { shifts: [...shifts, ...created], assignments }
  return { kind: 'planned', created, updated, deleted, diff, pin, unpin, after }
}

const findUnknown = (edit: EditChanges, stored: ReadonlyMap<string, ShiftRow>): EditMisfit | null => {
  const named = [...edit.updateShifts.map(({ id }) => id), ...edit.deleteShifts]
  const unknown = named.find((id) => !stored.has(id))
  if (unknown !== undefined) return { kind: 'unknown-shift', id: unknown }
  const gone = new Set(edit.deleteShifts)
  const once = new Set<string>()
  for (const id of edit.createShifts.flatMap((shift) => shift.id ?? [])) {
    if (once.has(id) || stored.has(id)) return { kind: 'shift-exists', id }
    once.add(id)
  }
  const both = edit.updateShifts.find(({ id }) => gone.has(id))
  return both === undefined
    ? null
    : { kind: 'shift-invalid', id: both.id, reason: 'A shift is either changed or deleted' }
}

const toShift = ({ start, end, ...shift }: NewShift, id: string, zone: string): ShiftRow =>
  timed({ ...shift, id, version: 1, startsAt: new Date(start), endsAt: new Date(end) }, zone)

const changeShift = (
  before: ShiftRow,
  { start, end, ...change }: Edit['updateShifts'][number],
  zoneOf: (siteId: string) => string,
): ShiftRow => {
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const shift = { ...before, ...named, version: before.version + 1 }
  const [startsAt, endsAt] = [new Date(start ?? before.startsAt), new Date(end ?? before.endsAt)]
  return timed({ ...shift, startsAt, endsAt }, zoneOf(shift.siteId))
}

/** Day and paid minutes follow from the times. */
const timed = (shift: Omit<ShiftRow, 'day' | 'paidMinutes'>, zone: string): ShiftRow => ({
  ...shift,
  day: localDay(shift.startsAt, zone),
  paidMinutes: minutesBetween(shift.startsAt, shift.endsAt) - shift.breakMinutes,
})

/** In words, why such a shift cannot be in this roster; null where it can. */
const whyInvalid = (shift: ShiftRow, { roster }: PlanningRows): string | null => {
  const { start, days, siteIds } = roster
  const hours = minutesBetween(shift.startsAt, shift.endsAt) / 60
  if (hours <= 0 || hours > 48) return 'A shift ends after it starts, and within 48 hours'
  if (shift.paidMinutes < 0) return 'The break is longer than the shift'
  if (shift.day < start || shift.day >= addDays(start, days))
    return `The shift starts on ${shift.day}, outside the roster's ${days} days from ${start}`
  const target = shift.headsTarget ?? shift.headsMin
  if (target < shift.headsMin || (shift.headsMax ?? target) < target)
    return 'Heads rise from the minimum over the target to the maximum'
  return siteIds.length === 0 || siteIds.includes(shift.siteId) ? null : 'The site is not one of the roster'
}
