// Writes a change of assignments into an open transaction.
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { assignments } from '../../../drizzle/schema/index.ts'
import type { Assignment } from '../../../solver/model/problem.ts'
import type { Context } from '../../context.ts'
import { requirePeopleWithin } from '../shared/reach.ts'
import type { PlanningRows } from './planning-rows.ts'

/** Rows of one insert: ten parameters each stay far below PostgreSQL's 65,535. */
const rowsPerInsert = 2000

/** The pairs as two parallel arrays of ids, so that a change of any size is one statement with two parameters. */
const isAmong = (pairs: readonly Assignment[]) =>
  sql`(${assignments.shiftId}, ${assignments.employeeId}) in (select * from unnest(
    ${sql.param(pairs.map((pair) => pair.shift))}::uuid[], ${sql.param(pairs.map((pair) => pair.employee))}::uuid[]))`

/**
 * Removes and adds assignments of a roster. Every added shift must be among `rows.shifts`; double booking is the database's error.
 * Throws `NotFound` for people beyond the caller's reach.
 */
export const writeAssignments = async (
  tx: Tx,
  ctx: Context,
  rows: PlanningRows,
  change: { added: readonly Assignment[]; removed: readonly Assignment[] },
): Promise<void> => {
  const rosterId = rows.roster.id
  const people = new Set([...change.added, ...change.removed].map((pair) => pair.employee))
  await requirePeopleWithin(ctx, tx, [...people])
  const ofRoster = and(eq(assignments.orgId, ctx.orgId), eq(assignments.rosterId, rosterId))
  if (change.removed.length > 0) await tx.delete(assignments).where(and(ofRoster, isAmong(change.removed)))
  const shifts = new Map(rows.shifts.map((shift) => [shift.id, shift]))
  const values = change.added.flatMap(({ shift: shiftId, employee: employeeId }) => {
    const shift = shifts.get(shiftId)
    if (shift === undefined) throw new Error(`Shift ${shiftId} is not part of roster ${rosterId}.`)
    const { startsAt, endsAt } = shift
    return [{ orgId: ctx.orgId, id: ctx.ids.next(), rosterId, shiftId, employeeId, startsAt, endsAt }]
  })
  for (let from = 0; from < values.length; from += rowsPerInsert) {
    await tx.insert(assignments).values(values.slice(from, from + rowsPerInsert))
  }
}

/** Pins or frees existing assignments. */
export const writePins = async (
  tx: Tx,
  ctx: Context,
  rosterId: string,
  pairs: readonly Assignment[],
  pinned: boolean,
): Promise<void> => {
  if (pairs.length === 0) return
  await tx
    .update(assignments)
    .set({ pinned, version: sql`${assignments.version} + 1` })
    .where(and(eq(assignments.orgId, ctx.orgId), eq(assignments.rosterId, rosterId), isAmong(pairs)))
}
