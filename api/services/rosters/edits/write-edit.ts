// Writes a judged edit into an open transaction.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../../drizzle/client.ts'
import { shifts } from '../../../../drizzle/schema/index.ts'
import type { Context } from '../../../context.ts'
import { bulkInsert, bulkUpdate } from '../../shared/bulk.ts'
import { requireSiteWithin } from '../../shared/reach.ts'
import { requireActive } from '../../shared/require-active.ts'
import type { PlanningRows, ShiftRow } from '../planning-rows.ts'
import { writeAssignments, writePins } from '../write-assignments.ts'
import type { EditPlan } from './plan-edit.ts'

/** Throws `NotFound` for what is beyond reach, `Invalid` for places, types and skills that are gone; double booking escapes. */
export const writeEdit = async (ctx: Context, tx: Tx, rows: PlanningRows, plan: EditPlan): Promise<void> => {
  const { diff, created, updated, deleted } = plan
  await requireKnown(ctx, tx, plan)
  const now = { ...rows, shifts: plan.after.shifts }
  await writeAssignments(tx, ctx, now, { added: [], removed: diff.removed })
  const ofRoster = and(eq(shifts.orgId, ctx.orgId), eq(shifts.rosterId, rows.roster.id))
  const gone = deleted.map(({ id }) => id)
  if (gone.length > 0) await tx.delete(shifts).where(and(ofRoster, inArray(shifts.id, gone)))
  await moveShifts(ctx, tx, rows.roster.id, updated)
  const values = created.map((shift) => ({ ...columnsOf(shift), orgId: ctx.orgId, rosterId: rows.roster.id }))
  await bulkInsert(tx, shifts, values)
  await writeAssignments(tx, ctx, now, { added: diff.added, removed: [] })
  await writePins(tx, ctx, rows.roster.id, plan.pin, true)
  await writePins(tx, ctx, rows.roster.id, plan.unpin, false)
}

const columnsOf = ({ version: _version, skills, tags, ...shift }: ShiftRow) => ({
  ...shift,
  skills: { allOf: [...skills.allOf], anyOf: [...skills.anyOf] },
  tags: [...tags],
})

const requireKnown = async (ctx: Context, tx: Tx, { created, updated, deleted }: EditPlan): Promise<void> => {
  const wanted = [...created, ...updated.map(({ after }) => after)]
  const touched = [...wanted, ...updated.map(({ before }) => before), ...deleted]
  requireSiteWithin(ctx, [...new Set(touched.map(({ siteId }) => siteId))])
  const skillIds = wanted.flatMap(({ skills }) => [...skills.allOf, ...skills.anyOf].map(({ skillId }) => skillId))
  await requireActive(tx, ctx.orgId, {
    sites: [...new Set(wanted.map(({ siteId }) => siteId))],
    shiftTypes: [...new Set(wanted.flatMap(({ shiftTypeId }) => shiftTypeId ?? []))],
    skills: [...new Set(skillIds)],
  })
}

/**
 * Assignments follow their shift's span by the foreign key, one shift after the other. While they do, they take part in no
 * booking scope: two shifts that change places would stand in each other's way for a moment.
 */
const moveShifts = async (ctx: Context, tx: Tx, rosterId: string, updated: EditPlan['updated']): Promise<void> => {
  const moved = updated.filter(
    ({ before, after }) =>
      Number(before.startsAt) !== Number(after.startsAt) || Number(before.endsAt) !== Number(after.endsAt),
  )
  const ids = sql.param(moved.map(({ after }) => after.id))
  const isMoved = sql`a.org_id = ${ctx.orgId} and a.roster_id = ${rosterId} and a.shift_id = any(${ids}::uuid[])`
  if (moved.length > 0) await tx.execute(sql`update assignments a set booking_scope = null where ${isMoved}`)
  const values = updated.map(({ after }) => ({ ...columnsOf(after), orgId: ctx.orgId, rosterId }))
  await bulkUpdate(tx, shifts, values)
  if (moved.length > 0)
    await tx.execute(
      sql`update assignments a set booking_scope = booking_scope_of(r) from rosters r
        where r.org_id = a.org_id and r.id = a.roster_id and ${isMoved}`,
    )
}
