// people.csv: who can be rostered.
import type { LocalDate } from '../../model/problem.ts'
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'
import type { HeldSkillCell, RowReader } from './row-reader.ts'

export interface PersonRow {
  line: number
  /** Personnel number, by which other files refer to the person. */
  number: string
  name: string
  email: string | null
  /** At work. */
  phone: string | null
  designation: string | null
  /** Codes of department, team and job role. */
  department: string | null
  team: string | null
  jobRole: string | null
  hiredOn: LocalDate | null
  terminatedOn: LocalDate | null
  /** Code of the contract in force from `contractFrom` (from the hire, or ever, when null). */
  contract: string | null
  contractFrom: LocalDate | null
  contractUntil: LocalDate | null
  sharePercent: number
  /** Pay per hour in minor units of money. */
  rateMinor: number | null
  skills: HeldSkillCell[]
  /** Codes of the only sites where the person works; everywhere when empty. */
  sites: string[]
}

const optionalColumns = [
  ...['email', 'phone', 'designation', 'department', 'team', 'job_role', 'hired_on', 'terminated_on'],
  ...['contract', 'contract_from', 'contract_until', 'share_percent', 'rate_per_hour', 'skills', 'sites'],
]

/** Reads people: `number`, `name`, and what else is known about them. */
export function readPeopleCsv(content: string): CsvReading<PersonRow> {
  const columns = [
    { name: 'number', required: true },
    { name: 'name', required: true },
    ...optionalColumns.map((name) => ({ name })),
  ]
  return readCsvRows<PersonRow>(
    content,
    columns,
    (row) => [readPerson(row)],
    ({ number }) => ({ column: 'number', value: number, text: `The person "${number}"` }),
  )
}

function readPerson(row: RowReader): PersonRow {
  const hiredOn = row.optionalDate('hired_on')
  const terminatedOn = row.optionalDate('terminated_on')
  const contract = row.optionalText('contract', 64)
  const contractFrom = row.optionalDate('contract_from')
  const contractUntil = row.optionalDate('contract_until')
  if (hiredOn && terminatedOn && terminatedOn < hiredOn)
    row.refuse('terminated_on', `The last day ${terminatedOn} is before the hire on ${hiredOn}. Correct one of them.`)
  if (contractFrom && contractUntil && contractUntil < contractFrom)
    row.refuse('contract_until', `The contract ends on ${contractUntil}, before it begins. Correct one of the dates.`)
  for (const column of ['contract_from', 'contract_until', 'share_percent', 'rate_per_hour'])
    if (!contract && !row.isEmpty(column))
      row.refuse(column, `"${column}" says something about a contract. Fill in "contract" too.`)
  return {
    line: row.line,
    number: row.code('number', 40),
    name: row.text('name'),
    email: readEmail(row),
    phone: readPhone(row),
    designation: row.optionalText('designation'),
    department: row.optionalText('department', 64),
    team: row.optionalText('team', 64),
    jobRole: row.optionalText('job_role', 64),
    hiredOn,
    terminatedOn,
    contract,
    contractFrom,
    contractUntil,
    sharePercent: row.optionalWhole('share_percent', 1, 200) ?? 100,
    rateMinor: row.optionalScaled('rate_per_hour', 2, 100_000),
    skills: row.heldSkills('skills'),
    sites: row.list('sites', 200, 64),
  }
}

function readEmail(row: RowReader): string | null {
  const email = row.optionalText('email', 254)
  if (email !== null && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email))
    row.refuse('email', `"${email}" is no e-mail address. Write it like name@example.org or leave it empty.`)
  return email
}

function readPhone(row: RowReader): string | null {
  const phone = row.optionalText('phone', 40)
  if (phone !== null && !/^\+?[0-9][0-9 ()/.-]{2,38}$/.test(phone))
    row.refuse('phone', `"${phone}" is no telephone number. Write it like +49 30 123456 or leave it empty.`)
  return phone
}
