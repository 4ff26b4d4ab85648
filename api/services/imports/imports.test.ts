import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { readContractsCsv } from '../../../solver/formats/csv/contracts.ts'
import type { Context } from '../../context.ts'
import { contractCreate, employeeCreate } from '../../contract/people.ts'
import { departmentCreate, namedCreate, teamCreate } from '../../contract/structure.ts'
import { importKinds, shiftTypeCreate } from '../../contract/workforce.ts'
import { Forbidden } from '../../errors.ts'
import { listAvailability } from '../availability/list-availability.ts'
import { createContract } from '../contracts/create-contract.ts'
import { listContracts } from '../contracts/list-contracts.ts'
import { listDemand } from '../demand/list-demand.ts'
import { createEmployee } from '../employees/create-employee.ts'
import { listEmployees } from '../employees/list-employees.ts'
import { updateEmployee } from '../employees/update-employee.ts'
import { createRecord } from '../records/create-record.ts'
import { createShiftType } from '../shift-types/create-shift-type.ts'
import { getShiftType } from '../shift-types/get-shift-type.ts'
import { listShiftTypes } from '../shift-types/list-shift-types.ts'
import { listSites } from '../sites/list-sites.ts'
import { listSkills } from '../skills/list-skills.ts'
import { departmentKind } from '../structure/departments.ts'
import { jobRoleKind } from '../structure/job-roles.ts'
import { teamKind } from '../structure/teams.ts'
import { failureOf, inRole, testContext, testMembers } from '../tests/test-context.ts'
import { listTimeOff } from '../time-off/list-time-off.ts'
import { commitImport } from './commit-import.ts'
import type { ImportRequest } from './internal.ts'
import { rulesOfContractFile } from './plan-codes.ts'
import { previewImport } from './preview-import.ts'

const database = testDatabase()

const all = { limit: 500 }
const newOwner = async (): Promise<Context> => testContext(database, await database.newOrg())
const request = (files: Partial<Record<ImportRequest['files'][number]['kind'], string>>): ImportRequest => ({
  files: Object.entries(files).map(([kind, content]) => ({
    kind: kind as ImportRequest['files'][number]['kind'],
    content,
  })),
})

/** A small organisation; the files come in an order in which each refers to later ones. */
const files = {
  demand: 'site,shift_type,day,until,heads,skills\nmain,night,2027-03-27,2027-03-28,1,icu:2\n',
  wishes:
    'person,kind,from,until,start,end,shift_type\n1,request-off,2027-03-28,,,,night\n2,unavailable,2027-03-27,2027-03-28,22:00,02:00,\n',
  'time-off': 'person,from,until,state\n2,2027-03-28,2027-03-28,approved\n',
  people:
    'number,name,email,hired_on,contract,contract_from,share_percent,rate_per_hour,skills,sites\n1,Ada,ada@muster.example,2020-01-01,full,2027-01-01,,23.50,icu:3|xray@2024-01-01..2027-03-10,main\n2,Bo,,,half,,50,,,\n',
  'shift-types':
    'code,name,start,end,break_minutes,tags,skills,any_skills\nnight,Night,22:00,06:00,30,night|late,icu,xray\n',
  sites: 'code,name,zone\nmain,Main,Europe/Berlin\n',
  contracts: 'code,name,hours_per_week,min_rest_hours\nfull,Full time,40,11\nhalf,Half time,20,\n',
  skills: 'code,name\nicu,Intensive care\nxray,X-ray\n',
}

