import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import * as t from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { dashboardQuery } from '../../contract/dashboard.ts'
import { Forbidden, NotFound } from '../../errors.ts'
import { failureOf, inRole, testMembers } from '../tests/test-context.ts'
import { getDashboard } from './get-dashboard.ts'

const database = testDatabase()
let members: Awaited<ReturnType<typeof testMembers>>
let owner: Context
const id = {
  north: uuidV7(),
  south: uuidV7(),
  ward: uuidV7(),
  ada: uuidV7(),
  bo: uuidV7(),
  contract: uuidV7(),
  published: uuidV7(),
  draft: uuidV7(),
  skill: uuidV7(),
}
const march = { from: '2027-03-01', to: '2027-03-31' }

/** Four shifts of eight hours: two at the north in a published roster, one at the south, one in a draft. */
beforeAll(async () => {
  members = await testMembers(database)
  owner = members.owner
  const { orgId } = owner
  await withOrg(owner.db, orgId, async (tx) => {
    const site = (key: string, code: string) => ({ orgId, id: key, code, name: code, zone: 'Europe/Berlin' })
    await tx.insert(t.sites).values([site(id.north, 'north'), site(id.south, 'south')])
    await tx.insert(t.departments).values({ orgId, id: id.ward, code: 'w', name: 'Ward' })
    await tx.insert(t.skills).values({ orgId, id: id.skill, code: 's', name: 'S' })
    await tx.insert(t.contracts).values({ orgId, id: id.contract, code: 'c', name: 'C' })
    await tx.insert(t.employees).values([
      { orgId, id: id.ada, number: '1', name: 'Ada', departmentId: id.ward },
      { orgId, id: id.bo, number: '2', name: 'Bo' },
    ])
    const held = (employeeId: string, rateMinor: number) => ({
      orgId,
      id: uuidV7(),
      employeeId,
      contractId: id.contract,
      validFrom: '2027-01-01',
      rateMinor,
    })
    await tx.insert(t.employeeContracts).values([held(id.ada, 2000), held(id.bo, 3000)])
    const roster = { orgId, start: '2027-03-01', days: 31, zone: 'Europe/Berlin' }
    await tx.insert(t.rosters).values([
      { ...roster, id: id.published, name: 'P', state: 'published', publishedAt: new Date() },
      { ...roster, id: id.draft, name: 'D' },
    ])
    const add = async (rosterId: string, siteId: string, day: string, headsMin: number, people: string[]) => {
      const shiftId = uuidV7()
      const span = { startsAt: new Date(`${day}T07:00:00Z`), endsAt: new Date(`${day}T15:00:00Z`) }
      await tx
        .insert(t.shifts)
        .values({ orgId, id: shiftId, rosterId, siteId, name: 'Day', day, ...span, paidMinutes: 480, headsMin })
      for (const employeeId of people) {
        await tx.insert(t.assignments).values({ orgId, id: uuidV7(), rosterId, shiftId, employeeId, ...span })
      }
    }
    await add(id.published, id.north, '2027-03-01', 1, [id.ada])
    await add(id.published, id.north, '2027-03-02', 2, [id.ada])
    await add(id.published, id.south, '2027-03-31', 1, [id.bo])
    await add(id.draft, id.north, '2027-03-10', 3, [])
    await add(id.published, id.north, '2027-04-01', 5, [])
    const budget = (siteId: string | null, amountMinor: number) => ({
      orgId,
      id: uuidV7(),
      name: 'B',
      siteId,
      firstDay: '2027-03-01',
      lastDay: '2027-04-30',
      amountMinor,
    })
    await tx.insert(t.budgets).values([budget(null, 610_00), budget(id.north, 122_00)])
    const paper = (employeeId: string, expiresOn: string) => ({
      orgId,
      id: uuidV7(),
      employeeId,
      skillId: id.skill,
      validFrom: '2027-01-01',
      expiresOn,
      state: 'active' as const,
    })
    await tx
      .insert(t.certifications)
      .values([paper(id.ada, '2027-03-05'), paper(id.bo, '2027-03-25'), paper(id.bo, '2027-08-01')])
    await tx.insert(t.timeOffRequests).values({
      orgId,
      id: uuidV7(),
      employeeId: id.bo,
      startsAt: new Date('2027-05-01'),
      endsAt: new Date('2027-05-02'),
      state: 'pending',
    })
  })
}, 60_000)

