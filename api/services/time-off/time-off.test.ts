// Leave through its verbs on a real database: who may, what it takes, who hears of it.
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { auditLog, employees, teams } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { timeOffCreate, timeOffTypeCreate } from '../../contract/time-off.ts'
import { Conflict, Forbidden, Invalid, NotFound, VersionConflict } from '../../errors.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { endAbsence } from '../exchange/end-absence.ts'
import { reportAbsence } from '../exchange/report-absence.ts'
import { createRecord } from '../records/create-record.ts'
import { failureOf, failuresOf, inRole, testContext } from '../tests/test-context.ts'
import { newWard, type Person, type Ward } from '../tests/ward.ts'
import { adjustBalance } from './adjust-balance.ts'
import { blackoutKind } from './blackout-dates.ts'
import { cancelTimeOff } from './cancel-time-off.ts'
import { createTimeOff } from './create-time-off.ts'
import { decideTimeOff } from './decide-time-off.ts'
import { deleteTimeOff } from './delete-time-off.ts'
import { estimateTimeOff } from './estimate-time-off.ts'
import { getTimeOff } from './get-time-off.ts'
import { listBalances } from './list-balances.ts'
import { listLedger } from './list-ledger.ts'
import { listTimeOff } from './list-time-off.ts'
import { reviewTimeOff } from './review-time-off.ts'
import { timeOffTypeKind } from './time-off-types.ts'
import { updateTimeOff } from './update-time-off.ts'

const database = testDatabase()
let ward: Ward
let owner: Context
let second: Context
beforeEach(async () => {
  ward = await newWard(database)
  owner = ward.owner
  second = { ...ward.manager, user: { id: uuidV7(), name: 'Eve', email: 'eve@muster.example' } }
})

/** Wednesday 10 and Thursday 11 March in Berlin, where the organisation counts its days. */
const twoDays = { start: '2027-03-10T00:00:00+01:00', end: '2027-03-12T00:00:00+01:00' }
const newType = (more: object = {}) =>
  createRecord(owner, timeOffTypeKind, timeOffTypeCreate.parse({ code: uuidV7(), name: 'Leave', ...more }))
const ask = (ctx: Context, input: object) => createTimeOff(ctx, timeOffCreate.parse({ ...twoDays, ...input }))
const give = (who: Person, typeId: string, minutes = 2400) =>
  adjustBalance(ward.manager, {
    employeeId: who.id,
    typeId,
    kind: 'opening',
    minutes,
    effectiveOn: '2027-01-01',
    note: 'Start',
  })
const left = async (who: Person) =>
  (await listBalances(ward.manager, { limit: 10, employeeId: who.id })).items.map(({ minutes }) => minutes)

test('a request is off the balance while it waits and stays off when it is granted', async () => {
  const { id: typeId } = await newType()
  await give(ward.ada, typeId)
  const asked = await ask(ward.ada.ctx, { typeId, reason: 'Family' })
  expect(asked).toMatchObject({ employeeId: ward.ada.id, state: 'pending', minutes: 960, version: 1 })
  expect(await left(ward.ada)).toEqual([1440])
  expect(await ward.notices()).toContainEqual(
    expect.objectContaining({ kind: 'time-off-requested', to: { permission: 'time-off:approve' } }),
  )
  const decided = await decideTimeOff(ward.manager, { id: asked.id, version: 1, decision: 'approved', note: 'Enjoy' })
  expect(decided).toMatchObject({ state: 'approved', approvalsLeft: 0, version: 2 })
  expect(await left(ward.ada)).toEqual([1440])
  expect(await ward.notices()).toContainEqual(
    expect.objectContaining({ kind: 'time-off-decided', to: { employeeIds: [ward.ada.id] } }),
  )
  const again = decideTimeOff(ward.manager, { id: asked.id, version: 2, decision: 'approved' })
  expect(await failureOf(again)).toBeInstanceOf(Conflict)
})

test('what is rejected, cancelled or deleted returns to the balance, once', async () => {
  const { id: typeId } = await newType()
  await give(ward.ada, typeId)
  const rejected = await ask(ward.ada.ctx, { typeId })
  await decideTimeOff(ward.manager, { id: rejected.id, version: 1, decision: 'rejected' })
  const cancelled = await ask(ward.ada.ctx, { typeId })
  expect(await cancelTimeOff(ward.ada.ctx, cancelled.id, 1)).toMatchObject({ state: 'cancelled', version: 2 })
  expect(await failureOf(cancelTimeOff(ward.ada.ctx, cancelled.id, 2))).toBeInstanceOf(Conflict)
  const deleted = await ask(ward.ada.ctx, { typeId })
  await deleteTimeOff(ward.manager, deleted.id)
  expect(await left(ward.ada)).toEqual([2400])
  const { items } = await listLedger(ward.ada.ctx, { limit: 50 })
  expect(items.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ...Array.from({ length: 3 }, () => [
      ['return', 960],
      ['request', -960],
    ]).flat(),
    ['opening', 2400],
  ])
})

