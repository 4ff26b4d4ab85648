import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import type { Context } from '../../context.ts'
import { certificationCreate, certificationRenew, certificationSchema } from '../../contract/certifications.ts'
import { employeeCreate, skillCreate } from '../../contract/people.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { createEmployee } from '../employees/create-employee.ts'
import { linkLogin } from '../employees/link-login.ts'
import { createSkill } from '../skills/create-skill.ts'
import { testRecords, type World } from '../tests/record-guarantees.ts'
import { failureOf, failuresOf, testMembers } from '../tests/test-context.ts'
import { createCertification } from './create-certification.ts'
import { deleteCertification } from './delete-certification.ts'
import { getCertification } from './get-certification.ts'
import { listCertifications } from './list-certifications.ts'
import { listExpiring } from './list-expiring.ts'
import { renewCertification } from './renew-certification.ts'
import { revokeCertification } from './revoke-certification.ts'
import { stateOn } from './state-on.ts'
import { updateCertification } from './update-certification.ts'

const database = testDatabase()
let world: World
let owner: Context
let skillId: string
let serial = 0
const person = async () =>
  (await createEmployee(owner, employeeCreate.parse({ number: `E${++serial}`, name: 'Ada' }))).id
beforeAll(async () => {
  const members = await testMembers(database)
  owner = members.owner
  skillId = (await createSkill(owner, skillCreate.parse({ code: 'xray', name: 'X-ray', needsCertification: true }))).id
  world = { database, members, ids: { employeeId: await person(), siteId: '', shiftTypeId: '' } }
}, 60_000)

const add = async (more: object = {}, ctx = owner) =>
  createCertification(
    ctx,
    certificationCreate.parse({ employeeId: world.ids.employeeId, skillId, validFrom: '2027-01-01', ...more }),
  )

testRecords(
  {
    certifications: {
      create: (ctx) => add({ number: `N${++serial}`, issuer: 'Chamber' }, ctx),
      get: getCertification,
      list: listCertifications,
      update: (ctx, id, version) => updateCertification(ctx, { id, version, change: { note: 'Seen' } }),
      remove: deleteCertification,
      changed: { note: 'Seen' },
      schema: certificationSchema,
      // An employee sees their own only, which the test below holds.
      mayEmployeesList: true,
    },
  },
  () => world,
)

test('what was in force is expired after its last day, and only that', () => {
  const last = { expiresOn: '2027-03-01' }
  expect(stateOn({ state: 'active', ...last }, '2027-03-01')).toBe('active')
  expect(stateOn({ state: 'active', ...last }, '2027-03-02')).toBe('expired')
  expect(stateOn({ state: 'renewal-pending', ...last }, '2027-03-02')).toBe('expired')
  expect(stateOn({ state: 'pending', ...last }, '2027-03-02')).toBe('pending')
  expect(stateOn({ state: 'revoked', ...last }, '2027-03-02')).toBe('revoked')
  expect(stateOn({ state: 'active', expiresOn: null }, '2099-01-01')).toBe('active')
})

test('a renewal is a second paper; while it is pending the first one waits and counts', async () => {
  const first = await add({ number: 'A1', issuer: 'Chamber', expiresOn: '2027-03-20' })
  const paper = certificationRenew.parse({ number: 'A2', validFrom: '2027-03-21', state: 'pending' })
  const next = await renewCertification(owner, { id: first.id, version: 1, paper })
  expect(next).toMatchObject({ renewsId: first.id, state: 'pending', issuer: 'Chamber', skillId })
  expect(await getCertification(owner, first.id)).toMatchObject({ state: 'renewal-pending', version: 2 })
  expect(await failureOf(renewCertification(owner, { id: first.id, version: 1, paper }))).toMatchObject({
    code: 'version_conflict',
  })
  const again = { ...paper, number: 'A2' }
  expect(
    asDomainError(await failureOf(renewCertification(owner, { id: first.id, version: 2, paper: again }))),
  ).toMatchObject({
    code: 'already_exists',
  })
  expect(await failureOf(deleteCertification(owner, first.id))).toMatchObject({
    message: expect.stringContaining('1 renewal'),
  })
})

