import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { shifts } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { curveCreate, curveSchema, patternCreate, patternSchema } from '../../contract/demand.ts'
import { skillCreate } from '../../contract/people.ts'
import { holidayCreate } from '../../contract/places.ts'
import { rosterCreate } from '../../contract/rostering.ts'
import { demandCreate, shiftTypeCreate, siteCreate } from '../../contract/workforce.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { createHoliday } from '../holidays/create-holiday.ts'
import { createRecord } from '../records/create-record.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { getRecord } from '../records/get-record.ts'
import { listRecords } from '../records/list-records.ts'
import { updateRecord } from '../records/update-record.ts'
import { createRoster } from '../rosters/create-roster.ts'
import { createShiftType } from '../shift-types/create-shift-type.ts'
import { deleteShiftType } from '../shift-types/delete-shift-type.ts'
import { updateShiftType } from '../shift-types/update-shift-type.ts'
import { createSite } from '../sites/create-site.ts'
import { deleteSite } from '../sites/delete-site.ts'
import { createSkill } from '../skills/create-skill.ts'
import { deleteSkill } from '../skills/delete-skill.ts'
import { verbsOfKind } from '../tests/kind-verbs.ts'
import { testRecords, type World } from '../tests/record-guarantees.ts'
import { failureOf, failuresOf, testMembers } from '../tests/test-context.ts'
import { createDemand } from './create-demand.ts'
import { curveKind } from './curves.ts'
import { patternKind } from './patterns.ts'

const database = testDatabase()
let world: World
let owner: Context
let serial = 0
const site = async (ctx = owner) =>
  (await createSite(ctx, siteCreate.parse({ code: `s${++serial}`, name: 'Site', zone: 'Europe/Berlin' }))).id
const shiftType = async (more: object = {}) => {
  const base = { code: `t${++serial}`, name: 'Early', startTime: '06:00', durationMinutes: 480 }
  return createShiftType(owner, shiftTypeCreate.parse({ ...base, ...more }))
}
const day = Array.from({ length: 24 }, () => 1)
beforeAll(async () => {
  const members = await testMembers(database)
  owner = members.owner
  world = { database, members, ids: { employeeId: '', siteId: await site(), shiftTypeId: (await shiftType()).id } }
}, 60_000)

const pattern = (more: object = {}) => {
  const { siteId, shiftTypeId } = world.ids
  return patternCreate.parse({ siteId, shiftTypeId, weekdays: [1], validFrom: '2027-01-01', headsMin: 1, ...more })
}
const curve = (more: object = {}) =>
  curveCreate.parse({
    siteId: world.ids.siteId,
    name: `N${String(++serial).padStart(4, '0')}`,
    intervalMinutes: 60,
    heads: day,
    ...more,
  })
const dayOf = (at: number) => new Date(Date.UTC(2030, 0, 1 + at)).toISOString().slice(0, 10)

testRecords(
  {
    'demand patterns': verbsOfKind(patternKind, patternSchema, () => pattern(), { headsMax: 4 }),
    'demand curves': verbsOfKind(curveKind, curveSchema, () => curve({ day: dayOf(++serial) }), { name: 'Renamed' }),
  },
  () => world,
)

test('a curve is of a weekday or of a date, has heads for one day, and stands once for its skills', async () => {
  const refused = (more: object) => failureOf(createRecord(owner, curveKind, curve(more)))
  expect(await refused({})).toMatchObject({ code: 'validation_failed' })
  expect(await refused({ weekday: 1, day: '2027-03-01' })).toMatchObject({ code: 'validation_failed' })
  expect(await refused({ weekday: 1, intervalMinutes: 30 })).toMatchObject({
    message: expect.stringContaining('48 intervals'),
  })
  const { id } = await createRecord(owner, curveKind, curve({ weekday: 1 }))
  expect(asDomainError(await refused({ weekday: 1 }))).toMatchObject({ code: 'already_exists' })
  const change = { intervalMinutes: 15 as const }
  expect(await failureOf(updateRecord(owner, curveKind, { id, version: 1, change }))).toMatchObject({
    code: 'validation_failed',
  })
  await deleteRecord(owner, curveKind, id)
})

test('demand names what the organisation has, and heads rise', async () => {
  const foreign = await site(world.members.stranger)
  for (const more of [{ siteId: foreign }, { shiftTypeId: uuidV7() }, { skills: { allOf: [{ skillId: uuidV7() }] } }]) {
    expect(await failureOf(createRecord(owner, patternKind, pattern(more)))).toMatchObject({
      code: 'validation_failed',
    })
  }
  const unknown = curve({ weekday: 1, shiftTypeIds: [uuidV7()] })
  expect(await failureOf(createRecord(owner, curveKind, unknown))).toMatchObject({ code: 'validation_failed' })
  const falling = createRecord(owner, patternKind, pattern({ headsMin: 3, headsMax: 2 }))
  expect(asDomainError(await failureOf(falling))).toMatchObject({ code: 'validation_failed' })
})

