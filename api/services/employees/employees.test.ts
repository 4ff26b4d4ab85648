import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { assignments, employees, rosters, shifts } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { contractCreate, employeeCreate, employeeUpdate, skillCreate } from '../../contract/people.ts'
import { shiftTypeCreate, siteCreate } from '../../contract/workforce.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { createContract } from '../contracts/create-contract.ts'
import { deleteContract } from '../contracts/delete-contract.ts'
import { createRecord } from '../records/create-record.ts'
import { createShiftType } from '../shift-types/create-shift-type.ts'
import { createSite } from '../sites/create-site.ts'
import { deleteSite } from '../sites/delete-site.ts'
import { createSkill } from '../skills/create-skill.ts'
import { deleteSkill } from '../skills/delete-skill.ts'
import { departmentKind } from '../structure/departments.ts'
import { failureOf, inRole, testMembers } from '../tests/test-context.ts'
import { archiveEmployee } from './archive-employee.ts'
import { createEmployee } from './create-employee.ts'
import { deleteEmployee } from './delete-employee.ts'
import { getEmployee } from './get-employee.ts'
import { linkLogin } from './link-login.ts'
import { listEmployees } from './list-employees.ts'
import { restoreEmployee } from './restore-employee.ts'
import { updateEmployee } from './update-employee.ts'

const database = testDatabase()
let members: Awaited<ReturnType<typeof testMembers>>
let owner: Context
let held: { skillId: string; contractId: string; siteId: string }
beforeAll(async () => {
  members = await testMembers(database)
  owner = members.owner
  const skill = await createSkill(owner, skillCreate.parse({ code: 'icu', name: 'Intensive care' }))
  const contract = await createContract(owner, contractCreate.parse({ code: 'full', name: 'Full time' }))
  const site = await createSite(owner, siteCreate.parse({ code: 'main', name: 'Main', zone: 'Europe/Berlin' }))
  held = { skillId: skill.id, contractId: contract.id, siteId: site.id }
}, 60_000)

let serial = 0
const nurse = (more: object = {}) =>
  createEmployee(
    owner,
    employeeCreate.parse({
      number: `E${++serial}`,
      name: 'Ada Lovelace',
      email: `ada${serial}@muster.example`,
      skills: [{ skillId: held.skillId, level: 2, validUntil: '2027-06-30' }],
      contracts: [{ contractId: held.contractId, validFrom: '2027-01-01', rateMinor: 2350 }],
      siteIds: [held.siteId],
      ...more,
    }),
  )

test('a person arrives with skills, contracts and sites, and is read the same from list and record', async () => {
  const created = await nurse()
  expect(created).toMatchObject({
    skills: [{ skillId: held.skillId, code: 'icu', level: 2, validFrom: null, validUntil: '2027-06-30' }],
    contracts: [{ code: 'full', validFrom: '2027-01-01', validUntil: null, sharePercent: 100, rateMinor: 2350 }],
    siteIds: [held.siteId],
  })
  expect(await getEmployee(owner, created.id)).toEqual(created)
  expect((await listEmployees(owner, { limit: 500 })).items).toContainEqual(created)
})

