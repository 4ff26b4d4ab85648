// Finding people: by words, over pages, within reach.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { employeeCreate } from '../../contract/people.ts'
import { createRecord } from '../records/create-record.ts'
import { departmentKind } from '../structure/departments.ts'
import { archiveEmployee } from './archive-employee.ts'
import { createEmployee } from './create-employee.ts'
import { listEmployees } from './list-employees.ts'
import { nursesOfFile } from './tests/nurses-of-file.ts'

const database = testDatabase()
const { members, held, nurse } = nursesOfFile(database)
let owner: Context
beforeAll(() => {
  owner = members.owner
})

test('search finds every word in name, number or e-mail, takes signs as they are, and short words where words begin', async () => {
  await nurse({ name: 'Grace Hopper', number: 'N_1%' })
  const search = async (text: string) =>
    (await listEmployees(owner, { limit: 500, search: text })).items.map(({ number }) => number)
  expect(await search('hopper gra')).toEqual(['N_1%'])
  expect(await search('n_1%')).toEqual(['N_1%'])
  expect(await search('n_1')).toEqual(['N_1%'])
  expect(await search('1%')).toEqual([])
  expect(await search('ADA@MUSTER')).toEqual([])
  expect(await search('lovelace nobody')).toEqual([])
  expect(await search('gr')).toEqual(['N_1%'])
  expect(await search('ra')).toEqual([])
})

test('a search goes on over pages, finds the archived only when asked, and stays within the organisation', async () => {
  const people = await Promise.all([1, 2, 3].map((at) => nurse({ name: `Searched ${at}` })))
  await createEmployee(members.stranger, employeeCreate.parse({ number: 'F1', name: 'Searched elsewhere' }))
  const [first] = people
  await archiveEmployee(owner, { id: first?.id ?? '', version: 1 })
  const page = await listEmployees(owner, { limit: 2, search: 'searched' })
  const rest = await listEmployees(owner, { limit: 2, search: 'searched', cursor: page.nextCursor ?? '' })
  expect([...page.items, ...rest.items].map(({ name }) => name)).toEqual(['Searched 1', 'Searched 2', 'Searched 3'])
  expect(rest.nextCursor).toBeNull()
  const archived = await listEmployees(owner, { limit: 9, search: 'searched', state: 'archived' })
  expect(archived.items.map(({ name }) => name)).toEqual(['Searched 1'])
  expect((await listEmployees(owner, { limit: 9, state: 'archived' })).items).toEqual(archived.items)
})

test('a search finds only people within the reach of who asks', async () => {
  const department = await createRecord(owner, departmentKind, { code: 'below', name: 'Below' })
  const mine = await nurse({ name: 'Reached', departmentId: department.id })
  await nurse({ name: 'Reached elsewhere' })
  const found = async (reach: Partial<Context>) =>
    (await listEmployees({ ...owner, ...reach }, { limit: 9, search: 'reached' })).items.map(({ id }) => id)
  expect(await found({})).toHaveLength(2)
  expect(await found({ departmentIds: [department.id] })).toEqual([mine.id])
  expect(await found({ siteIds: [held.siteId] })).toHaveLength(2)
  expect(await found({ siteIds: [uuidV7()] })).toEqual([])
})

test('what few people share is found beyond the first names', async () => {
  const many = Array.from({ length: 600 }, (_, at) => ({
    orgId: owner.orgId,
    id: uuidV7(),
    number: `M${at}`,
    name: 'Aa',
  }))
  await withOrg(database.app, owner.orgId, (tx) => tx.insert(employees).values(many))
  await nurse({ name: 'Zz Zuse' })
  const found = async (search: string) =>
    (await listEmployees(owner, { limit: 500, search })).items.map(({ name }) => name)
  expect(await found('zuse')).toEqual(['Zz Zuse'])
  expect(await found('zu zz')).toEqual(['Zz Zuse'])
  expect(await found('m599 aa')).toEqual(['Aa'])
  await withOrg(database.app, owner.orgId, (tx) => tx.delete(employees).where(eq(employees.name, 'Aa')))
})