test('the database refuses what the balance does not hold, unless the policy lets it fall below zero', async () => {
  const strict = await newType()
  await give(ward.ada, strict.id, 900)
  const failure = asDomainError(await failureOf(ask(ward.ada.ctx, { typeId: strict.id })))
  expect(failure).toMatchObject({ status: 409 })
  expect(String(failure)).toContain('balance does not suffice')
  expect(await left(ward.ada)).toEqual([900])
  expect((await listTimeOff(ward.ada.ctx, { limit: 10 })).items).toEqual([])
  const lenient = await newType({ mayGoBelowZero: true })
  await ask(ward.ada.ctx, { typeId: lenient.id })
  expect((await left(ward.ada)).sort()).toEqual([-960, 900])
})

test('an estimate says what leave would take and leave, refuses what the request would be refused for, and writes nothing', async () => {
  const { id: typeId } = await newType()
  await give(ward.ada, typeId, 900)
  expect(await estimateTimeOff(ward.ada.ctx, { ...twoDays, typeId })).toEqual({ minutes: 960, balanceMinutes: -60 })
  expect(await left(ward.ada)).toEqual([900])
  const unlimited = await newType({ hasBalance: false })
  expect(await estimateTimeOff(ward.manager, { ...twoDays, typeId: unlimited.id, employeeId: ward.ada.id })).toEqual({
    minutes: 0,
    balanceMinutes: null,
  })
  await ask(ward.ada.ctx, { typeId: unlimited.id })
  expect(await failureOf(estimateTimeOff(ward.ada.ctx, { ...twoDays, typeId }))).toBeInstanceOf(Conflict)
  const backwards = { start: twoDays.end, end: twoDays.start, typeId }
  expect(await failureOf(estimateTimeOff(ward.ada.ctx, backwards))).toBeInstanceOf(Invalid)
  const others = estimateTimeOff(ward.ada.ctx, { ...twoDays, typeId, employeeId: ward.bo.id })
  expect(await failureOf(others)).toBeInstanceOf(Forbidden)
  const elsewhere = await newWard(database)
  const foreign = estimateTimeOff(elsewhere.manager, { ...twoDays, typeId, employeeId: ward.ada.id })
  expect(await failureOf(foreign)).toBeInstanceOf(NotFound)
})

