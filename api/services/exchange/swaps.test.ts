import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { assignments, openShifts, shifts } from '../../../drizzle/schema/index.ts'
import { defaultExchangePolicy } from '../../../drizzle/schema/organisation.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { Conflict, Forbidden, NotFound, VersionConflict } from '../../errors.ts'
import { failureOf, testContext } from '../tests/test-context.ts'
import { newWard, type Ward } from '../tests/ward.ts'
import { answerSwap, cancelSwap, decideSwap } from './answer-swap.ts'
import { getSwap, listSwaps } from './list-swaps.ts'
import { proposeSwap } from './propose-swap.ts'
import { settleExchanges, whyEnded } from './settle-exchanges.ts'

const database = testDatabase()

let ward: Ward
let first: Awaited<ReturnType<Ward['addShift']>>
let second: typeof first
let ofAda: string
let ofBo: string
beforeEach(async () => {
  ward = await newWard(database)
  first = await ward.addShift(10, 7)
  second = await ward.addShift(12, 7)
  ofAda = await ward.assign(first, ward.ada)
  ofBo = await ward.assign(second, ward.bo)
})

const yes = { accept: true }
const swap = () => proposeSwap(ward.ada.ctx, { kind: 'swap', assignmentId: ofAda, toAssignmentId: ofBo })
const offer = (part?: { from: string; until: string }) =>
  proposeSwap(ward.ada.ctx, {
    kind: 'offer',
    assignmentId: ofAda,
    toEmployeeId: ward.bo.id,
    ...(part && { part }),
  })
const settle = () => withOrg(database.app, ward.orgId, (tx) => settleExchanges(ward.manager, tx))

test('two people trade: one proposes, the other agrees, the manager approves', async () => {
  const proposed = await swap()
  expect(proposed).toMatchObject({ state: 'proposed', from: { employeeName: 'Ada' }, to: { employeeName: 'Bo' } })
  const agreed = await answerSwap(ward.bo.ctx, proposed.id, 1, yes)
  expect(agreed.state).toBe('agreed')
  expect(await ward.workersOf(first.id)).toEqual([ward.ada.id])
  const done = await decideSwap(ward.manager, proposed.id, 2, yes)
  expect(done).toMatchObject({ state: 'done', reason: null })
  expect(await ward.workersOf(first.id)).toEqual([ward.bo.id])
  expect(await ward.workersOf(second.id)).toEqual([ward.ada.id])
})

test('without approval agreeing carries it out; a second answer finds it done', async () => {
  await ward.setPolicy({ ...defaultExchangePolicy, swaps: 'automatic', offers: 'automatic' })
  const { id } = await offer()
  expect(await answerSwap(ward.bo.ctx, id, 1, yes)).toMatchObject({ state: 'done' })
  expect(await ward.workersOf(first.id)).toEqual([ward.bo.id])
  expect(await failureOf(answerSwap(ward.bo.ctx, id, 1, yes))).toBeInstanceOf(VersionConflict)
  expect(await failureOf(answerSwap(ward.bo.ctx, id, 2, yes))).toMatchObject({ message: 'The trade is done.' })
})

test('declined and rejected trades change nothing and keep the reason', async () => {
  const one = await offer()
  expect(await answerSwap(ward.bo.ctx, one.id, 1, { accept: false, reason: 'Family' })).toMatchObject({
    state: 'declined',
    reason: 'Family',
  })
  const two = await offer()
  await answerSwap(ward.bo.ctx, two.id, 1, yes)
  expect(await decideSwap(ward.manager, two.id, 2, { accept: false, reason: 'Training' })).toMatchObject({
    state: 'rejected',
  })
  expect(await ward.workersOf(first.id)).toEqual([ward.ada.id])
})

test('a trade that a rule stops for either side is refused when it is proposed, with the reason', async () => {
  await ward.assign(await ward.addShift(9, 16), ward.bo)
  const failure = await failureOf(swap())
  expect(failure).toMatchObject({
    code: 'conflict',
    details: { breaches: [{ rule: 'min-rest', employees: [ward.bo.id] }] },
  })
  expect((await listSwaps(ward.ada.ctx, { limit: 10 })).items).toEqual([])
})

test('it is judged again when it is carried out: the roster may have changed beneath it', async () => {
  const { id } = await swap()
  await answerSwap(ward.bo.ctx, id, 1, yes)
  await ward.assign(await ward.addShift(9, 16), ward.bo)
  expect(await failureOf(decideSwap(ward.manager, id, 2, yes))).toMatchObject({
    details: { breaches: [{ rule: 'min-rest' }] },
  })
  expect((await getSwap(ward.manager, id)).state).toBe('agreed')
  expect(await ward.workersOf(first.id)).toEqual([ward.ada.id])
})

