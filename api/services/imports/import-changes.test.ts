// What an import changes of records that are there already, and what it leaves alone.
import { expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { readContractsCsv } from '../../../solver/formats/csv/contracts.ts'
import { contractCreate, employeeCreate } from '../../contract/people.ts'
import { shiftTypeCreate } from '../../contract/workforce.ts'
import { createContract } from '../contracts/create-contract.ts'
import { listContracts } from '../contracts/list-contracts.ts'
import { listDemand } from '../demand/list-demand.ts'
import { createEmployee } from '../employees/create-employee.ts'
import { listEmployees } from '../employees/list-employees.ts'
import { updateEmployee } from '../employees/update-employee.ts'
import { createShiftType } from '../shift-types/create-shift-type.ts'
import { getShiftType } from '../shift-types/get-shift-type.ts'
import { newOwner } from '../tests/test-context.ts'
import { commitImport } from './commit-import.ts'
import { rulesOfContractFile } from './plan-codes.ts'
import { all, files, request } from './tests/import-files.ts'

const database = testDatabase()

test('a known code or number is changed and its version rises; empty cells leave what is stored', async () => {
  const owner = await newOwner(database)
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
  const owner = await newOwner(database)
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
  const owner = await newOwner(database)
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

test('a person entered by hand is known to the files by number', async () => {
  const owner = await newOwner(database)
  const person = await createEmployee(owner, employeeCreate.parse({ number: '1', name: 'Ada' }))
  await updateEmployee(owner, { id: person.id, version: 1, change: { name: 'Ada L' } })
  await commitImport(owner, request({ people: 'number,name\n1,Ada Lovelace\n' }))
  expect((await listEmployees(owner, all)).items).toMatchObject([{ id: person.id, name: 'Ada Lovelace', version: 3 }])
})

test('a shift type keeps the pieces of its break while the file says the same sum', async () => {
  const owner = await newOwner(database)
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
