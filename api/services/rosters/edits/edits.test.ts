import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../../drizzle/client.ts'
import { assignments, auditLog, rosterAcknowledgements, shifts } from '../../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../../drizzle/tests/test-database.ts'
import { systemIds } from '../../../../platform/ids.ts'
import { checkChange } from '../../../../solver/index.ts'
import type { Problem } from '../../../../solver/model/problem.ts'
import type { Context } from '../../../context.ts'
import { Forbidden, Invalid, NotFound, VersionConflict } from '../../../errors.ts'
import { failureOf, inRole, testContext } from '../../tests/test-context.ts'
import { newWard, type Ward } from '../../tests/ward.ts'
import { getGrid } from '../get-grid.ts'
import { getProblem } from '../get-problem.ts'
import { createShift, deleteShift, updateShift } from './change-shift.ts'
import { editRoster } from './edit-roster.ts'
import { listOverrides } from './list-overrides.ts'
import { type Edit, noChanges } from './plan-edit.ts'

const database = testDatabase()

let ward: Ward
beforeEach(async () => {
  ward = await newWard(database)
})

const edit = (changes: Partial<Edit>, version = 1, ctx: Context = ward.manager) =>
  editRoster(ctx, ward.rosterId, version, { ...noChanges, dryRun: false, ...changes })
const pair = (shiftId: string, who: { id: string }) => ({ shiftId, employeeId: who.id })
/** What stands, without versions. */
const standing = async () => {
  const grid = await getGrid(ward.manager, ward.rosterId)
  return {
    shifts: grid.shifts.map(({ version: _version, ...shift }) => shift).sort((a, b) => a.id.localeCompare(b.id)),
    people: grid.assignments.map(({ shiftId, employeeId, pinned }) => `${shiftId} ${employeeId} ${pinned}`).sort(),
  }
}
const newShift = (day: number, hour: number) => ({
  id: systemIds.next(),
  siteId: ward.siteId,
  shiftTypeId: null,
  name: 'Extra',
  start: new Date(Date.UTC(2027, 2, day, hour - 1)).toISOString(),
  end: new Date(Date.UTC(2027, 2, day, hour + 7)).toISOString(),
  breakMinutes: 30,
  headsMin: 1,
  headsTarget: null,
  headsMax: null,
  priority: 1,
  skills: { allOf: [], anyOf: [] },
  tags: [],
})

test('shifts and people change in one step of the version, and the answer takes all of it back', async () => {
  await ward.setRoster({ state: 'draft' })
  const [kept, gone] = [await ward.addShift(10, 7), await ward.addShift(12, 7)]
  await ward.assign(kept, ward.ada)
  await ward.assign(gone, ward.bo)
  await edit({ pin: [pair(gone.id, ward.bo)] })
  const before = await standing()
  const extra = newShift(14, 7)
  const done = await edit(
    {
      createShifts: [extra],
      updateShifts: [{ id: kept.id, start: '2027-03-10T09:00:00Z', end: '2027-03-10T15:00:00Z', headsMin: 2 }],
      deleteShifts: [gone.id],
      add: [pair(extra.id, ward.bo)],
      pin: [pair(kept.id, ward.ada)],
    },
    2,
  )
  expect(done).toMatchObject({ rosterVersion: 3, needsReason: false })
  const after = await standing()
  expect(after.shifts).toMatchObject([
    { id: kept.id, startTime: '10:00', paidMinutes: 360, headsMin: 2 },
    { paidMinutes: 450 },
  ])
  expect(after.people).toEqual([`${kept.id} ${ward.ada.id} true`, `${extra.id} ${ward.bo.id} false`].sort())
  await edit(done.undo, 3)
  expect(await standing()).toEqual(before)
})

test('one hard breach refuses everything, with its reason', async () => {
  const [late, early] = [await ward.addShift(10, 14), await ward.addShift(11, 7)]
  await ward.assign(late, ward.ada)
  const extra = newShift(14, 7)
  const failure = await failureOf(edit({ createShifts: [extra], add: [pair(early.id, ward.ada)] }))
  expect(failure).toMatchObject({
    code: 'conflict',
    details: { breaches: [{ rule: 'min-rest', level: 'hard', employees: [ward.ada.id] }] },
  })
  expect((await standing()).shifts).toHaveLength(2)
})

