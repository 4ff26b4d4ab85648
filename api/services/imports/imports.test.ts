// Files become records, and the same files again change nothing.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { departmentCreate, namedCreate, teamCreate } from '../../contract/structure.ts'
import { importKinds } from '../../contract/workforce.ts'
import { listAvailability } from '../availability/list-availability.ts'
import { listContracts } from '../contracts/list-contracts.ts'
import { listDemand } from '../demand/list-demand.ts'
import { listEmployees } from '../employees/list-employees.ts'
import { createRecord } from '../records/create-record.ts'
import { listShiftTypes } from '../shift-types/list-shift-types.ts'
import { listSites } from '../sites/list-sites.ts'
import { listSkills } from '../skills/list-skills.ts'
import { departmentKind } from '../structure/departments.ts'
import { jobRoleKind } from '../structure/job-roles.ts'
import { teamKind } from '../structure/teams.ts'
import { newOwner } from '../tests/test-context.ts'
import { listTimeOff } from '../time-off/list-time-off.ts'
import { commitImport } from './commit-import.ts'
import { previewImport } from './preview-import.ts'
import { all, files, request } from './tests/import-files.ts'

const database = testDatabase()

test('a preview counts what would be created, shows samples and writes nothing', async () => {
  const owner = await newOwner(database)
  const preview = await previewImport(owner, request(files))
  expect(preview.errors).toEqual([])
  expect(Object.fromEntries(preview.files.map(({ kind, creates }) => [kind, creates]))).toEqual({
    skills: 2,
    contracts: 2,
    sites: 1,
    'shift-types': 1,
    people: 2,
    'time-off': 1,
    wishes: 3,
    demand: 2,
  })
  expect(preview.files[0]?.sample[0]).toEqual({ code: 'icu', name: 'Intensive care' })
  expect((await listSkills(owner, all)).items).toEqual([])
})

test('files refer to each other by code in any order and arrive as records', async () => {
  const owner = await newOwner(database)
  await commitImport(owner, request(files))
  const [icu, xray] = (await listSkills(owner, all)).items
  const [full, half] = (await listContracts(owner, all)).items
  const [site] = (await listSites(owner, all)).items
  const [night] = (await listShiftTypes(owner, all)).items
  expect(full?.rules).toEqual([
    { rule: 'contract-minutes', params: { period: 'week', minutes: 2400 } },
    { rule: 'min-rest', params: { minutes: 660 } },
  ])
  expect(night).toMatchObject({
    startTime: '22:00',
    durationMinutes: 480,
    breakMinutes: 30,
    tags: ['night', 'late'],
    skills: { allOf: [{ skillId: icu?.id, levelMin: 1 }], anyOf: [{ skillId: xray?.id, levelMin: 1 }] },
  })
  const [ada, bo] = (await listEmployees(owner, all)).items
  expect(ada).toMatchObject({
    number: '1',
    email: 'ada@muster.example',
    skills: [
      { code: 'icu', level: 3, validFrom: null, validUntil: null },
      { code: 'xray', level: 1, validFrom: '2024-01-01', validUntil: '2027-03-10' },
    ],
    contracts: [
      { contractId: full?.id, validFrom: '2027-01-01', validUntil: null, sharePercent: 100, rateMinor: 2350 },
    ],
    siteIds: [site?.id],
  })
  expect(bo?.contracts).toMatchObject([{ contractId: half?.id, sharePercent: 50, rateMinor: null }])
  expect((await listDemand(owner, all)).items).toMatchObject([
    { day: '2027-03-27', headsMin: 1, headsTarget: null, skills: { allOf: [{ skillId: icu?.id, levelMin: 2 }] } },
    { day: '2027-03-28', siteId: site?.id, shiftTypeId: night?.id },
  ])
})

