import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import {
  departmentCreate,
  departmentSchema,
  namedCreate,
  namedSchema,
  teamCreate,
  teamSchema,
} from '../../contract/structure.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { createRecord } from '../records/create-record.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { updateRecord } from '../records/update-record.ts'
import { verbsOfKind } from '../tests/kind-verbs.ts'
import { testRecords, type World } from '../tests/record-guarantees.ts'
import { failureOf, testMembers } from '../tests/test-context.ts'
import { channelKind } from './channels.ts'
import { departmentKind } from './departments.ts'
import { jobRoleKind } from './job-roles.ts'
import { teamKind } from './teams.ts'

const database = testDatabase()
let world: World
beforeAll(async () => {
  const members = await testMembers(database)
  world = { database, members, ids: { employeeId: '', siteId: '', shiftTypeId: '' } }
}, 60_000)

let serial = 0
const coded = () => ({ code: `c${++serial}`, name: `N${String(serial).padStart(4, '0')}` })
const renamed = { name: 'Renamed' }

testRecords(
  {
    departments: verbsOfKind(departmentKind, departmentSchema, () => departmentCreate.parse(coded()), renamed),
    teams: verbsOfKind(teamKind, teamSchema, () => teamCreate.parse(coded()), renamed),
    'job roles': verbsOfKind(jobRoleKind, namedSchema, () => namedCreate.parse(coded()), renamed),
    channels: verbsOfKind(channelKind, namedSchema, () => namedCreate.parse(coded()), renamed),
  },
  () => world,
)

const department = (parentId: string | null = null) =>
  createRecord(world.members.owner, departmentKind, departmentCreate.parse({ ...coded(), parentId }))

test('departments form a tree, and a circle is refused in words', async () => {
  const { owner } = world.members
  const top = await department()
  const below = await department(top.id)
  const change = { parentId: below.id }
  const circle = await failureOf(updateRecord(owner, departmentKind, { id: top.id, version: 1, change }))
  expect(asDomainError(circle)).toMatchObject({
    code: 'validation_failed',
    message: expect.stringContaining('below itself'),
  })
  const ownParent = { id: below.id, version: 1, change: { parentId: below.id } }
  expect(asDomainError(await failureOf(updateRecord(owner, departmentKind, ownParent)))).toMatchObject({
    code: 'validation_failed',
  })
})

test('a department with something below it stays, and says what', async () => {
  const { owner } = world.members
  const top = await department()
  const below = await department(top.id)
  const team = await createRecord(owner, teamKind, teamCreate.parse({ ...coded(), departmentId: below.id }))
  expect(await failureOf(deleteRecord(owner, departmentKind, top.id))).toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('still used by 1 department'),
  })
  await deleteRecord(owner, teamKind, team.id)
  await deleteRecord(owner, departmentKind, below.id)
  await deleteRecord(owner, departmentKind, top.id)
})

test("another organisation's department cannot be named, nor one out of use", async () => {
  const { owner, stranger } = world.members
  const foreign = await createRecord(stranger, departmentKind, departmentCreate.parse(coded()))
  const retired = await department()
  await deleteRecord(owner, departmentKind, retired.id)
  for (const departmentId of [foreign.id, retired.id]) {
    const input = teamCreate.parse({ ...coded(), departmentId })
    expect(await failureOf(createRecord(owner, teamKind, input))).toMatchObject({
      code: 'validation_failed',
      message: `There is no department "${departmentId}" in this organisation. Choose one from /departments.`,
    })
  }
})