test('who is bound to some sites finds and writes only their demand', async () => {
  const [mine, other] = [await site(), await site()]
  const theirs = await createRecord(owner, patternKind, pattern({ siteId: other }))
  const bound: Context = { ...owner, siteIds: [mine] }
  const own = await createRecord(bound, patternKind, pattern({ siteId: mine }))
  expect((await listRecords(bound, patternKind, { limit: 500 })).items.map(({ id }) => id)).toEqual([own.id])
  for (const failure of await failuresOf([
    getRecord(bound, patternKind, theirs.id),
    updateRecord(bound, patternKind, { id: theirs.id, version: 1, change: { headsMin: 2 } }),
    updateRecord(bound, patternKind, { id: own.id, version: 1, change: { siteId: other } }),
    deleteRecord(bound, patternKind, theirs.id),
    createRecord(bound, patternKind, pattern({ siteId: other })),
  ])) {
    expect(failure).toMatchObject({ code: 'not_found' })
  }
})

test('what demand names cannot be deleted', async () => {
  const siteId = await site()
  const type = await shiftType()
  const skill = await createSkill(owner, skillCreate.parse({ code: `k${++serial}`, name: 'Vet' }))
  const skills = { allOf: [{ skillId: skill.id }] }
  const line = await createRecord(owner, patternKind, pattern({ siteId, shiftTypeId: type.id, skills }))
  const shape = await createRecord(owner, curveKind, curve({ siteId, weekday: 2, skills, shiftTypeIds: [type.id] }))
  const acts = [deleteSite(owner, siteId), deleteShiftType(owner, type.id), deleteSkill(owner, skill.id)]
  for (const failure of await failuresOf(acts)) {
    expect(failure).toMatchObject({
      message: expect.stringContaining('1 demand pattern and 1 demand curve'),
    })
  }
  await deleteRecord(owner, patternKind, line.id)
  await deleteRecord(owner, curveKind, shape.id)
  await deleteSite(owner, siteId)
})

test('a new roster opens the shifts of patterns, dated lines and curves', async () => {
  const siteId = await site()
  const type = await shiftType({ breaks: [{ afterMinutes: 240, minutes: 30 }], premiumPercent: 20 })
  expect(type).toMatchObject({ breakMinutes: 30, premiumPercent: 20, breaks: [{ isPaid: false }] })
  // 22 March 2027 is a Monday, the 26th a holiday.
  await createHoliday(owner, holidayCreate.parse({ day: '2027-03-26', name: 'Good Friday' }))
  const weekdays = [1, 2, 3, 4, 5]
  await createRecord(
    owner,
    patternKind,
    pattern({ siteId, shiftTypeId: type.id, weekdays, headsMin: 2, onHolidays: false }),
  )
  const dated = (onDay: string, headsMin: number) =>
    createDemand(owner, demandCreate.parse({ siteId, shiftTypeId: type.id, day: onDay, headsMin }))
  await dated('2027-03-23', 5)
  await dated('2027-03-24', 0)
  const saturday = Array.from({ length: 24 }, (_, hour) => (hour >= 6 && hour < 10 ? 3 : 0))
  await createRecord(owner, curveKind, curve({ siteId, weekday: 6, heads: saturday, shiftTypeIds: [type.id] }))
  const input = rosterCreate.parse({ name: 'Week', start: '2027-03-22', days: 7, siteIds: [siteId] })
  const { id } = await createRoster({ ...owner, live: { publish: async () => {} } }, input)
  const opened = await withOrg(world.database.app, owner.orgId, (tx) => tx.select().from(shifts))
  const ofRoster = opened
    .filter(({ rosterId }) => rosterId === id)
    .map((one) => [one.day, one.headsMin, one.paidMinutes])
  expect(ofRoster.sort()).toEqual([
    ['2027-03-22', 2, 450],
    ['2027-03-23', 5, 450],
    ['2027-03-25', 2, 450],
    ['2027-03-27', 3, 450],
  ])
})

test('breaks and their sum stay together when a shift type changes', async () => {
  const { id } = await shiftType({ breaks: [{ afterMinutes: 240, minutes: 30 }] })
  const change = (version: number, what: object) => updateShiftType(owner, { id, version, change: what })
  expect(await change(1, { name: 'Renamed' })).toMatchObject({ breakMinutes: 30 })
  expect(await failureOf(change(2, { breakMinutes: 45 }))).toMatchObject({ code: 'validation_failed' })
  expect(await failureOf(change(2, { durationMinutes: 240 }))).toMatchObject({ code: 'validation_failed' })
  const breaks = [
    { afterMinutes: 120, minutes: 15, isPaid: true },
    { afterMinutes: 240, minutes: 45, isPaid: false },
  ]
  expect(await change(2, { breaks })).toMatchObject({ breakMinutes: 45, breaks })
  expect(await change(3, { breaks: [], breakMinutes: 20 })).toMatchObject({ breakMinutes: 20, breaks: [] })
})