test('the problem that is handed out judges an edit as the server does, and only for who may see everybody', async () => {
  const [late, early] = [await ward.addShift(10, 14), await ward.addShift(11, 7)]
  await ward.assign(late, ward.ada)
  const { rosterVersion, problem } = await getProblem(ward.manager, ward.rosterId)
  const held = problem as unknown as Problem
  const report = checkChange(
    held,
    { assignments: held.assignments ?? [] },
    {
      added: [{ shift: early.id, employee: ward.ada.id }],
      removed: [],
    },
  )
  const answer = await edit({ add: [pair(early.id, ward.ada)], dryRun: true }, rosterVersion)
  expect(answer.added.map(({ rule }) => rule)).toContain('min-rest')
  expect(report).toMatchObject({ delta: answer.delta, added: answer.added, removed: answer.removed })
  expect(await failureOf(getProblem(ward.ada.ctx, ward.rosterId))).toBeInstanceOf(Forbidden)
  const stranger = testContext(database, await database.newOrg())
  expect(await failureOf(getProblem(stranger, ward.rosterId))).toBeInstanceOf(NotFound)
})

test('resizing a shift into its next one is stopped, shrinking it is not', async () => {
  const [late, early] = [await ward.addShift(10, 11), await ward.addShift(11, 7)]
  await ward.assign(late, ward.ada)
  await ward.assign(early, ward.ada)
  const longer = updateShift(ward.manager, late.id, 1, { end: '2027-03-10T20:00:00Z' })
  expect(await failureOf(longer)).toMatchObject({ details: { breaches: [{ rule: 'min-rest' }] } })
  const shorter = await updateShift(ward.manager, late.id, 1, { end: '2027-03-10T16:00:00Z' })
  expect(shorter.shifts).toMatchObject([{ id: late.id, paidMinutes: 360, version: 2 }])
  expect(await failureOf(updateShift(ward.manager, late.id, 1, { name: 'X' }))).toBeInstanceOf(VersionConflict)
})

test('two shifts of one person change places in one edit', async () => {
  const [a, b] = [await ward.addShift(10, 7), await ward.addShift(12, 7)]
  await ward.assign(a, ward.ada)
  await ward.assign(b, ward.ada)
  const times = (shift: typeof a) => ({ start: shift.startsAt.toISOString(), end: shift.endsAt.toISOString() })
  await edit({
    updateShifts: [
      { id: a.id, ...times(b) },
      { id: b.id, ...times(a) },
    ],
  })
  const rows = await withOrg(database.app, ward.orgId, (tx) =>
    tx
      .select({ shiftId: assignments.shiftId, startsAt: assignments.startsAt, scope: assignments.bookingScope })
      .from(assignments),
  )
  expect(rows).toContainEqual({ shiftId: a.id, startsAt: b.startsAt, scope: ward.orgId })
  expect(rows).toContainEqual({ shiftId: b.id, startsAt: a.startsAt, scope: ward.orgId })
})

test('a rule that warns asks for a reason, which is kept and listed with the roster', async () => {
  await ward.setRules({ rule: 'min-rest', level: 'medium', params: { minutes: 660 } })
  const [late, early] = [await ward.addShift(10, 14), await ward.addShift(11, 7)]
  await ward.assign(late, ward.ada)
  const tired = { add: [pair(early.id, ward.ada)] }
  expect(await edit({ ...tired, dryRun: true })).toMatchObject({ needsReason: true, rosterVersion: 1 })
  expect(await failureOf(edit(tired))).toMatchObject({
    code: 'reason_required',
    details: { breaches: [{ rule: 'min-rest', level: 'medium' }] },
  })
  expect(await ward.workersOf(early.id)).toEqual([])
  await edit({ ...tired, reason: 'She asked for it' })
  const { items } = await listOverrides(ward.manager, ward.rosterId, { limit: 10 })
  expect(items).toMatchObject([
    { ruleId: 'min-rest', employeeId: ward.ada.id, reason: 'She asked for it', createdBy: ward.manager.user.id },
  ])
  expect(await failureOf(listOverrides(ward.ada.ctx, ward.rosterId, { limit: 10 }))).toBeInstanceOf(Forbidden)
})

test('taking somebody off leaves a gap but asks for no reason', async () => {
  const shift = await ward.addShift(10, 7)
  await ward.assign(shift, ward.ada)
  const done = await edit({ remove: [pair(shift.id, ward.ada)] })
  expect(done).toMatchObject({ needsReason: false, added: [{ rule: 'min-cover', level: 'medium' }] })
})

