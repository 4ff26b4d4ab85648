import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { contracts, employeeContracts, employees, timeEntries } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { systemIds } from '../../../platform/ids.ts'
import { keyFigures } from '../../../solver/index.ts'
import type { Context } from '../../context.ts'
import { costSchema } from '../../contract/payroll.ts'
import { Forbidden, Invalid, NotFound } from '../../errors.ts'
import { getEmployee } from '../employees/get-employee.ts'
import { listEmployees } from '../employees/list-employees.ts'
import { createRecord } from '../records/create-record.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { listRecords } from '../records/list-records.ts'
import { updateRecord } from '../records/update-record.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import { exportRoster } from '../rosters/export-roster.ts'
import { getGrid } from '../rosters/get-grid.ts'
import { getProblem } from '../rosters/get-problem.ts'
import { loadPlanning } from '../rosters/load-planning.ts'
import { failureOf, failuresOf, inRole, testContext } from '../tests/test-context.ts'
import { newWard, type Ward } from '../tests/ward.ts'
import { budgetShare } from './budget-share.ts'
import { budgetKind } from './budgets.ts'
import { getCosts } from './get-costs.ts'

const database = testDatabase()

const overtime = [
  { period: 'day', overMinutes: 420, percent: 150 },
  { period: 'week', overMinutes: 1200, percent: 125 },
]
const days = { from: '2027-03-08', to: '2027-03-14', by: 'site' as const }

let ward: Ward
let owner: Context
beforeEach(async () => {
  ward = await newWard(database)
  owner = ward.owner
  const { orgId } = ward
  const contract = { orgId, id: systemIds.next(), code: 'c', name: 'Tariff' }
  await ward.setRules({ rule: 'labour-cost', params: { sundayPercent: 150, nightPercent: 25 } })
  await withOrg(database.app, orgId, async (tx) => {
    await tx.insert(contracts).values({ ...contract, rules: [{ rule: 'labour-cost', params: { overtime } }] })
    for (const [employeeId, rateMinor] of [
      [ward.ada.id, 6000],
      [ward.bo.id, 1799],
    ] as const) {
      const held = { orgId, id: systemIds.next(), employeeId, contractId: contract.id, validFrom: '2027-01-01' }
      await tx.insert(employeeContracts).values({ ...held, rateMinor })
    }
  })
  for (const day of [8, 9, 10, 14]) {
    const shift = await ward.addShift(day, 7, 2)
    await ward.assign(shift, ward.ada)
    await ward.assign(shift, ward.bo)
  }
})

/** Work that was clocked, in UTC hours of a day of March. */
const worked = async (employeeId: string, day: string, from: string, until: string, minutes: number) => {
  const startsAt = new Date(`2027-03-${day}T${from}:00Z`)
  const endsAt = new Date(`2027-03-${day}T${until}:00Z`)
  await withOrg(database.app, ward.orgId, async (tx) => {
    await tx.insert(timeEntries).values({
      orgId: ward.orgId,
      id: systemIds.next(),
      employeeId,
      siteId: ward.siteId,
      day: `2027-03-${day}`,
      clockedInAt: startsAt,
      clockedOutAt: endsAt,
      startsAt,
      endsAt,
      workedMinutes: minutes,
      state: 'complete',
    })
  })
}

test('planned cost is what the key figures of the roster say, and the same work done costs the same', async () => {
  const { rows } = await loadPlanning(database.app, ward.orgId, ward.rosterId)
  const problem = buildProblem(rows)
  const roster = { assignments: problem.assignments ?? [] }
  const planned = await getCosts(owner, days)
  expect(costSchema.parse(planned).total.plannedMinor).toBe(keyFigures(problem, roster).costMinor)
  expect(planned.total.plannedMinor).toBeGreaterThan(0)
  for (const day of ['08', '09', '10', '14'])
    for (const { id } of [ward.ada, ward.bo]) await worked(id, day, '06:00', '14:00', 480)
  const { total } = await getCosts(owner, days)
  expect([total.actualMinor, total.actualMinutes]).toEqual([total.plannedMinor, total.plannedMinutes])
})

test('overtime of a week is known from the days before the span, and parts sum to the whole', async () => {
  const wednesday = { from: '2027-03-10', to: '2027-03-10' }
  const [ada] = (await getCosts(owner, { ...wednesday, by: 'person' })).parts
  // 420 plain minutes at 100 each, 60 at 150 %; 840 plain ones before, so 60 of these go beyond 1,200 and add a quarter.
  expect(ada).toMatchObject({ name: 'Ada', plannedMinutes: 480, plannedMinor: 42_000 + 9_000 + 1_500 })
  for (const by of ['site', 'day', 'person'] as const) {
    const { total, parts } = await getCosts(owner, { ...days, by })
    expect(parts.reduce((sum, part) => sum + part.plannedMinor, 0)).toBe(total.plannedMinor)
  }
})

