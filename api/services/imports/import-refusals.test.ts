// What an import refuses, and to whom.
import { expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import type { Context } from '../../context.ts'
import { Forbidden } from '../../errors.ts'
import { listEmployees } from '../employees/list-employees.ts'
import { listSkills } from '../skills/list-skills.ts'
import { failureOf, inRole, newOwner, testMembers } from '../tests/test-context.ts'
import { commitImport } from './commit-import.ts'
import { previewImport } from './preview-import.ts'
import { all, files, request } from './tests/import-files.ts'

const database = testDatabase()

test('every bad line is listed with its column, value and way out, and nothing is written', async () => {
  const owner = await newOwner(database)
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
  const owner = await newOwner(database)
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
  const owner = await newOwner(database)
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

test("another tenant's codes are unknown, and a viewer may not import or preview", async () => {
  const { owner, stranger, viewer } = await testMembers(database)
  await commitImport(owner, request(files))
  const { errors } = await previewImport(stranger, request({ demand: files.demand }))
  expect(errors.map(({ column }) => column)).toEqual(['site', 'shift_type', 'skills'])
  for (const act of [previewImport, commitImport]) {
    expect(await failureOf(act(viewer, request(files)))).toBeInstanceOf(Forbidden)
  }
})

test('a rate of pay is imported by those who may set pay, and a known one may stay in the file', async () => {
  const owner = await newOwner(database)
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
