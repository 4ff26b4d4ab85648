import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { shiftClaims, shifts } from '../../../drizzle/schema/index.ts'
import { defaultExchangePolicy } from '../../../drizzle/schema/organisation.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { Conflict, Forbidden, NotFound, VersionConflict } from '../../errors.ts'
import { failureOf, inRole, testContext } from '../tests/test-context.ts'
import { newWard, type Ward } from '../tests/ward.ts'
import { claimOpenShift } from './claim-open-shift.ts'
import { createOpenShift } from './create-open-shift.ts'
import { closeDueOpenShift, decideOpenShift } from './decide-open-shift.ts'
import { endClaim } from './end-claim.ts'
import { listClaims } from './list-claims.ts'
import { getOpenShift, listOpenShifts } from './list-open-shifts.ts'
import { listShiftsToTake } from './list-shifts-to-take.ts'
import { offerOpenShift } from './offer-open-shift.ts'
import { rankStandIns } from './rank-stand-ins.ts'
import { withdrawOpenShift } from './withdraw-open-shift.ts'

const database = testDatabase()

let ward: Ward
beforeEach(async () => {
  ward = await newWard(database)
})

const open = (shiftId: string, mode: 'first-come' | 'bids' = 'first-come') =>
  createOpenShift(ward.manager, { shiftId, mode })
const noticesOf = async (kind: string) => (await ward.notices()).filter((one) => one.kind === kind)

test('a first-come shift belongs to whoever claims it first, and those whom no rule stops were told', async () => {
  const shift = await ward.addShift(10, 7)
  const opened = await open(shift.id)
  expect(opened).toMatchObject({ heads: 1, headsTaken: 0, state: 'open', shiftName: 'Early' })
  const [told] = await noticesOf('open-shift')
  expect([...(told?.to.employeeIds ?? [])].sort()).toEqual([ward.ada.id, ward.bo.id, ward.cy.id, ward.di.id].sort())
  const claim = await claimOpenShift(ward.ada.ctx, opened.id)
  expect(claim).toMatchObject({ state: 'accepted', employeeId: ward.ada.id, cost: null })
  expect(await ward.workersOf(shift.id)).toEqual([ward.ada.id])
  expect(await getOpenShift(ward.manager, opened.id)).toMatchObject({ state: 'filled', headsTaken: 1 })
})

test('of ten who press at once exactly one has it, and the others are told why', async () => {
  const shift = await ward.addShift(10, 7)
  const { id } = await open(shift.id)
  const people = [ward.ada, ward.bo, ward.cy, ward.di]
  const presses = Array.from({ length: 10 }, (_, at) => claimOpenShift(people[at % 4]?.ctx ?? ward.ada.ctx, id))
  const outcomes = await Promise.allSettled(presses)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue
    expect(outcome.reason).toBeInstanceOf(Conflict)
    expect(String(outcome.reason.message)).toMatch(/was faster and has the shift/)
  }
  expect(await ward.workersOf(shift.id)).toHaveLength(1)
})

test('who reads people is told by name who was faster', async () => {
  const { id } = await open((await ward.addShift(10, 7)).id)
  await claimOpenShift(ward.ada.ctx, id)
  const failure = await failureOf(claimOpenShift(ward.manager, id, ward.bo.id))
  expect(String((failure as Error).message)).toMatch(/^Ada was faster/)
})

test('a claim that breaks a hard rule is refused with the reason, and the list says so beforehand', async () => {
  await ward.assign(await ward.addShift(10, 14), ward.ada)
  const early = await ward.addShift(11, 7)
  const { id } = await open(early.id)
  const [seen] = await listShiftsToTake(ward.ada.ctx)
  expect(seen).toMatchObject({ verdict: 'stopped', breaches: [{ rule: 'min-rest' }] })
  const failure = await failureOf(claimOpenShift(ward.ada.ctx, id))
  expect(failure).toMatchObject({ code: 'conflict', details: { breaches: [{ rule: 'min-rest' }] } })
  expect((await listShiftsToTake(ward.bo.ctx))[0]).toMatchObject({ verdict: 'free', claim: null })
  expect(await ward.workersOf(early.id)).toEqual([])
})