test('a change leaves alone what it does not name and replaces a list that it names', async () => {
  const { id } = await nurse()
  const renamed = await updateEmployee(owner, { id, version: 1, change: employeeUpdate.parse({ name: 'Ada King' }) })
  expect(renamed).toMatchObject({ name: 'Ada King', version: 2, siteIds: [held.siteId] })
  expect(renamed.skills).toHaveLength(1)
  const emptied = await updateEmployee(owner, { id, version: 2, change: employeeUpdate.parse({ skills: [] }) })
  expect(emptied).toMatchObject({ skills: [], siteIds: [held.siteId] })
  expect(emptied.contracts).toHaveLength(1)
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

test('pay is hidden from roles that may not read costs', async () => {
  const { id } = await nurse()
  expect((await getEmployee(members.viewer, id)).contracts).toMatchObject([{ code: 'full', rateMinor: null }])
})

test('contracts that overlap and references of another tenant or out of use are refused in words', async () => {
  const overlapping = ['2027-01-01', '2027-05-01'].map((validFrom) => ({ contractId: held.contractId, validFrom }))
  expect(asDomainError(await failureOf(nurse({ contracts: overlapping })))).toMatchObject({
    code: 'validation_failed',
    message: 'Two contracts of one person overlap. End the earlier one before the later one begins.',
  })
  const foreign = await createSkill(members.stranger, skillCreate.parse({ code: 'icu', name: 'Theirs' }))
  const retired = await createSkill(owner, skillCreate.parse({ code: 'old', name: 'Old' }))
  await deleteSkill(owner, retired.id)
  for (const skillId of [foreign.id, retired.id, uuidV7()]) {
    expect(await failureOf(nurse({ skills: [{ skillId }] }))).toMatchObject({
      code: 'validation_failed',
      message: `There is no skill "${skillId}" in this organisation. Choose one from /skills.`,
    })
  }
})

test('what a person holds cannot be deleted, and says who holds it', async () => {
  const [skill, site] = [
    await createSkill(owner, skillCreate.parse({ code: 'xray', name: 'X-ray' })),
    await createSite(owner, siteCreate.parse({ code: 'east', name: 'East', zone: 'Europe/Berlin' })),
  ]
  const contract = await createContract(owner, contractCreate.parse({ code: 'half', name: 'Half time' }))
  const skills = { allOf: [{ skillId: skill.id, levelMin: 1 }], anyOf: [] }
  const type = { code: 'x', name: 'X', startTime: '08:00', durationMinutes: 60, skills }
  await createShiftType(owner, shiftTypeCreate.parse(type))
  const { id } = await nurse({
    skills: [{ skillId: skill.id }],
    contracts: [{ contractId: contract.id, validFrom: '2027-01-01' }],
    siteIds: [site.id],
  })
  expect(await failureOf(deleteSkill(owner, skill.id))).toMatchObject({
    code: 'conflict',
    message: 'The skill "X-ray" is still used by 1 person and 1 shift type. Change or delete those first.',
  })
  expect(await failureOf(deleteContract(owner, contract.id))).toMatchObject({ code: 'conflict' })
  expect(await failureOf(deleteSite(owner, site.id))).toMatchObject({ code: 'conflict' })
  await deleteEmployee(owner, id)
  await deleteContract(owner, contract.id)
  await deleteSite(owner, site.id)
})

test('a number is free again after deletion, and a person with coming shifts stays', async () => {
  const { id, number } = await nurse()
  const key = () => ({ orgId: owner.orgId, id: uuidV7() })
  const [roster, shift] = [key(), key()]
  const span = { startsAt: new Date('2027-03-02T08:00:00Z'), endsAt: new Date('2027-03-02T16:00:00Z') }
  await withOrg(database.app, owner.orgId, async (tx) => {
    await tx.insert(rosters).values({ ...roster, name: 'March', start: '2027-03-01', days: 7, zone: 'Europe/Berlin' })
    const work = { name: 'Day', day: '2027-03-02', paidMinutes: 480, headsMin: 1, siteId: held.siteId }
    await tx.insert(shifts).values({ ...shift, ...work, ...span, rosterId: roster.id })
    await tx.insert(assignments).values({ ...key(), ...span, rosterId: roster.id, shiftId: shift.id, employeeId: id })
  })
  expect(await failureOf(deleteEmployee(owner, id))).toMatchObject({
    message: 'The employee "Ada Lovelace" is still used by 1 coming assignment. Change or delete those first.',
  })
  await withOrg(database.app, owner.orgId, (tx) => tx.delete(assignments))
  await deleteEmployee(owner, id)
  expect(await nurse({ number })).toMatchObject({ number })
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

test('nobody stands above themselves, not even over others', async () => {
  const [one, two] = [await nurse(), await nurse()]
  await updateEmployee(owner, { id: one.id, version: 1, change: { supervisorId: two.id } })
  const circle = await failureOf(updateEmployee(owner, { id: two.id, version: 1, change: { supervisorId: one.id } }))
  expect(asDomainError(circle)).toMatchObject({
    code: 'validation_failed',
    message: expect.stringContaining('supervisor'),
  })
  const own = await failureOf(updateEmployee(owner, { id: one.id, version: 2, change: { mentorId: one.id } }))
  expect(asDomainError(own)).toMatchObject({ code: 'validation_failed' })
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

test('an archived person is put aside and comes back, and so does a deleted one', async () => {
  const { id } = await nurse()
  expect(await failureOf(restoreEmployee(owner, { id, version: 1 }))).toMatchObject({ code: 'conflict' })
  expect(await archiveEmployee(owner, { id, version: 1 })).toMatchObject({ state: 'archived', version: 2 })
  expect(await failureOf(archiveEmployee(owner, { id, version: 1 }))).toMatchObject({ code: 'version_conflict' })
  expect(await failureOf(archiveEmployee(owner, { id, version: 2 }))).toMatchObject({ code: 'conflict' })
  expect(await restoreEmployee(owner, { id, version: 2 })).toMatchObject({ state: 'active', version: 3 })
  await deleteEmployee(owner, id)
  expect(await failureOf(getEmployee(owner, id))).toMatchObject({ code: 'not_found' })
  expect(await restoreEmployee(owner, { id, version: 4 })).toMatchObject({ state: 'active', version: 5 })
  const bound: Context = { ...owner, siteIds: [uuidV7()] }
  expect(await failureOf(restoreEmployee(bound, { id, version: 5 }))).toMatchObject({ code: 'not_found' })
  for (const act of [archiveEmployee, restoreEmployee]) {
    expect(await failureOf(act(members.viewer, { id, version: 5 }))).toMatchObject({ code: 'forbidden' })
    expect(await failureOf(act(members.stranger, { id, version: 5 }))).toMatchObject({ code: 'not_found' })
  }
})
