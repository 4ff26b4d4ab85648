// Who sees and who writes pay, private contacts and logins.
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { employeeCreate } from '../../contract/people.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { failureOf, inRole } from '../tests/test-context.ts'
import { createEmployee } from './create-employee.ts'
import { getEmployee } from './get-employee.ts'
import { linkLogin } from './link-login.ts'
import { listEmployees } from './list-employees.ts'
import { nursesOfFile } from './tests/nurses-of-file.ts'
import { updateEmployee } from './update-employee.ts'

const database = testDatabase()
const { members, held, nurse } = nursesOfFile(database)
let owner: Context
beforeAll(() => {
  owner = members.owner
})
let serial = 0

test('pay is hidden from roles that may not read costs', async () => {
  const { id } = await nurse()
  expect((await getEmployee(members.viewer, id)).contracts).toMatchObject([{ code: 'full', rateMinor: null }])
})

test('pay is written with costs:write only; without it a rate is neither set nor lost', async () => {
  const manager: Context = { ...owner, ...inRole('manager') }
  const { id } = await nurse()
  const [contract] = (await getEmployee(manager, id)).contracts
  expect(contract?.rateMinor).toBe(2350)
  const on = { contractId: held.contractId, validFrom: '2027-01-01', sharePercent: 50 }
  const kept = await updateEmployee(manager, { id, version: 1, change: { contracts: [on] } })
  expect(kept.contracts).toMatchObject([{ sharePercent: 50, rateMinor: 2350 }])
  const raised = updateEmployee(manager, { id, version: 2, change: { contracts: [{ ...on, rateMinor: 9999 }] } })
  expect(await failureOf(raised)).toMatchObject({ code: 'forbidden' })
  const hired = { number: `P${++serial}`, name: 'X', contracts: [{ ...on, rateMinor: 1 }] }
  expect(await failureOf(createEmployee(manager, employeeCreate.parse(hired)))).toMatchObject({ code: 'forbidden' })
  expect((await getEmployee(owner, id)).contracts).toMatchObject([{ rateMinor: 2350 }])
})

test('every field of a person is kept and read back, and private contacts are for those who may', async () => {
  const boss = await nurse({ name: 'Boss' })
  const said = {
    workPhone: '+49 30 1234-5',
    privateEmail: 'ada@home.example',
    privatePhone: '0170 1234567',
    designation: 'Ward nurse',
    supervisorId: boss.id,
    mentorId: boss.id,
    managerId: boss.id,
    country: 'DE',
    officeSiteId: held.siteId,
    zone: 'Europe/Berlin',
    externalIds: { payroll: '4711' },
  }
  const { id } = await nurse(said)
  expect(await getEmployee(owner, id)).toMatchObject({ ...said, state: 'active', userId: null })
  expect(await getEmployee(members.viewer, id)).toMatchObject({
    workPhone: '+49 30 1234-5',
    privateEmail: null,
    privatePhone: null,
  })
  const listed = (await listEmployees(members.viewer, { limit: 500 })).items.find((one) => one.id === id)
  expect(listed).toMatchObject({ privateEmail: null, privatePhone: null })
})

test('who may write people but not see private contacts cannot write those either', async () => {
  const limited: Context = { ...owner, permissions: new Set(['people:read', 'people:write']) }
  const person = (more: object) =>
    createEmployee(limited, employeeCreate.parse({ number: `L${++serial}`, name: 'X', ...more }))
  expect(await failureOf(person({ privatePhone: '0170 1234567' }))).toMatchObject({ code: 'forbidden' })
  expect(await person({})).toMatchObject({ privatePhone: null })
})

test('a login belongs to one person, who reads their own record with all that is private', async () => {
  const { id } = await nurse({ privateEmail: 'own@home.example' })
  const other = await nurse()
  const userId = members.employee.user.id
  const linked = await linkLogin(owner, { id, version: 1, userId })
  expect(linked).toMatchObject({ userId, version: 2 })
  expect(await getEmployee(members.employee, id)).toMatchObject({
    privateEmail: 'own@home.example',
    contracts: [{ rateMinor: null }],
  })
  expect(await failureOf(getEmployee(members.employee, other.id))).toMatchObject({ code: 'forbidden' })
  expect(await failureOf(getEmployee(members.employee, uuidV7()))).toMatchObject({ code: 'forbidden' })
  expect(asDomainError(await failureOf(linkLogin(owner, { id: other.id, version: 1, userId })))).toMatchObject({
    code: 'already_exists',
  })
  expect(
    await failureOf(linkLogin(owner, { id: other.id, version: 1, userId: members.stranger.user.id })),
  ).toMatchObject({ code: 'validation_failed' })
  expect(await failureOf(linkLogin(owner, { id, version: 1, userId: null }))).toMatchObject({
    code: 'version_conflict',
  })
  const manager: Context = { ...owner, ...inRole('manager') }
  expect(await failureOf(linkLogin(manager, { id, version: 2, userId: null }))).toMatchObject({ code: 'forbidden' })
  expect(await failureOf(linkLogin(members.stranger, { id, version: 2, userId: null }))).toMatchObject({
    code: 'not_found',
  })
  expect(await linkLogin(owner, { id, version: 2, userId: null })).toMatchObject({ userId: null, version: 3 })
})