test('what is revoked stays revoked', async () => {
  const { id } = await add()
  expect(await revokeCertification(owner, { id, version: 1, note: 'Forged' })).toMatchObject({
    state: 'revoked',
    note: 'Forged',
    version: 2,
  })
  const paper = certificationRenew.parse({ validFrom: '2027-03-21' })
  for (const failure of await failuresOf([
    revokeCertification(owner, { id, version: 2, note: 'Again' }),
    renewCertification(owner, { id, version: 2, paper }),
    updateCertification(owner, { id, version: 2, change: { state: 'active' } }),
  ])) {
    expect(failure).toMatchObject({ code: 'conflict' })
  }
})

test('renewing and revoking are refused to viewers, and to strangers like something missing', async () => {
  const { id } = await add()
  const paper = certificationRenew.parse({ validFrom: '2027-03-21' })
  const { viewer, stranger } = world.members
  for (const [ctx, code] of [
    [viewer, 'forbidden'],
    [stranger, 'not_found'],
  ] as const) {
    expect(await failureOf(renewCertification(ctx, { id, version: 1, paper }))).toMatchObject({ code })
    expect(await failureOf(revokeCertification(ctx, { id, version: 1, note: 'X' }))).toMatchObject({ code })
  }
})

test('what ends soon is listed soonest first, without what is over, renewed, revoked or of somebody who left', async () => {
  const employeeId = await person()
  const until = (expiresOn: string, more: object = {}) => add({ employeeId, expiresOn, ...more })
  // Today is 1 March 2027.
  const today = await until('2027-03-01')
  const week = await until('2027-03-08')
  const month = await until('2027-03-31')
  await until('2027-02-28')
  await until('2027-03-09', { state: 'pending' })
  const revoked = await until('2027-03-10')
  await revokeCertification(owner, { id: revoked.id, version: 1, note: 'X' })
  const renewed = await until('2027-03-11')
  const waiting = await until('2027-03-12')
  const paper = (state: 'active' | 'pending') => certificationRenew.parse({ validFrom: '2027-03-11', state })
  await renewCertification(owner, { id: renewed.id, version: 1, paper: paper('active') })
  await renewCertification(owner, { id: waiting.id, version: 1, paper: paper('pending') })
  const within = async (days: number) =>
    (await listExpiring(owner, { limit: 500, days })).items.filter((one) => one.employeeId === employeeId)
  expect((await within(7)).map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
    [today.id, 0],
    [week.id, 7],
  ])
  expect((await within(30)).map(({ id }) => id)).toEqual([today.id, week.id, waiting.id, month.id])
  expect((await within(30))[2]).toMatchObject({ state: 'renewal-pending', employeeName: 'Ada', skillName: 'X-ray' })
  const first = await listExpiring(owner, { limit: 1, days: 30 })
  const second = await listExpiring(owner, { limit: 1, days: 30, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([today.id, week.id])
  expect((await listExpiring(world.members.stranger, { limit: 500, days: 3660 })).items).toEqual([])
  expect(await failureOf(listExpiring(world.members.employee, { limit: 5, days: 7 }))).toMatchObject({
    code: 'forbidden',
  })
})

test("an employee sees their own certifications and nobody else's", async () => {
  const employeeId = await person()
  const { employee } = world.members
  const mine = await add({ employeeId })
  await add()
  expect((await listCertifications(employee, { limit: 500 })).items).toEqual([])
  await linkLogin(owner, { id: employeeId, version: 1, userId: employee.user.id })
  expect((await listCertifications(employee, { limit: 500 })).items.map(({ id }) => id)).toEqual([mine.id])
})
