// People as records: what they hold, what holds them, and how they are put aside and come back.
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { assignments, rosters, shifts } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { contractCreate, employeeUpdate, skillCreate } from '../../contract/people.ts'
import { shiftTypeCreate, siteCreate } from '../../contract/workforce.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { createContract } from '../contracts/create-contract.ts'
import { deleteContract } from '../contracts/delete-contract.ts'
import { createShiftType } from '../shift-types/create-shift-type.ts'
import { createSite } from '../sites/create-site.ts'
import { deleteSite } from '../sites/delete-site.ts'
import { createSkill } from '../skills/create-skill.ts'
import { deleteSkill } from '../skills/delete-skill.ts'
import { failureOf } from '../tests/test-context.ts'
import { archiveEmployee } from './archive-employee.ts'
import { deleteEmployee } from './delete-employee.ts'
import { getEmployee } from './get-employee.ts'
import { listEmployees } from './list-employees.ts'
import { restoreEmployee } from './restore-employee.ts'
import { nursesOfFile } from './tests/nurses-of-file.ts'
import { updateEmployee } from './update-employee.ts'

const database = testDatabase()
const { members, held, nurse } = nursesOfFile(database)
let owner: Context
beforeAll(() => {
  owner = members.owner
})

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
