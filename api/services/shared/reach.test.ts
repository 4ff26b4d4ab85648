// A manager of some departments and sites, and a key of some sites: what lies beyond looks like what does not exist.
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { demand, departments, employeeSites, employees, shiftTypes, sites } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { employeeCreate, employeeUpdate } from '../../contract/people.ts'
import { rosterCreate } from '../../contract/rostering.ts'
import { demandCreate } from '../../contract/workforce.ts'
import { Forbidden, NotFound } from '../../errors.ts'
import { createDemand } from '../demand/create-demand.ts'
import { deleteDemand } from '../demand/delete-demand.ts'
import { getDemand } from '../demand/get-demand.ts'
import { listDemand } from '../demand/list-demand.ts'
import { createEmployee } from '../employees/create-employee.ts'
import { getEmployee } from '../employees/get-employee.ts'
import { listEmployees } from '../employees/list-employees.ts'
import { updateEmployee } from '../employees/update-employee.ts'
import { createRoster } from '../rosters/create-roster.ts'
import { deleteRoster } from '../rosters/delete-roster.ts'
import { getGrid } from '../rosters/get-grid.ts'
import { getRoster } from '../rosters/get-roster.ts'
import { listRosters } from '../rosters/list-rosters.ts'
import { failureOf, testMembers } from '../tests/test-context.ts'

const database = testDatabase()
let owner: Context
/** Reaches one site. */
let atNorth: Context
/** Reaches one department and what is below it. */
let ofCare: Context
const id = {
  north: uuidV7(),
  south: uuidV7(),
  care: uuidV7(),
  ward: uuidV7(),
  office: uuidV7(),
  type: uuidV7(),
  nora: uuidV7(),
  sam: uuidV7(),
  zoe: uuidV7(),
  atNorth: uuidV7(),
  atSouth: uuidV7(),
}
beforeAll(async () => {
  ;({ owner } = await testMembers(database))
  const quiet = { live: { publish: async () => undefined } }
  owner = { ...owner, ...quiet }
  atNorth = { ...owner, siteIds: [id.north] }
  ofCare = { ...owner, departmentIds: [id.care] }
  const { orgId } = owner
  await withOrg(owner.db, orgId, async (tx) => {
    const place = (key: string, code: string) => ({ orgId, id: key, code, name: code, zone: 'UTC' })
    await tx.insert(sites).values([place(id.north, 'north'), place(id.south, 'south')])
    const unit = (key: string, code: string, parentId: string | null = null) => ({
      orgId,
      id: key,
      code,
      name: code,
      parentId,
    })
    await tx
      .insert(departments)
      .values([unit(id.care, 'care'), unit(id.ward, 'ward', id.care), unit(id.office, 'office')])
    await tx
      .insert(shiftTypes)
      .values({ orgId, id: id.type, code: 'day', name: 'Day', startTime: '08:00', durationMinutes: 480 })
    const person = (key: string, name: string, departmentId: string | null) => ({
      orgId,
      id: key,
      number: name,
      name,
      departmentId,
    })
    await tx
      .insert(employees)
      .values([person(id.nora, 'Nora', id.ward), person(id.sam, 'Sam', id.office), person(id.zoe, 'Zoe', null)])
    await tx.insert(employeeSites).values([
      { orgId, employeeId: id.nora, siteId: id.north },
      { orgId, employeeId: id.sam, siteId: id.south },
    ])
    const line = (key: string, siteId: string) => ({
      orgId,
      id: key,
      siteId,
      shiftTypeId: id.type,
      day: '2027-03-01',
      headsMin: 1,
    })
    await tx.insert(demand).values([line(id.atNorth, id.north), line(id.atSouth, id.south)])
  })
}, 60_000)

const names = async (ctx: Context, more: object = {}) =>
  (await listEmployees(ctx, { limit: 100, ...more })).items.map(({ name }) => name)

test('people of other sites and departments are not found, in lists, searches and by id', async () => {
  expect(await names(owner)).toEqual(['Nora', 'Sam', 'Zoe'])
  // Zoe has no sites of her own and may work everywhere.
  expect(await names(atNorth)).toEqual(['Nora', 'Zoe'])
  expect(await names(ofCare)).toEqual(['Nora'])
  expect(await names(atNorth, { search: 'sam' })).toEqual([])
  expect(await names(ofCare, { search: 'nora' })).toEqual(['Nora'])
  expect(await failureOf(getEmployee(atNorth, id.sam))).toBeInstanceOf(NotFound)
  expect(await failureOf(getEmployee(ofCare, id.zoe))).toBeInstanceOf(NotFound)
  const change = updateEmployee(atNorth, { id: id.sam, version: 1, change: employeeUpdate.parse({ name: 'X' }) })
  expect(await failureOf(change)).toBeInstanceOf(NotFound)
})