test('two requests at once share no balance and no day', async () => {
  const { id: typeId } = await newType()
  await give(ward.ada, typeId)
  const outcomes = await Promise.allSettled([ask(ward.ada.ctx, { typeId }), ask(ward.ada.ctx, { typeId })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await left(ward.ada)).toEqual([1440])
})

test('two levels need two people, and nobody decides about themselves', async () => {
  const { id: typeId } = await newType({ approvalLevels: 2, hasBalance: false })
  const { id } = await ask(ward.ada.ctx, { typeId })
  const yes = (ctx: Context, version: number) => decideTimeOff(ctx, { id, version, decision: 'approved' })
  const self = { ...ward.manager, user: ward.ada.ctx.user }
  expect(await failureOf(yes(self, 1))).toBeInstanceOf(Forbidden)
  expect(await yes(ward.manager, 1)).toMatchObject({ state: 'pending', approvalsLeft: 1 })
  expect(await failureOf(yes(ward.manager, 2))).toBeInstanceOf(Forbidden)
  expect(await failureOf(yes(second, 1))).toBeInstanceOf(VersionConflict)
  expect(await yes(second, 2)).toMatchObject({ state: 'approved', approvalsLeft: 0 })
  const { decisions } = await reviewTimeOff(ward.manager, id)
  expect(decisions.map(({ level, decidedBy }) => [level, decidedBy])).toEqual([
    [1, ward.manager.user.id],
    [2, second.user.id],
  ])
  expect(await failureOf(ask(self, { typeId, state: 'approved' }))).toBeInstanceOf(Forbidden)
})

test("no level grants at once; a manager's entry for somebody is one yes", async () => {
  const free = await newType({ approvalLevels: 0, hasBalance: false })
  expect(await ask(ward.ada.ctx, { typeId: free.id })).toMatchObject({ state: 'approved', minutes: 0 })
  const twice = await newType({ approvalLevels: 2, hasBalance: false })
  const entered = await ask(ward.manager, { employeeId: ward.bo.id, typeId: twice.id })
  expect(entered.state).toBe('pending')
  expect(
    await failureOf(decideTimeOff(ward.manager, { id: entered.id, version: 1, decision: 'approved' })),
  ).toBeInstanceOf(Forbidden)
  expect(await decideTimeOff(second, { id: entered.id, version: 1, decision: 'approved' })).toMatchObject({
    state: 'approved',
  })
  expect(await ask(ward.manager, { employeeId: ward.cy.id })).toMatchObject({ state: 'approved', typeId: null })
})

test('blackouts refuse by name, but not leave without a balance; notice holds for what people ask for themselves', async () => {
  await createRecord(owner, blackoutKind, { name: 'Fair', firstDay: '2027-03-11', lastDay: '2027-03-20' })
  const late = await newType({ noticeDaysMin: 30, mayGoBelowZero: true })
  const refused = await failureOf(ask(ward.ada.ctx, { typeId: late.id }))
  expect(refused).toBeInstanceOf(Conflict)
  expect(String(refused)).toContain('"Fair" (2027-03-11 to 2027-03-20)')
  const sick = await newType({ hasBalance: false, approvalLevels: 0 })
  expect(await ask(ward.ada.ctx, { typeId: sick.id })).toMatchObject({ state: 'approved' })
  const before = { start: '2027-03-02T00:00:00+01:00', end: '2027-03-03T00:00:00+01:00' }
  expect(await failureOf(ask(ward.ada.ctx, { typeId: late.id, ...before }))).toBeInstanceOf(Invalid)
  expect(await ask(ward.manager, { employeeId: ward.ada.id, typeId: late.id, ...before })).toMatchObject({
    minutes: 480,
  })
})

test('the review shows who else is away, what is planned and what it would lack; granting takes nobody off', async () => {
  const shift = await ward.addShift(10, 8)
  await ward.assign(shift, ward.ada)
  const teamId = uuidV7()
  await withOrg(database.app, ward.orgId, async (tx) => {
    await tx.insert(teams).values({ orgId: ward.orgId, id: teamId, code: 'a', name: 'A' })
    for (const { id } of [ward.ada, ward.bo]) await tx.update(employees).set({ teamId }).where(eq(employees.id, id))
  })
  await ask(ward.manager, { employeeId: ward.bo.id })
  await ask(ward.manager, { employeeId: ward.cy.id })
  const { id } = await ask(ward.ada.ctx, {})
  const planned = { shiftId: shift.id, rosterState: 'published', headsNow: 1, headsShort: 1 }
  expect(await reviewTimeOff(ward.manager, id)).toMatchObject({
    request: { id, state: 'pending' },
    approvalsLeft: 1,
    balanceMinutes: null,
    away: [{ employeeId: ward.bo.id, state: 'approved', shares: ['team'] }],
    shifts: [planned],
  })
  const ill = await reportAbsence(ward.manager, {
    employeeId: ward.bo.id,
    kind: 'sick',
    start: '2027-03-10T00:00:00+01:00',
    end: '2027-03-12T00:00:00+01:00',
  })
  const states = async () => (await reviewTimeOff(ward.manager, id)).away.map(({ state }) => state)
  expect((await states()).sort()).toEqual(['absent', 'approved'])
  await endAbsence(ward.manager, ill.id, 1)
  expect(await states()).toEqual(['approved'])
  const decided = await decideTimeOff(ward.manager, { id, version: 1, decision: 'approved' })
  expect(decided.shifts).toMatchObject([planned])
  expect(await ward.workersOf(shift.id)).toEqual([ward.ada.id])
})

test('a changed span changes what is taken; what is over is changed no more', async () => {
  const { id: typeId } = await newType()
  await give(ward.ada, typeId)
  const { id } = await ask(ward.manager, { employeeId: ward.ada.id, typeId })
  const shorter = await updateTimeOff(ward.manager, { id, version: 1, change: { end: '2027-03-11T00:00:00+01:00' } })
  expect(shorter).toMatchObject({ minutes: 480, state: 'approved', version: 2 })
  expect(await left(ward.ada)).toEqual([1920])
  const self = { ...ward.manager, user: ward.ada.ctx.user }
  expect(await failureOf(updateTimeOff(self, { id, version: 2, change: { end: twoDays.end } }))).toBeInstanceOf(
    Forbidden,
  )
  expect(await updateTimeOff(ward.manager, { id, version: 2, change: { state: 'cancelled' } })).toMatchObject({
    state: 'cancelled',
  })
  expect(await left(ward.ada)).toEqual([2400])
  expect(
    await failureOf(updateTimeOff(ward.manager, { id, version: 3, change: { state: 'approved' } })),
  ).toBeInstanceOf(Conflict)
})

test('a decision named in a change is made as any other, in one step of the version', async () => {
  const { id } = await ask(ward.ada.ctx, {})
  const self = { ...ward.manager, user: ward.ada.ctx.user }
  expect(await failureOf(updateTimeOff(self, { id, version: 1, change: { state: 'approved' } }))).toBeInstanceOf(
    Forbidden,
  )
  const change = { end: '2027-03-11T00:00:00+01:00', state: 'approved' as const }
  expect(await updateTimeOff(ward.manager, { id, version: 1, change })).toMatchObject({ state: 'approved', version: 2 })
  expect((await reviewTimeOff(ward.manager, id)).decisions).toHaveLength(1)
})

test('people see and cancel their own only; roles and other tenants are refused', async () => {
  const { id: typeId } = await newType({ mayGoBelowZero: true })
  const { id } = await ask(ward.ada.ctx, { typeId })
  expect(await failureOf(getTimeOff(ward.bo.ctx, id))).toBeInstanceOf(NotFound)
  expect(await failureOf(cancelTimeOff(ward.bo.ctx, id, 1))).toBeInstanceOf(NotFound)
  expect((await listTimeOff(ward.bo.ctx, { limit: 10 })).items).toEqual([])
  expect((await listBalances(ward.bo.ctx, { limit: 10 })).items).toEqual([])
  expect((await listLedger(ward.bo.ctx, { limit: 10, employeeId: ward.ada.id })).items).toEqual([])
  expect(await failureOf(ask(ward.bo.ctx, { employeeId: ward.ada.id, typeId }))).toBeInstanceOf(Forbidden)
  const viewer = { ...ward.manager, ...inRole('viewer') }
  const entry = { typeId, kind: 'adjustment' as const, minutes: 60, effectiveOn: '2027-03-01', note: 'X' }
  const refused = await failuresOf([
    ask(viewer, { employeeId: ward.ada.id }),
    cancelTimeOff(viewer, id, 1),
    decideTimeOff(ward.bo.ctx, { id, version: 1, decision: 'approved' }),
    reviewTimeOff(viewer, id),
    adjustBalance(ward.ada.ctx, { ...entry, employeeId: ward.ada.id }),
    adjustBalance({ ...ward.manager, user: ward.ada.ctx.user }, { ...entry, employeeId: ward.ada.id }),
    createRecord(ward.manager, timeOffTypeKind, timeOffTypeCreate.parse({ code: 'x', name: 'X' })),
  ])
  for (const failure of refused) expect(failure).toBeInstanceOf(Forbidden)
  const stranger = testContext(database, await database.newOrg())
  const foreign = await failuresOf([
    getTimeOff(stranger, id),
    cancelTimeOff(stranger, id, 1),
    reviewTimeOff(stranger, id),
    decideTimeOff(stranger, { id, version: 1, decision: 'approved' }),
    adjustBalance(stranger, { ...entry, employeeId: ward.ada.id }),
    ask(stranger, { typeId, employeeId: ward.ada.id }),
  ])
  for (const failure of foreign) expect(failure).toBeInstanceOf(NotFound)
})

test("a manager of one department neither sees nor decides another's leave", async () => {
  const { id } = await ask(ward.ada.ctx, {})
  const bound = { ...ward.manager, departmentIds: [uuidV7()] }
  expect(await failureOf(decideTimeOff(bound, { id, version: 1, decision: 'approved' }))).toBeInstanceOf(NotFound)
  expect(await failureOf(getTimeOff(bound, id))).toBeInstanceOf(NotFound)
  expect((await listTimeOff(bound, { limit: 10 })).items).toEqual([])
})

test('leave that has begun is taken back by somebody else only', async () => {
  const { id } = await ask(ward.manager, { employeeId: ward.ada.id })
  const clock = { now: () => new Date('2027-03-11T12:00:00Z') }
  const self = { ...ward.manager, user: ward.ada.ctx.user, clock }
  const refused = await failuresOf([
    cancelTimeOff({ ...ward.ada.ctx, clock }, id, 1),
    cancelTimeOff(self, id, 1),
    deleteTimeOff(self, id),
    updateTimeOff(self, { id, version: 1, change: { state: 'cancelled' } }),
  ])
  for (const failure of refused) expect(failure).toBeInstanceOf(Conflict)
  expect(await cancelTimeOff({ ...ward.manager, clock }, id, 1)).toMatchObject({ state: 'cancelled' })
})

test('every act leaves a line in the log', async () => {
  const { id } = await ask(ward.ada.ctx, {})
  await decideTimeOff(ward.manager, { id, version: 1, decision: 'approved' })
  await cancelTimeOff(ward.manager, id, 2)
  const lines = await withOrg(database.app, ward.orgId, (tx) =>
    tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id),
  )
  expect(lines.map(({ action }) => action)).toEqual(['create-time-off', 'decide-time-off', 'cancel-time-off'])
})