test('one statement says how a month stands', async () => {
  expect(await getDashboard(owner, march)).toEqual({
    ...march,
    siteId: null,
    cover: { shifts: 4, headsWanted: 7, headsFilled: 3, percent: 42 },
    open: { shifts: 2, heads: 4 },
    hours: { people: 2, minutes: 1440 },
    // Two days of Ada at 20 and one of Bo at 30 an hour; 31 of the budget's 61 days.
    cost: { currency: 'EUR', plannedMinor: 2 * 8 * 2000 + 8 * 3000, budgetMinor: 310_00 },
    // (960 + 480)² / (2 · (960² + 480²)).
    fairness: { leastMinutes: 480, averageMinutes: 720, mostMinutes: 960, percent: 90 },
    waiting: { timeOff: 1, claims: 0, swaps: 0, corrections: 0, timesheets: 0 },
    certificates: { in7Days: 1, in30Days: 2, in90Days: 2 },
  })
})

test('the premium of a shift type counts into what is planned', async () => {
  const typeId = uuidV7()
  const type = { orgId: owner.orgId, id: typeId, code: 'x', name: 'X', startTime: '08:00', durationMinutes: 480 }
  await withOrg(owner.db, owner.orgId, async (tx) => {
    await tx.insert(t.shiftTypes).values({ ...type, premiumPercent: 25 })
    await tx.update(t.shifts).set({ shiftTypeId: typeId }).where(eq(t.shifts.day, '2027-03-31'))
  })
  const { cost } = await getDashboard(owner, march)
  expect(cost?.plannedMinor).toBe(2 * 8 * 2000 + (8 * 3000 * 125) / 100)
})

test('a site has its own figures and budget', async () => {
  expect(await getDashboard(owner, { ...march, siteId: id.north })).toMatchObject({
    siteId: id.north,
    cover: { shifts: 3, headsWanted: 6, headsFilled: 2 },
    cost: { plannedMinor: 32_000, budgetMinor: 62_00 },
  })
})

test('who may not see costs sees none, and who may not write rosters sees no drafts', async () => {
  const viewer = await getDashboard(members.viewer, march)
  expect(viewer).toMatchObject({ cost: null, cover: { shifts: 3, headsWanted: 4 }, open: { shifts: 1, heads: 1 } })
})

test('a reach of some sites or departments counts nothing beyond them', async () => {
  const south = await getDashboard({ ...owner, siteIds: [id.south] }, march)
  expect(south).toMatchObject({ cover: { shifts: 1 }, hours: { people: 1, minutes: 480 }, cost: { budgetMinor: null } })
  const ward = await getDashboard({ ...owner, departmentIds: [id.ward] }, march)
  expect(ward).toMatchObject({
    hours: { people: 1, minutes: 960 },
    waiting: { timeOff: 0 },
    certificates: { in90Days: 1 },
  })
  const beyond = getDashboard({ ...owner, siteIds: [id.south] }, { ...march, siteId: id.north })
  expect(await failureOf(beyond)).toBeInstanceOf(NotFound)
})

test('a contract that changes within the span pays each day by the one in force', async () => {
  const { orgId } = owner
  await withOrg(owner.db, orgId, async (tx) => {
    const isAda = and(eq(t.employeeContracts.employeeId, id.ada), isNull(t.employeeContracts.validUntil))
    await tx.update(t.employeeContracts).set({ validUntil: '2027-03-01' }).where(isAda)
    const next = { orgId, id: uuidV7(), employeeId: id.ada, contractId: id.contract, validFrom: '2027-03-02' }
    await tx.insert(t.employeeContracts).values({ ...next, rateMinor: 4000 })
  })
  const { cost } = await getDashboard(owner, { ...march, siteId: id.north })
  expect(cost?.plannedMinor).toBe(8 * 2000 + 8 * 4000)
})

test('an empty span is all zeros, another tenant sees nothing of this one, and an employee is refused', async () => {
  const nothing = { cover: { shifts: 0, headsWanted: 0, headsFilled: 0, percent: null }, fairness: { percent: null } }
  expect(await getDashboard(owner, { from: '2028-01-01', to: '2028-01-31' })).toMatchObject(nothing)
  expect(await getDashboard(members.stranger, march)).toMatchObject({
    ...nothing,
    cost: { plannedMinor: 0, budgetMinor: null },
    waiting: { timeOff: 0 },
    certificates: { in90Days: 0 },
  })
  expect(await failureOf(getDashboard({ ...owner, ...inRole('employee') }, march))).toBeInstanceOf(Forbidden)
})

test('a span ends on or after its beginning and is a quarter at most', () => {
  const isTaken = (from: string, to: string) => dashboardQuery.safeParse({ from, to }).success
  expect([isTaken('2027-03-01', '2027-03-01'), isTaken('2027-01-01', '2027-04-02')]).toEqual([true, true])
  expect([isTaken('2027-03-02', '2027-03-01'), isTaken('2027-01-01', '2027-04-03')]).toEqual([false, false])
})