test('a published roster that changes is told to whom it concerns, and they confirm it anew', async () => {
  const [first, second] = [await ward.addShift(10, 7), await ward.addShift(12, 7)]
  await ward.assign(first, ward.ada)
  await ward.assign(second, ward.cy)
  const { orgId, rosterId } = ward
  const seen = { orgId, rosterId, versionNumber: 1, acknowledgedAt: new Date() }
  await withOrg(database.app, orgId, (tx) =>
    tx
      .insert(rosterAcknowledgements)
      .values([ward.ada, ward.bo, ward.cy].map(({ id }) => ({ ...seen, employeeId: id }))),
  )
  await edit({
    remove: [pair(first.id, ward.ada)],
    add: [pair(first.id, ward.bo)],
    updateShifts: [{ id: second.id, end: '2027-03-12T13:00:00Z' }],
  })
  const told = (await ward.notices()).map(({ kind, to, data }) => [kind, data.change, to.employeeIds])
  expect(told).toEqual([
    ['shift-changed', 'You no longer work this shift', [ward.ada.id]],
    ['shift-changed', 'You work this shift now', [ward.bo.id]],
    ['shift-changed', 'This shift has another time or place', [ward.cy.id]],
  ])
  const left = await withOrg(database.app, orgId, (tx) => tx.select().from(rosterAcknowledgements))
  expect(left).toEqual([])
})

test('a draft tells nobody, and a dry run writes nothing at all', async () => {
  await ward.setRoster({ state: 'draft' })
  const shift = await ward.addShift(10, 7)
  const answer = await edit({ add: [pair(shift.id, ward.ada)], createShifts: [newShift(14, 7)], dryRun: true })
  expect(answer).toMatchObject({ rosterVersion: 1, shifts: [{ name: 'Extra' }] })
  expect((await standing()).shifts).toHaveLength(1)
  await edit({ add: [pair(shift.id, ward.ada)] })
  expect(await ward.notices()).toEqual([])
})

test('what cannot be a shift of the roster is refused in words', async () => {
  const outside = await failureOf(edit({ createShifts: [newShift(30, 7)] }))
  expect(outside).toBeInstanceOf(Invalid)
  expect(String(outside)).toContain("outside the roster's 14 days")
  const shift = await ward.addShift(10, 7)
  const backwards = { id: shift.id, end: '2027-03-10T01:00:00Z' }
  expect(await failureOf(edit({ updateShifts: [backwards] }))).toBeInstanceOf(Invalid)
  const unknown = { ...newShift(10, 7), siteId: systemIds.next() }
  expect(await failureOf(edit({ createShifts: [unknown] }))).toBeInstanceOf(Invalid)
  expect(await failureOf(edit({ createShifts: [{ ...newShift(10, 7), id: shift.id }] }))).toMatchObject({
    code: 'already_exists',
  })
  expect(await failureOf(edit({ deleteShifts: [systemIds.next()] }))).toBeInstanceOf(NotFound)
})

test('roles, strangers, stale versions and archived rosters are refused', async () => {
  const shift = await ward.addShift(10, 7)
  const add = [pair(shift.id, ward.ada)]
  const viewer = { ...ward.manager, ...inRole('viewer') }
  const stranger = testContext(database, await database.newOrg())
  const acts = (ctx: Context) => [
    () => edit({ add }, 1, ctx),
    () => createShift(ctx, ward.rosterId, 1, newShift(14, 7)),
    () => updateShift(ctx, shift.id, 1, { name: 'X' }),
    () => deleteShift(ctx, shift.id, 1, {}),
  ]
  for (const act of acts(viewer)) expect(await failureOf(act())).toBeInstanceOf(Forbidden)
  for (const act of acts(stranger)) expect(await failureOf(act())).toBeInstanceOf(NotFound)
  expect(await failureOf(listOverrides(stranger, ward.rosterId, { limit: 1 }))).toBeInstanceOf(NotFound)
  expect(await failureOf(edit({ add }, 7))).toBeInstanceOf(VersionConflict)
  const mayNotPublish = { ...ward.manager, permissions: new Set(['rosters:write'] as const) }
  expect(await failureOf(edit({ add }, 1, mayNotPublish))).toBeInstanceOf(Forbidden)
  await ward.setRoster({ state: 'archived' })
  expect(await failureOf(edit({ add }))).toMatchObject({ code: 'roster_locked' })
})

test('shifts are opened and deleted one by one, each act in the log', async () => {
  const opened = await createShift(ward.manager, ward.rosterId, 1, newShift(14, 7))
  const [shift] = opened.shifts
  expect(shift).toMatchObject({ day: '2027-03-14', startTime: '07:00' })
  const deleted = await deleteShift(ward.manager, shift?.id ?? '', 1, {})
  expect(deleted).toMatchObject({ rosterVersion: 3, undo: { createShifts: [{ id: shift?.id }] } })
  const [left, log] = await withOrg(database.app, ward.orgId, async (tx) => [
    await tx.select().from(shifts).where(eq(shifts.rosterId, ward.rosterId)),
    await tx
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.orgId, ward.orgId), eq(auditLog.entityId, ward.rosterId)))
      .orderBy(auditLog.id),
  ])
  expect(left).toEqual([])
  expect(log.map(({ action }) => action)).toEqual(['create-shift', 'delete-shift'])
})