test("local days become instants in the organisation's zone, also on the day the clock changes", async () => {
  const owner = await newOwner(database)
  await commitImport(owner, request(files))
  const [absence] = (await listTimeOff(owner, all)).items
  expect(absence).toMatchObject({ start: '2027-03-27T23:00:00.000Z', end: '2027-03-28T22:00:00.000Z' })
  const spans = (await listAvailability(owner, all)).items.map(({ kind, start, end }) => [kind, start, end])
  expect(spans).toEqual([
    // 02:00 does not exist on that night: the clock shows 03:00 instead.
    ['unavailable', '2027-03-27T21:00:00.000Z', '2027-03-28T01:00:00.000Z'],
    ['request-off', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['unavailable', '2027-03-28T20:00:00.000Z', '2027-03-29T00:00:00.000Z'],
  ])
})

test('people come with department, team, job role, telephone and designation, by the codes of the organisation', async () => {
  const owner = await newOwner(database)
  const place = { code: 'icu', name: 'Intensive care' }
  const department = await createRecord(owner, departmentKind, departmentCreate.parse(place))
  const team = await createRecord(owner, teamKind, teamCreate.parse({ code: 'a', name: 'Team A' }))
  const jobRole = await createRecord(owner, jobRoleKind, namedCreate.parse({ code: 'nurse', name: 'Nurse' }))
  const people = 'number,name,phone,designation,department,team,job_role\n1,Ada,+49 30 1234,Head nurse,icu,a,nurse\n'
  await commitImport(owner, request({ people }))
  const [ada] = (await listEmployees(owner, all)).items
  expect(ada).toMatchObject({
    workPhone: '+49 30 1234',
    designation: 'Head nurse',
    departmentId: department.id,
    teamId: team.id,
    jobRoleId: jobRole.id,
  })
  expect((await previewImport(owner, request({ people }))).files).toMatchObject([{ unchanged: 1 }])
  const wrong = 'number,name,phone,department\n2,Bo,call me,xray\n'
  expect((await previewImport(owner, request({ people: wrong }))).errors).toMatchObject([
    { column: 'phone', value: 'call me' },
  ])
  const unknown = 'number,name,department\n2,Bo,xray\n'
  expect((await previewImport(owner, request({ people: unknown }))).errors).toMatchObject([
    {
      column: 'department',
      reason: 'There is no department "xray" in the organisation. Add it there first or correct it here.',
    },
  ])
})

test('the same files again change nothing', async () => {
  const owner = await newOwner(database)
  await commitImport(owner, request(files))
  const again = await commitImport(owner, request(files))
  expect(again.files.map(({ kind, creates, updates, unchanged }) => [kind, creates, updates, unchanged])).toEqual([
    ['skills', 0, 0, 2],
    ['contracts', 0, 0, 2],
    ['sites', 0, 0, 1],
    ['shift-types', 0, 0, 1],
    ['people', 0, 0, 2],
    ['time-off', 0, 0, 1],
    ['wishes', 0, 0, 3],
    ['demand', 0, 0, 2],
  ])
})

test('five thousand lines are imported at once, with their skills and contracts', async () => {
  const owner = await newOwner(database)
  const lines = Array.from({ length: 5000 }, (_, at) => `${at},Person ${at},p${at}@muster.example,full,icu:2|xray,main`)
  const people = `number,name,email,contract,skills,sites\n${lines.join('\n')}\n`
  await commitImport(owner, request({ ...files, people, wishes: 'person,kind,from\n', 'time-off': 'person,from\n' }))
  const found = await listEmployees(owner, { limit: 5, search: 'p4999' })
  expect(found.items).toMatchObject([{ number: '4999', skills: [{ code: 'icu' }, { code: 'xray' }] }])
  const again = await previewImport(owner, request({ people }))
  expect(again.files).toMatchObject([{ creates: 0, updates: 0, unchanged: 5000 }])
}, 60_000)

test.each(['hospital', 'security'])('the example %s can be imported, and again without change', async (name) => {
  const owner = await newOwner(database)
  const folder = new URL(`../../../examples/${name}/`, import.meta.url)
  const contents = Object.fromEntries(
    importKinds.map((kind) => [kind, readFileSync(new URL(`${kind}.csv`, folder), 'utf8')]),
  )
  const preview = await commitImport(owner, request(contents))
  expect(preview.files.every(({ creates, rows }) => creates >= rows && rows > 0)).toBe(true)
  const again = await previewImport(owner, request(contents))
  expect(again.files.filter(({ creates, updates }) => creates + updates > 0)).toEqual([])
})