test('nobody is put where the writer could not find them again; the own record is always found', async () => {
  const input = (more: object) => employeeCreate.parse({ number: uuidV7(), name: 'New', ...more })
  expect(await failureOf(createEmployee(ofCare, input({})))).toBeInstanceOf(Forbidden)
  expect((await createEmployee(ofCare, input({ departmentId: id.ward }))).departmentId).toBe(id.ward)
  const moved = updateEmployee(atNorth, {
    id: id.nora,
    version: 1,
    change: employeeUpdate.parse({ siteIds: [id.south] }),
  })
  expect(await failureOf(moved)).toBeInstanceOf(Forbidden)
  const own = await createEmployee(owner, input({ siteIds: [id.south] }))
  await database.owner.query('update employees set user_id = $1 where id = $2', [owner.user.id, own.id])
  expect((await getEmployee(atNorth, own.id)).id).toBe(own.id)
})

test('demand of other sites is neither seen nor written', async () => {
  const days = async (ctx: Context) => (await listDemand(ctx, { limit: 100 })).items.map((one) => one.id)
  expect(await days(owner)).toHaveLength(2)
  expect(await days(atNorth)).toEqual([id.atNorth])
  expect(await failureOf(getDemand(atNorth, id.atSouth))).toBeInstanceOf(NotFound)
  expect(await failureOf(deleteDemand(atNorth, id.atSouth))).toBeInstanceOf(NotFound)
  const line = demandCreate.parse({ siteId: id.south, shiftTypeId: id.type, day: '2027-03-02', headsMin: 1 })
  expect(await failureOf(createDemand(atNorth, line))).toBeInstanceOf(NotFound)
  expect((await createDemand(atNorth, { ...line, siteId: id.north })).siteId).toBe(id.north)
})

test('rosters of other sites, and of all sites, lie beyond; a new one takes the sites within reach', async () => {
  const make = (ctx: Context, siteIds: string[]) =>
    createRoster(ctx, rosterCreate.parse({ name: 'R', start: '2027-03-01', days: 7, siteIds }))
  const [whole, south, north] = [await make(owner, []), await make(owner, [id.south]), await make(atNorth, [])]
  expect(north.siteIds).toEqual([id.north])
  expect((await listRosters(atNorth, { limit: 100 })).items).toEqual([north])
  for (const roster of [whole, south]) {
    expect(await failureOf(getRoster(atNorth, roster.id))).toBeInstanceOf(NotFound)
    expect(await failureOf(getGrid(atNorth, roster.id))).toBeInstanceOf(NotFound)
    expect(await failureOf(deleteRoster(atNorth, roster.id))).toBeInstanceOf(NotFound)
  }
  expect((await getGrid(atNorth, north.id)).roster).toEqual(north)
  expect(await failureOf(make(atNorth, [id.south]))).toBeInstanceOf(NotFound)
})

test('lists are narrowed and sorted by the one grammar, page by page in either direction', async () => {
  expect(await names(owner, { filter: `departmentId:in:${id.ward}|${id.office},name:like:o`, sort: 'name' })).toContain(
    'Nora',
  )
  expect(await names(owner, { filter: 'departmentId:null:true', sort: '-name' })).toContain('Zoe')
  const whole = await listEmployees(owner, { limit: 100, sort: '-number' })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const next: Awaited<ReturnType<typeof listEmployees>> = await listEmployees(owner, {
      limit: 2,
      sort: '-number',
      ...(cursor !== null && { cursor }),
    })
    seen.push(...next.items.map((one) => one.id))
    cursor = next.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(whole.items.map((one) => one.id))
  const drafts = (await listRosters(owner, { limit: 100, filter: 'state:eq:published' })).items
  expect(drafts).toEqual([])
  expect(await failureOf(listEmployees(owner, { limit: 5, search: 'x', sort: 'name' }))).toMatchObject({
    code: 'validation_failed',
  })
})
