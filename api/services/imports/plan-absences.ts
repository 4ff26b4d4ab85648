// Time off and wishes: local days of the organisation become instants. A line says all of a record; it is known by person,
// kind and start.
import type { WishRow } from '../../../solver/formats/csv/csv-readers.ts'
import { addDays, instantAt, startOfDay } from '../rosters/local-time.ts'
import { type FileRows, type ImportPlan, type KindPlan, noChange, type Refuse } from './internal.ts'
import { isSame } from './is-same.ts'
import type { Existing } from './load-existing.ts'
import type { References } from './references.ts'

type Base = { orgId: string; nextId(): string; existing: Existing; refs: References; refuse: Refuse }

/** Parts wanted records into new, changed and unchanged by their key. */
const planByKey = <Values extends object, Stored extends { id: string }>(
  { orgId, nextId }: Base,
  wanted: readonly Values[],
  stored: readonly Stored[],
  keyOf: (one: Values | Stored) => string,
): KindPlan<Values & { orgId: string; id: string }> => {
  const plan = noChange<Values & { orgId: string; id: string }>()
  const byKey = new Map(stored.map((one) => [keyOf(one), one]))
  for (const values of wanted) {
    const before = byKey.get(keyOf(values))
    if (before === undefined) plan.creates.push({ ...values, orgId, id: nextId() })
    else if (isSame({ ...before, ...values }, before)) plan.unchanged++
    else plan.updates.push({ ...values, orgId, id: before.id })
  }
  return plan
}

type TimeOff = {
  employeeId: string
  startsAt: Date
  endsAt: Date
  reason: string | null
  state: 'approved' | 'pending'
}
const timeOffKey = ({ employeeId, startsAt }: { employeeId: string; startsAt: Date }) =>
  `${employeeId} ${startsAt.getTime()}`

/** Time off of whole local days. */
export const planTimeOff = (base: Base, rows: FileRows['time-off']): ImportPlan['time-off'] => {
  const { zone, timeOff } = base.existing
  const wanted = (rows ?? []).flatMap((row): TimeOff[] => {
    const employeeId = base.refs.find('person', row.person, row.line, 'person', base.refuse)
    if (employeeId === null) return []
    const startsAt = startOfDay(row.from, zone)
    const endsAt = startOfDay(addDays(row.until, 1), zone)
    return [{ employeeId, startsAt, endsAt, reason: row.reason, state: row.state }]
  })
  return planByKey(base, wanted, timeOff, timeOffKey)
}

type Wish = {
  employeeId: string
  kind: WishRow['kind'] | 'available'
  startsAt: Date
  endsAt: Date
  weight: number
  shiftTypeId: string | null
}
const wishKey = (wish: Omit<Wish, 'weight' | 'endsAt'>) =>
  `${wish.employeeId} ${wish.kind} ${wish.shiftTypeId ?? ''} ${wish.startsAt.getTime()}`

/** Wishes: whole days are one span; times of day give a span on each of the days. */
export const planWishes = (base: Base, rows: FileRows['wishes']): ImportPlan['wishes'] => {
  const { existing, refs, refuse } = base
  const lines = new Map<string, number>()
  const wanted = (rows ?? []).flatMap((row): Wish[] => {
    const { kind, weight } = row
    const employeeId = refs.find('person', row.person, row.line, 'person', refuse)
    const shiftTypeId =
      row.shiftType === null ? null : refs.find('shift type', row.shiftType, row.line, 'shift_type', refuse)
    if (employeeId === null || (row.shiftType !== null && shiftTypeId === null)) return []
    return spansOf(row, existing.zone).flatMap((span) => {
      const wish = { employeeId, kind, weight, shiftTypeId, ...span }
      const first = lines.get(wishKey(wish))
      if (first !== undefined && first !== row.line) {
        refuse(
          row.line,
          'from',
          row.from,
          `Line ${first} says the same wish for one of these days. Remove it from one.`,
        )
        return []
      }
      lines.set(wishKey(wish), row.line)
      return [wish]
    })
  })
  return planByKey(base, wanted, existing.availability, wishKey)
}

const spansOf = ({ from, until, startTime, endTime }: WishRow, zone: string): { startsAt: Date; endsAt: Date }[] => {
  if (startTime === null || endTime === null) {
    return [{ startsAt: startOfDay(from, zone), endsAt: startOfDay(addDays(until, 1), zone) }]
  }
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days.map((day) => ({
    startsAt: instantAt(day, startTime, zone),
    endsAt: instantAt(endTime <= startTime ? addDays(day, 1) : day, endTime, zone),
  }))
}