test('with approval a claim waits; the manager gives it to one, and the other is told it is lost', async () => {
  await ward.setPolicy({ ...defaultExchangePolicy, claims: 'approval' })
  const shift = await ward.addShift(10, 7)
  const { id } = await open(shift.id)
  const first = await claimOpenShift(ward.ada.ctx, id)
  const second = await claimOpenShift(ward.bo.ctx, id)
  expect([first.state, second.state]).toEqual(['pending', 'pending'])
  expect(await noticesOf('claim-made')).toHaveLength(2)
  const decided = await decideOpenShift(ward.manager, id, second.id)
  expect(decided.claims.map(({ state }) => state).sort()).toEqual(['accepted', 'lost'])
  expect(await ward.workersOf(shift.id)).toEqual([ward.bo.id])
  expect((await listClaims(ward.ada.ctx, { limit: 10 })).items).toMatchObject([
    { state: 'lost', reason: 'Somebody else has it' },
  ])
})

test('bids are decided when their time is over: the cheapest by the rules, then the earliest', async () => {
  const shift = await ward.addShift(10, 7)
  const { id } = await open(shift.id, 'bids')
  await claimOpenShift(ward.bo.ctx, id)
  await claimOpenShift(ward.ada.ctx, id)
  await closeDueOpenShift(ward.manager, id)
  expect(await ward.workersOf(shift.id)).toEqual([])
  const late = { ...ward.manager, clock: { now: () => shift.startsAt } }
  const opened = await getOpenShift(ward.manager, id)
  expect(opened.claims).toHaveLength(2)
  await closeDueOpenShift({ ...late, clock: { now: () => new Date(shift.startsAt.getTime()) } }, id)
  expect(await ward.workersOf(shift.id)).toEqual([ward.bo.id])
})

test('a shift nobody asked for is closed when its time is over', async () => {
  const shift = await ward.addShift(10, 7)
  const { id } = await open(shift.id)
  await closeDueOpenShift({ ...ward.manager, clock: { now: () => shift.startsAt } }, id)
  expect((await getOpenShift(ward.manager, id)).state).toBe('closed')
})

test('an offer can be declined, or accepted by asking for the shift', async () => {
  const { id } = await open((await ward.addShift(10, 7)).id)
  const offered = await offerOpenShift(ward.manager, id, { employeeIds: [ward.cy.id, ward.di.id] })
  expect(offered.claims.map(({ state }) => state)).toEqual(['offered', 'offered'])
  const again = await offerOpenShift(ward.manager, id, { employeeIds: [ward.cy.id] })
  expect(again.claims).toHaveLength(2)
  const [ofCy] = (await listClaims(ward.cy.ctx, { limit: 10 })).items
  expect(await endClaim(ward.cy.ctx, ofCy?.id ?? '', 'declined')).toMatchObject({ state: 'declined' })
  expect(await endClaim(ward.cy.ctx, ofCy?.id ?? '', 'declined')).toMatchObject({ state: 'declined' })
  expect(await claimOpenShift(ward.di.ctx, id)).toMatchObject({ state: 'accepted' })
})

test('a part of a shift can be opened: whoever works it keeps the rest', async () => {
  const shift = await ward.addShift(10, 7)
  await ward.assign(shift, ward.ada)
  const from = new Date(shift.startsAt.getTime() + 4 * 3_600_000).toISOString()
  const part = { employeeId: ward.ada.id, from, until: shift.endsAt.toISOString() }
  const opened = await createOpenShift(ward.manager, { shiftId: shift.id, mode: 'first-come', part })
  expect(opened).toMatchObject({ start: from, end: shift.endsAt.toISOString(), paidMinutes: 240 })
  await claimOpenShift(ward.bo.ctx, opened.id)
  const rows = await withOrg(database.app, ward.orgId, (tx) => tx.select().from(shifts))
  expect(rows.map(({ paidMinutes, headsMin }) => [paidMinutes, headsMin])).toEqual([
    [240, 1],
    [240, 1],
  ])
})

