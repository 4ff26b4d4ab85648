import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { swapRequests } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { Conflict, Forbidden, NotFound, VersionConflict } from '../../errors.ts'
import { failureOf, inRole, testContext } from '../tests/test-context.ts'
import { newWard, type Ward } from '../tests/ward.ts'
import { claimOpenShift } from './claim-open-shift.ts'
import { endAbsence } from './end-absence.ts'
import { listAbsences } from './list-absences.ts'
import { listClaims } from './list-claims.ts'
import { listShiftsToTake } from './list-shifts-to-take.ts'
import { proposeSwap } from './propose-swap.ts'
import { rankStandIns } from './rank-stand-ins.ts'
import { reportAbsence } from './report-absence.ts'

const database = testDatabase()

let ward: Ward
let first: Awaited<ReturnType<Ward['addShift']>>
let second: typeof first
beforeEach(async () => {
  ward = await newWard(database)
  first = await ward.addShift(10, 7)
  second = await ward.addShift(12, 7)
  await ward.assign(first, ward.ada)
  await ward.assign(second, ward.ada)
})

const span = { start: '2027-03-09T00:00:00+01:00', end: '2027-03-11T00:00:00+01:00' }
const report = (offerTo = 0) =>
  reportAbsence(ward.manager, {
    employeeId: ward.ada.id,
    kind: 'sick',
    ...span,
    open: { mode: 'first-come', offerTo },
  })

test('sickness takes the person off the shifts of that time alone, opens them, ranks and asks stand-ins', async () => {
  const reported = await report(2)
  expect(await ward.workersOf(first.id)).toEqual([])
  expect(await ward.workersOf(second.id)).toEqual([ward.ada.id])
  expect(reported).toMatchObject({ kind: 'sick', openShifts: [{ shiftId: first.id, state: 'open' }], shiftsLeft: [] })
  const ranked = reported.standIns[reported.openShifts[0]?.id ?? ''] ?? []
  expect(ranked).toHaveLength(3)
  expect(ranked.map(({ employeeId }) => employeeId)).not.toContain(ward.ada.id)
  expect(await rankStandIns(ward.manager, reported.openShifts[0]?.id ?? '')).toEqual(ranked)
  expect((await listClaims(ward.manager, { limit: 10 })).items.map(({ state }) => state)).toEqual([
    'offered',
    'offered',
  ])
  await claimOpenShift(ward.bo.ctx, reported.openShifts[0]?.id ?? '')
  expect(await ward.workersOf(first.id)).toEqual([ward.bo.id])
})

test('a shift that has people enough without the one who is ill is left as it is', async () => {
  await ward.assign(first, ward.bo)
  expect(await report()).toMatchObject({ openShifts: [], shiftsLeft: [first.id] })
  expect(await ward.workersOf(first.id)).toEqual([ward.bo.id])
})

test('who is ill may not take shifts of that time, and planners are told', async () => {
  const { openShifts } = await report()
  const [seen] = await listShiftsToTake(ward.ada.ctx)
  expect(seen).toMatchObject({ verdict: 'stopped', breaches: [{ rule: 'unavailable' }] })
  expect(await failureOf(claimOpenShift(ward.ada.ctx, openShifts[0]?.id ?? ''))).toBeInstanceOf(Conflict)
  expect(await ward.notices()).toContainEqual(
    expect.objectContaining({ kind: 'absence-reported', to: { permission: 'exchange:decide' } }),
  )
})

test('an employee reports themselves; opening stays with who decides', async () => {
  const reported = await reportAbsence(ward.ada.ctx, {
    kind: 'sick',
    ...span,
    open: { mode: 'first-come', offerTo: 3 },
  })
  expect(reported).toMatchObject({ employeeId: ward.ada.id, openShifts: [], shiftsLeft: [first.id], standIns: {} })
  expect((await listAbsences(ward.ada.ctx, { limit: 10 })).items).toHaveLength(1)
  expect((await listAbsences(ward.bo.ctx, { limit: 10 })).items).toEqual([])
})

test('back earlier, what nobody took is theirs again; what somebody took stays with them', async () => {
  const { id, openShifts } = await report()
  expect(await endAbsence(ward.manager, id, 1)).toMatchObject({ restored: [first.id], taken: [] })
  expect(await ward.workersOf(first.id)).toEqual([ward.ada.id])
  expect(await failureOf(endAbsence(ward.manager, id, 2))).toBeInstanceOf(Conflict)
  expect(await failureOf(claimOpenShift(ward.bo.ctx, openShifts[0]?.id ?? ''))).toBeInstanceOf(Conflict)
  const again = await report()
  await claimOpenShift(ward.bo.ctx, again.openShifts[0]?.id ?? '')
  expect(await endAbsence(ward.ada.ctx, again.id, 1)).toMatchObject({ restored: [], taken: [first.id] })
  expect(await ward.workersOf(first.id)).toEqual([ward.bo.id])
})

test('a trade of the shift ends when its giver falls ill', async () => {
  const shift = await ward.addShift(10, 18)
  const assignmentId = await ward.assign(shift, ward.cy)
  await proposeSwap(ward.cy.ctx, { kind: 'give-up', assignmentId })
  await reportAbsence(ward.cy.ctx, { kind: 'sick', ...span })
  const rows = await withOrg(database.app, ward.orgId, (tx) => tx.select().from(swapRequests))
  expect(rows).toMatchObject([{ state: 'ended' }])
})

test('others are reported by managers only, absences are their own, other tenants see nothing', async () => {
  expect(
    await failureOf(reportAbsence(ward.bo.ctx, { employeeId: ward.ada.id, kind: 'sick', ...span })),
  ).toBeInstanceOf(Forbidden)
  const viewer = { ...ward.manager, ...inRole('viewer') }
  expect(await failureOf(reportAbsence(viewer, { kind: 'sick', ...span }))).toBeInstanceOf(Forbidden)
  const { id } = await report()
  expect(await failureOf(endAbsence(ward.bo.ctx, id, 1))).toBeInstanceOf(Forbidden)
  expect(await failureOf(endAbsence(ward.manager, id, 7))).toBeInstanceOf(VersionConflict)
  const stranger = testContext(database, await database.newOrg())
  expect(await failureOf(endAbsence(stranger, id, 1))).toBeInstanceOf(NotFound)
  expect(await failureOf(reportAbsence(stranger, { employeeId: ward.ada.id, kind: 'sick', ...span }))).toBeInstanceOf(
    NotFound,
  )
})