test('a rate counts from its day on', async () => {
  await withOrg(database.app, ward.orgId, async (tx) => {
    const isAda = eq(employeeContracts.employeeId, ward.ada.id)
    const [held] = await tx.update(employeeContracts).set({ validUntil: '2027-03-09' }).where(isAda).returning()
    if (held === undefined) throw new Error('Ada holds no contract.')
    const next = { id: systemIds.next(), validFrom: '2027-03-10', validUntil: null, rateMinor: 12_000 }
    await tx.insert(employeeContracts).values({ ...held, ...next })
  })
  const { parts } = await getCosts(owner, { ...days, by: 'day' })
  const bo = Math.floor((1799 * 480) / 60)
  expect(parts[0]?.plannedMinor).toBeGreaterThan(bo)
  const ofAda = (await getCosts(owner, { ...days, to: '2027-03-10', from: '2027-03-10', by: 'person' })).parts[0]
  expect(ofAda?.plannedMinor).toBe(84_000 + 18_000)
})

test('budgets give the share of their days; those of all sites go before those of one', () => {
  const budget = { siteId: null, firstDay: '2027-03-01', lastDay: '2027-03-31', amountMinor: 3100 }
  const site = { ...budget, siteId: 'a', amountMinor: 310 }
  expect(budgetShare([budget, site], days)).toBe(700)
  expect(budgetShare([budget, site], { ...days, siteId: 'a' })).toBe(70)
  expect(budgetShare([site], days)).toBe(70)
  expect(budgetShare([budget], { from: '2027-04-01', to: '2027-04-02' })).toBeNull()
  expect(budgetShare([budget, site], { ...days, siteId: 'b' })).toBeNull()
})

test('budgets are kept by who may write costs, never overlap, and end after they begin', async () => {
  const input = { name: 'March', firstDay: '2027-03-01', lastDay: '2027-03-31', amountMinor: 3100 }
  const made = await createRecord(owner, budgetKind, input)
  expect((await getCosts(owner, days)).budgetMinor).toBe(700)
  const change = { id: made.id, version: 1, change: { amountMinor: 6200 } }
  expect((await updateRecord(owner, budgetKind, change)).amountMinor).toBe(6200)
  await expect(createRecord(owner, budgetKind, input)).rejects.toThrow()
  expect(await failureOf(createRecord(owner, budgetKind, { ...input, lastDay: '2027-02-01' }))).toBeInstanceOf(Invalid)
  expect(await failureOf(createRecord(ward.manager, budgetKind, input))).toBeInstanceOf(Forbidden)
  const stranger = testContext(database, await database.newOrg())
  expect(await failureOf(deleteRecord(stranger, budgetKind, made.id))).toBeInstanceOf(NotFound)
  expect((await listRecords(stranger, budgetKind, { limit: 5 })).items).toEqual([])
  expect((await getCosts(stranger, days)).total.plannedMinor).toBe(0)
})

test('who may not see costs is shown no money: no costs, budgets, rates, key figures, breaches or files', async () => {
  for (const role of ['viewer', 'employee'] as const) {
    const ctx = { ...ward.manager, ...inRole(role) }
    const asked = [getCosts(ctx, days), listRecords(ctx, budgetKind, { limit: 5 })]
    for (const error of await failuresOf(asked)) expect(error).toBeInstanceOf(Forbidden)
  }
  const viewer = { ...ward.manager, ...inRole('viewer') }
  const seenBy = async (ctx: Context) => [
    JSON.stringify(await getGrid(ctx, ward.rosterId)),
    JSON.stringify(await getEmployee(ctx, ward.ada.id)),
    JSON.stringify(await listEmployees(ctx, { limit: 10 })),
    (await exportRoster(ctx, ward.rosterId, 'csv')).content,
    (await exportRoster(ctx, ward.rosterId, 'html')).content,
  ]
  const money = /"(costMinor|rateMinor|overtimeMinor|budgetMinor)":\d|labour-cost|6000|1799/
  for (const text of await seenBy(viewer)) expect(text).not.toMatch(money)
  const permissions = new Set(ward.manager.permissions)
  permissions.delete('costs:read')
  const problemOf = async (ctx: Context) => JSON.stringify(await getProblem(ctx, ward.rosterId))
  expect(await problemOf({ ...ward.manager, permissions })).not.toMatch(money)
  expect(await problemOf(owner)).toMatch(money)
  // The soft level is money alone here, so it would say what everybody is paid.
  const soft = async (ctx: Context) => (await getGrid(ctx, ward.rosterId)).score.soft
  expect([await soft(viewer), (await soft(owner)) > 100_000]).toEqual([0, true])
  const all = (await seenBy(owner)).join()
  for (const word of ['"costMinor":', '"rateMinor":6000']) expect(all).toContain(word)
})

test('work of people and at sites beyond reach is not shown', async () => {
  const elsewhere = { ...ward.manager, siteIds: [systemIds.next()] }
  expect((await getCosts(elsewhere, days)).total).toMatchObject({ plannedMinor: 0, plannedMinutes: 0 })
  expect(await failureOf(getCosts(elsewhere, { ...days, siteId: systemIds.next() }))).toBeInstanceOf(NotFound)
  await withOrg(database.app, ward.orgId, (tx) =>
    tx.update(employees).set({ state: 'archived' }).where(eq(employees.id, ward.bo.id)),
  )
  expect((await getCosts(owner, { ...days, by: 'person' })).parts.map(({ name }) => name)).toEqual(['Ada', 'Bo'])
})