test('withdrawing ends what was asked; a hand edit that fills the shift does as well', async () => {
  const { id, version } = await open((await ward.addShift(10, 7)).id, 'bids')
  await claimOpenShift(ward.ada.ctx, id)
  expect(await failureOf(withdrawOpenShift(ward.manager, id, version + 5))).toBeInstanceOf(VersionConflict)
  expect(await withdrawOpenShift(ward.manager, id, version)).toMatchObject({ state: 'withdrawn' })
  expect((await listClaims(ward.ada.ctx, { limit: 10 })).items).toMatchObject([{ state: 'lost' }])
  expect(await failureOf(claimOpenShift(ward.bo.ctx, id))).toBeInstanceOf(Conflict)
})

test('a claim can be taken back once it waits, not once it is decided', async () => {
  const { id } = await open((await ward.addShift(10, 7)).id, 'bids')
  const claim = await claimOpenShift(ward.ada.ctx, id)
  expect(await failureOf(endClaim(ward.bo.ctx, claim.id, 'withdrawn'))).toBeInstanceOf(NotFound)
  expect(await endClaim(ward.ada.ctx, claim.id, 'withdrawn')).toMatchObject({ state: 'withdrawn' })
  const second = await claimOpenShift(ward.ada.ctx, id)
  await decideOpenShift(ward.manager, id, second.id)
  expect(await failureOf(endClaim(ward.ada.ctx, second.id, 'withdrawn'))).toBeInstanceOf(Conflict)
})

test('what lacks nobody, has begun, or stands in a draft cannot be opened', async () => {
  const full = await ward.addShift(10, 7)
  await ward.assign(full, ward.ada)
  expect(await failureOf(open(full.id))).toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/lacks nobody/),
  })
  const late = { ...ward.manager, clock: { now: () => full.endsAt } }
  expect(await failureOf(createOpenShift(late, { shiftId: full.id, mode: 'bids' }))).toBeInstanceOf(Conflict)
  await ward.setRoster({ state: 'draft' })
  expect(await failureOf(open((await ward.addShift(11, 7)).id))).toMatchObject({
    message: expect.stringMatching(/not published/),
  })
})

test('employees open, offer and decide nothing; viewers do not even claim; other tenants see nothing', async () => {
  const shift = await ward.addShift(10, 7)
  const { id } = await open(shift.id)
  const viewer = { ...ward.manager, ...inRole('viewer') }
  for (const work of [
    () => createOpenShift(ward.ada.ctx, { shiftId: shift.id, mode: 'bids' }),
    () => decideOpenShift(ward.ada.ctx, id),
    () => offerOpenShift(ward.ada.ctx, id, { employeeIds: [ward.bo.id] }),
    () => withdrawOpenShift(ward.ada.ctx, id, 1),
    () => rankStandIns(ward.ada.ctx, id),
    () => claimOpenShift(ward.ada.ctx, id, ward.bo.id),
    () => claimOpenShift(viewer, id),
    () => listShiftsToTake(viewer),
    () => listClaims(viewer, { limit: 1 }),
    () => listOpenShifts(ward.ada.ctx, { limit: 1 }),
  ])
    expect(await failureOf(work())).toBeInstanceOf(Forbidden)
  const stranger = testContext(database, await database.newOrg())
  for (const work of [
    () => getOpenShift(stranger, id),
    () => decideOpenShift(stranger, id),
    () => claimOpenShift(stranger, id, ward.ada.id),
    () => createOpenShift(stranger, { shiftId: shift.id, mode: 'bids' }),
  ])
    expect(await failureOf(work())).toBeInstanceOf(NotFound)
  expect(await withOrg(database.app, ward.orgId, (tx) => tx.select().from(shiftClaims))).toEqual([])
})
