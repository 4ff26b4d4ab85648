// A roster as somebody reads and changes it whose role does not reach all its people. Rules are always judged on the whole.
import type { Tx } from '../../../drizzle/client.ts'
import type { Context } from '../../context.ts'
import { beyondReach, requirePeopleWithin } from '../shared/reach.ts'
import { withoutPeople } from '../shared/without-people.ts'
import type { EditPlan } from './edits/plan-edit.ts'
import type { PlanningRows } from './planning-rows.ts'

type People = { employees: readonly { id: string }[]; assignments: readonly { employeeId: string }[] }

/** The people of a roster who are beyond the caller's reach. */
export const beyondIn = (ctx: Context, { employees, assignments }: People): Promise<ReadonlySet<string>> =>
  beyondReach(ctx, [...employees.map(({ id }) => id), ...assignments.map(({ employeeId }) => employeeId)])

/** An answer about a roster without its people beyond reach. */
export const shownWithin = async <T>(ctx: Context, people: People, answer: T): Promise<T> =>
  withoutPeople(answer, await beyondIn(ctx, people))

/** Throws `NotFound` where an edit would bring, take or move somebody beyond reach. */
export const requireEditWithin = (
  ctx: Context,
  tx: Pick<Tx, 'select'>,
  rows: PlanningRows,
  { diff, pin, unpin, updated }: EditPlan,
): Promise<void> => {
  const moved = new Set(updated.map(({ after }) => after.id))
  const carried = rows.assignments.filter(({ shiftId }) => moved.has(shiftId)).map(({ employeeId }) => employeeId)
  const named = [...diff.added, ...diff.removed, ...pin, ...unpin].map(({ employee }) => employee)
  return requirePeopleWithin(ctx, tx, [...new Set([...named, ...carried])])
}