test('a part is handed over: the giver keeps the rest, paid minutes add up', async () => {
  await ward.setPolicy({ ...defaultExchangePolicy, offers: 'automatic' })
  const from = new Date(first.startsAt.getTime() + 5 * 3_600_000).toISOString()
  const { id } = await offer({ from, until: first.endsAt.toISOString() })
  expect(await ward.workersOf(first.id)).toEqual([ward.ada.id])
  await answerSwap(ward.bo.ctx, id, 1, yes)
  const rows = await withOrg(database.app, ward.orgId, (tx) =>
    tx
      .select({ paid: shifts.paidMinutes, who: assignments.employeeId })
      .from(shifts)
      .innerJoin(assignments, eq(assignments.shiftId, shifts.id))
      .where(eq(shifts.day, '2027-03-10')),
  )
  expect(rows.toSorted((a, b) => b.paid - a.paid)).toEqual([
    { paid: 300, who: ward.ada.id },
    { paid: 180, who: ward.bo.id },
  ])
})

test('who gives up is freed when the manager approves, and the shift is open to others', async () => {
  const { id, state } = await proposeSwap(ward.ada.ctx, { kind: 'give-up', assignmentId: ofAda })
  expect(state).toBe('agreed')
  await decideSwap(ward.manager, id, 1, yes)
  expect(await ward.workersOf(first.id)).toEqual([])
  const rows = await withOrg(database.app, ward.orgId, (tx) => tx.select().from(openShifts))
  expect(rows).toMatchObject([{ shiftId: first.id, state: 'open', heads: 1 }])
})

test('a trade follows a shift that moves, and ends with a reason when the person is taken off it', async () => {
  const { id } = await offer()
  const later = new Date(first.endsAt.getTime() + 3_600_000)
  await withOrg(database.app, ward.orgId, (tx) =>
    tx.update(shifts).set({ endsAt: later }).where(eq(shifts.id, first.id)),
  )
  await settle()
  expect((await getSwap(ward.ada.ctx, id)).state).toBe('proposed')
  await withOrg(database.app, ward.orgId, (tx) => tx.delete(assignments).where(eq(assignments.id, ofAda)))
  await settle()
  const ended = await getSwap(ward.ada.ctx, id)
  expect(ended).toMatchObject({ state: 'ended', reason: expect.stringMatching(/no longer worked by the person/) })
  expect(await failureOf(answerSwap(ward.bo.ctx, id, ended.version, yes))).toMatchObject({
    message: expect.stringMatching(/^The trade is ended\. The shift that was given away/),
  })
})

test('a trade ends when the roster is withdrawn', async () => {
  const { id } = await swap()
  await ward.setRoster({ state: 'draft' })
  await settle()
  expect(await getSwap(ward.ada.ctx, id)).toMatchObject({
    state: 'ended',
    reason: 'The roster was withdrawn for changes',
  })
})

test('every way to end has its own words', () => {
  const fine = { isGone: false, isWantedGone: false, isPublished: true }
  const reasons = [{ isGone: true }, { isWantedGone: true }, { isPublished: false }, {}].map((cause) =>
    whyEnded({ ...fine, ...cause }),
  )
  expect(new Set(reasons).size).toBe(4)
})

test('one assignment has one open trade; taken back, it may be offered again', async () => {
  const { id } = await offer()
  expect(await failureOf(swap())).toMatchObject({ cause: { constraint: 'swap_requests_live_key' } })
  expect(await cancelSwap(ward.ada.ctx, id, 1)).toMatchObject({ state: 'cancelled' })
  expect((await offer()).state).toBe('proposed')
})

test('a shift that has begun, or is too near, is not traded', async () => {
  const late = { ...ward.ada.ctx, clock: { now: () => first.startsAt } }
  const give = { kind: 'give-up', assignmentId: ofAda } as const
  expect(await failureOf(proposeSwap(late, give))).toBeInstanceOf(Conflict)
  await ward.setPolicy({ ...defaultExchangePolicy, closesMinutesBefore: 60 * 24 * 30 })
  expect(await failureOf(proposeSwap(ward.ada.ctx, give))).toMatchObject({
    message: expect.stringMatching(/until 43200 minutes before/),
  })
})

test('only the two sides see and answer a trade; only managers decide; other tenants see nothing', async () => {
  const { id } = await swap()
  for (const work of [
    () => getSwap(ward.cy.ctx, id),
    () => answerSwap(ward.cy.ctx, id, 1, yes),
    () => answerSwap(ward.ada.ctx, id, 1, yes),
    () => cancelSwap(ward.bo.ctx, id, 1),
    () => proposeSwap(ward.cy.ctx, { kind: 'give-up', assignmentId: ofBo }),
  ])
    expect(await failureOf(work())).toBeInstanceOf(NotFound)
  expect(await failureOf((async () => decideSwap(ward.bo.ctx, id, 1, yes))())).toBeInstanceOf(Forbidden)
  expect((await listSwaps(ward.cy.ctx, { limit: 10 })).items).toEqual([])
  expect((await listSwaps(ward.bo.ctx, { limit: 10 })).items).toHaveLength(1)
  const stranger = testContext(database, await database.newOrg())
  expect(await failureOf(getSwap(stranger, id))).toBeInstanceOf(NotFound)
  expect(await failureOf(decideSwap(stranger, id, 1, yes))).toBeInstanceOf(NotFound)
  expect(await failureOf(proposeSwap(stranger, { kind: 'give-up', assignmentId: ofAda }))).toBeInstanceOf(NotFound)
})