test('a preview counts what would be created, shows samples and writes nothing', async () => {
  const owner = await newOwner()
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
  const owner = await newOwner()
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
  const owner = await newOwner()
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

test('the same files again change nothing', async () => {
  const owner = await newOwner()
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

test('a known code or number is changed and its version rises; empty cells leave what is stored', async () => {
  const owner = await newOwner()
  await commitImport(owner, request(files))
  const change = {
    people: 'number,name,skills\n1,Ada Lovelace,\n2,Bo,icu\n',
    demand: files.demand.replace(',1,icu', ',2,icu'),
  }
  const result = await commitImport(owner, request(change))
  expect(result.files).toMatchObject([
    { kind: 'people', creates: 0, updates: 2 },
    { kind: 'demand', creates: 0, updates: 2 },
  ])
  const [ada, bo] = (await listEmployees(owner, all)).items
  expect(ada).toMatchObject({ name: 'Ada Lovelace', version: 2, email: 'ada@muster.example', hiredOn: '2020-01-01' })
  expect(ada?.skills).toHaveLength(2)
  expect(ada?.contracts).toHaveLength(1)
  expect(bo?.skills.map(({ code }) => code)).toEqual(['icu'])
  expect((await listDemand(owner, all)).items[0]).toMatchObject({ headsMin: 2, version: 2 })
})

test('a new contract ends the earlier one the day before and keeps it', async () => {
  const owner = await newOwner()
  await commitImport(owner, request(files))
  await commitImport(
    owner,
    request({ people: 'number,name,contract,contract_from,share_percent\n1,Ada,half,2027-04-01,60\n' }),
  )
  const [ada] = (await listEmployees(owner, all)).items
  expect(ada?.contracts).toMatchObject([
    { code: 'full', validFrom: '2027-01-01', validUntil: '2027-03-31', sharePercent: 100 },
    { code: 'half', validFrom: '2027-04-01', validUntil: null, sharePercent: 60 },
  ])
})

test('rules that the contract file has no column for stay, and it knows all its columns', async () => {
  const owner = await newOwner()
  const runs = { rule: 'min-consecutive-days', params: { days: 2 } }
  const rules = [runs, { rule: 'max-weekends', params: { weekends: 2 } }]
  await createContract(owner, contractCreate.parse({ code: 'full', name: 'Full', rules }))
  await commitImport(owner, request({ contracts: files.contracts }))
  const [full] = (await listContracts(owner, all)).items
  expect(full?.rules.map(({ rule }) => rule)).toEqual(['min-consecutive-days', 'contract-minutes', 'min-rest'])
  const columns =
    'hours_per_week,max_hours_per_week,min_rest_hours,max_shifts_per_day,max_days_in_a_row,min_days_off_in_a_row,max_nights_in_a_row,max_weekends'
  const { rows } = readContractsCsv(`code,name,${columns}\nx,X,1,1,1,1,1,1,1,1\n`)
  expect(rows[0]?.rules.map(({ rule }) => rule).sort()).toEqual([...rulesOfContractFile].sort())
})

test('every bad line is listed with its column, value and way out, and nothing is written', async () => {
  const owner = await newOwner()
  const bad = {
    skills: 'code,name\nicu,Intensive care\nicu,Again\n',
    people: 'number,name,hired_on,contract,skills,sites\n1,Ada,2027-13-01,,,\n2,Bo,,gone,icu|nowhere,away\n',
    demand: 'site,shift_type,day,heads\nmain,night,2027-03-27,1\n',
  }
  const { errors } = await previewImport(owner, request(bad))
  expect(errors.map(({ kind, line, column, value }) => [kind, line, column, value])).toEqual([
    ['skills', 3, 'code', 'icu'],
    ['people', 2, 'hired_on', '2027-13-01'],
    ['people', 3, 'skills', 'nowhere'],
    ['people', 3, 'contract', 'gone'],
    ['people', 3, 'sites', 'away'],
    ['demand', 2, 'site', 'main'],
    ['demand', 2, 'shift_type', 'night'],
  ])
  expect(errors[2]?.reason).toBe(
    'There is no skill "nowhere", neither in these files nor in the organisation. Add it to skills.csv or correct it here.',
  )
  const refusal = await failureOf(commitImport(owner, request(bad)))
  expect(refusal).toMatchObject({ code: 'import_invalid', status: 422, details: { errors } })
  expect((await listSkills(owner, all)).items).toEqual([])
})

test('people who share an e-mail are refused, and an e-mail may pass from one to another', async () => {
  const owner = await newOwner()
  const emails = (one: string, two: string) => `number,name,email\n1,Ada,${one}\n2,Bo,${two}\n`
  const { errors } = await previewImport(owner, request({ people: emails('a@x.example', 'A@x.example') }))
  expect(errors).toMatchObject([{ line: 3, column: 'email', value: 'A@x.example' }])
  await commitImport(owner, request({ people: emails('a@x.example', 'b@x.example') }))
  await commitImport(owner, request({ people: emails('b@x.example', 'a@x.example') }))
  expect((await listEmployees(owner, all)).items.map(({ email }) => email)).toEqual(['b@x.example', 'a@x.example'])
  const taken = await previewImport(owner, request({ people: 'number,name,email\n3,Cy,b@x.example\n' }))
  expect(taken.errors).toHaveLength(1)
})

test('a skill held twice at once and two files of one kind are refused', async () => {
  const owner = await newOwner()
  const people =
    'number,name,skills\n1,Ada,icu@..2027-01-01|icu:2@2027-01-01..\n2,Bo,icu@..2026-12-31|icu:2@2027-01-01..\n'
  const { errors } = await previewImport(owner, request({ skills: files.skills, people }))
  expect(errors).toMatchObject([{ kind: 'people', line: 2, column: 'skills', value: 'icu' }])
  const twice = {
    files: [
      { kind: 'skills' as const, content: files.skills },
      { kind: 'skills' as const, content: '' },
    ],
  }
  expect((await previewImport(owner, twice)).errors).toMatchObject([{ kind: 'skills', line: 1 }])
})

test('five thousand lines are imported at once, with their skills and contracts', async () => {
  const owner = await newOwner()
  const lines = Array.from({ length: 5000 }, (_, at) => `${at},Person ${at},p${at}@muster.example,full,icu:2|xray,main`)
  const people = `number,name,email,contract,skills,sites\n${lines.join('\n')}\n`
  await commitImport(owner, request({ ...files, people, wishes: 'person,kind,from\n', 'time-off': 'person,from\n' }))
  const found = await listEmployees(owner, { limit: 5, search: 'p4999' })
  expect(found.items).toMatchObject([{ number: '4999', skills: [{ code: 'icu' }, { code: 'xray' }] }])
  const again = await previewImport(owner, request({ people }))
  expect(again.files).toMatchObject([{ creates: 0, updates: 0, unchanged: 5000 }])
}, 60_000)

test.each(['hospital', 'security'])('the example %s can be imported, and again without change', async (name) => {
  const owner = await newOwner()
  const folder = new URL(`../../../examples/${name}/`, import.meta.url)
  const contents = Object.fromEntries(
    importKinds.map((kind) => [kind, readFileSync(new URL(`${kind}.csv`, folder), 'utf8')]),
  )
  const preview = await commitImport(owner, request(contents))
  expect(preview.files.every(({ creates, rows }) => creates >= rows && rows > 0)).toBe(true)
  const again = await previewImport(owner, request(contents))
  expect(again.files.filter(({ creates, updates }) => creates + updates > 0)).toEqual([])
})

test("another tenant's codes are unknown, and a viewer may not import or preview", async () => {
  const { owner, stranger, viewer } = await testMembers(database)
  await commitImport(owner, request(files))
  const { errors } = await previewImport(stranger, request({ demand: files.demand }))
  expect(errors.map(({ column }) => column)).toEqual(['site', 'shift_type', 'skills'])
  for (const act of [previewImport, commitImport]) {
    expect(await failureOf(act(viewer, request(files)))).toBeInstanceOf(Forbidden)
  }
})

test('a person entered by hand is known to the files by number', async () => {
  const owner = await newOwner()
  const person = await createEmployee(owner, employeeCreate.parse({ number: '1', name: 'Ada' }))
  await updateEmployee(owner, { id: person.id, version: 1, change: { name: 'Ada L' } })
  await commitImport(owner, request({ people: 'number,name\n1,Ada Lovelace\n' }))
  expect((await listEmployees(owner, all)).items).toMatchObject([{ id: person.id, name: 'Ada Lovelace', version: 3 }])
})

test('people come with department, team, job role, telephone and designation, by the codes of the organisation', async () => {
  const owner = await newOwner()
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

test('a rate of pay is imported by those who may set pay, and a known one may stay in the file', async () => {
  const owner = await newOwner()
  const people = 'number,name,contract,contract_from,rate_per_hour\n1,Ada,full,2027-01-01,23.50\n'
  await commitImport(owner, request({ contracts: files.contracts, people }))
  const manager: Context = { ...owner, ...inRole('manager') }
  expect((await previewImport(manager, request({ people }))).errors).toEqual([])
  const raised = people.replace('23.50', '99.00')
  expect((await previewImport(manager, request({ people: raised }))).errors).toMatchObject([
    { kind: 'people', line: 2, column: 'rate_per_hour', value: '99' },
  ])
  expect((await previewImport(owner, request({ people: raised }))).errors).toEqual([])
})

test('a shift type keeps the pieces of its break while the file says the same sum', async () => {
  const owner = await newOwner()
  const breaks = [{ afterMinutes: 240, minutes: 30, isPaid: false }]
  const input = { code: 'early', name: 'Early', startTime: '06:00', durationMinutes: 480, breaks }
  const { id } = await createShiftType(owner, shiftTypeCreate.parse(input))
  const file = (name: string, minutes: number) =>
    `code,name,start,end,break_minutes\nearly,${name},06:00,14:00,${minutes}\n`
  await commitImport(owner, request({ 'shift-types': file('Renamed', 30) }))
  expect(await getShiftType(owner, id)).toMatchObject({ name: 'Renamed', breakMinutes: 30, breaks })
  await commitImport(owner, request({ 'shift-types': file('Renamed', 45) }))
  expect(await getShiftType(owner, id)).toMatchObject({ breakMinutes: 45, breaks: [] })
})
