import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { assignments, rosters, shifts } from '../../../drizzle/schema/index.ts'
import { startTestDatabase, type TestDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import {
  contractCreate,
  employeeCreate,
  employeeUpdate,
  shiftTypeCreate,
  siteCreate,
  skillCreate,
} from '../../contract/workforce.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { createContract } from '../contracts/create-contract.ts'
import { deleteContract } from '../contracts/delete-contract.ts'
import { createShiftType } from '../shift-types/create-shift-type.ts'
import { createSite } from '../sites/create-site.ts'
import { deleteSite } from '../sites/delete-site.ts'
import { createSkill } from '../skills/create-skill.ts'
import { deleteSkill } from '../skills/delete-skill.ts'
import { failureOf, testMembers } from '../tests/test-context.ts'
import { createEmployee } from './create-employee.ts'
import { deleteEmployee } from './delete-employee.ts'
import { getEmployee } from './get-employee.ts'
import { listEmployees } from './list-employees.ts'
import { updateEmployee } from './update-employee.ts'

let database: TestDatabase
let members: Awaited<ReturnType<typeof testMembers>>
let owner: Context
let held: { skillId: string; contractId: string; siteId: string }
beforeAll(async () => {
  database = await startTestDatabase()
  members = await testMembers(database)
  owner = members.owner
  const skill = await createSkill(owner, skillCreate.parse({ code: 'icu', name: 'Intensive care' }))
  const contract = await createContract(owner, contractCreate.parse({ code: 'full', name: 'Full time' }))
  const site = await createSite(owner, siteCreate.parse({ code: 'main', name: 'Main', zone: 'Europe/Berlin' }))
  held = { skillId: skill.id, contractId: contract.id, siteId: site.id }
}, 60_000)
afterAll(() => database.stop(), 30_000)

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

test('search finds every word in name, number or e-mail, and takes signs as they are', async () => {
  await nurse({ name: 'Grace Hopper', number: 'N_1%' })
  const search = async (text: string) =>
    (await listEmployees(owner, { limit: 500, search: text })).items.map(({ number }) => number)
  expect(await search('hopper gra')).toEqual(['N_1%'])
  expect(await search('n_1%')).toEqual(['N_1%'])
  expect(await search('%')).toEqual(['N_1%'])
  expect(await search('ADA@MUSTER')).toEqual([])
  expect(await search('lovelace nobody')).toEqual([])
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
