// People, known by their number. An empty cell leaves what is stored as it is; a filled list replaces the stored one.
import type { PersonRow } from '../../../solver/formats/csv/csv-readers.ts'
import { addDays } from '../rosters/local-time.ts'
import { type FileRows, type KindPlan, noChange, type PersonPlan, type Refuse } from './internal.ts'
import { isSame } from './is-same.ts'
import type { Existing } from './load-existing.ts'
import type { References } from './references.ts'

type Base = {
  orgId: string
  nextId(): string
  existing: Existing
  refs: References
  refuse: Refuse
  /** Whether the caller may set rates of pay. */
  maySetPay: boolean
}
type Stored = Existing['people'][number]
type Contract = {
  contractId: string
  validFrom: string
  validUntil: string | null
  sharePercent: number
  rateMinor: number | null
}

/** First day of a contract of which nobody said when it begins. */
const ever = '1900-01-01'

/** Plans the people of a file and makes their numbers known to the lines of other files. */
export const planPeople = (base: Base, rows: FileRows['people']): KindPlan<PersonPlan> => {
  const { existing, refs } = base
  const plan = noChange<PersonPlan>()
  const byNumber = new Map(existing.people.map((person) => [person.number, person]))
  for (const person of existing.people) refs.set('person', person.number, person.id)
  for (const { code, id } of existing.departments) refs.set('department', code, id)
  for (const { code, id } of existing.teams) refs.set('team', code, id)
  for (const { code, id } of existing.jobRoles) refs.set('job role', code, id)
  refuseSharedEmails(base, rows ?? [])
  for (const row of rows ?? []) {
    const before = byNumber.get(row.number)
    const id = before?.id ?? base.nextId()
    refs.set('person', row.number, id)
    const { person, changes } = planPerson(base, row, before, id)
    if (before === undefined) plan.creates.push(person)
    else if (changes) plan.updates.push(person)
    else plan.unchanged++
  }
  return plan
}

const planPerson = (base: Base, row: PersonRow, before: Stored | undefined, id: string) => {
  const { orgId, nextId } = base
  const placed = (kind: 'department' | 'team' | 'job role', code: string | null, column: string) =>
    code === null ? null : base.refs.find(kind, code, row.line, column, base.refuse)
  const values = {
    number: row.number,
    name: row.name,
    email: row.email ?? before?.email ?? null,
    workPhone: row.phone ?? before?.workPhone ?? null,
    designation: row.designation ?? before?.designation ?? null,
    departmentId: placed('department', row.department, 'department') ?? before?.departmentId ?? null,
    teamId: placed('team', row.team, 'team') ?? before?.teamId ?? null,
    jobRoleId: placed('job role', row.jobRole, 'job_role') ?? before?.jobRoleId ?? null,
    hiredOn: row.hiredOn ?? before?.hiredOn ?? null,
    terminatedOn: row.terminatedOn ?? before?.terminatedOn ?? null,
  }
  if (values.hiredOn && values.terminatedOn && values.terminatedOn < values.hiredOn) {
    const reason = `The last day ${values.terminatedOn} is before the hire on ${values.hiredOn}. Correct one of them.`
    base.refuse(row.line, 'terminated_on', values.terminatedOn, reason)
  }
  const held = {
    skills: row.skills.length === 0 ? null : base.refs.heldSkills(row.skills, row.line, base.refuse),
    contracts: planContracts(base, row, before, values.hiredOn),
    sites:
      row.sites.length === 0
        ? null
        : row.sites.flatMap((code) => base.refs.find('site', code, row.line, 'sites', base.refuse) ?? []),
  }
  const key = () => ({ orgId, id: nextId(), employeeId: id })
  const person: PersonPlan = {
    ...values,
    orgId,
    id,
    skills: held.skills?.map((one) => ({ ...key(), ...one })) ?? null,
    contracts: held.contracts?.map((one) => ({ ...key(), ...one })) ?? null,
    sites: held.sites?.map((siteId) => ({ orgId, employeeId: id, siteId })) ?? null,
  }
  return { person, changes: before === undefined || isChanged(before, values, held) }
}

type Held = { skills: object[] | null; contracts: Contract[] | null; sites: string[] | null }

const isChanged = (before: Stored, values: object, held: Held): boolean =>
  !isSame({ ...before, ...values }, before) ||
  (held.skills !== null && !isSameSet(held.skills, before.skills.map(skillOf))) ||
  (held.contracts !== null && !isSameSet(held.contracts, before.contracts.map(contractOf))) ||
  (held.sites !== null &&
    !isSameSet(
      held.sites,
      before.sites.map(({ siteId }) => siteId),
    ))

const isSameSet = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => isSame(one, other)))
const skillOf = ({ skillId, level, validFrom, validUntil }: Stored['skills'][number]) => ({
  skillId,
  level,
  validFrom,
  validUntil,
})
const contractOf = (held: Stored['contracts'][number]): Contract => ({
  contractId: held.contractId,
  validFrom: held.validFrom,
  validUntil: held.validUntil,
  sharePercent: held.sharePercent,
  rateMinor: held.rateMinor,
})

/** From its first day the line's contract counts and what was stored for later goes; what lies before it stays. Null without one. */
const planContracts = (
  { refs, refuse, maySetPay }: Base,
  row: PersonRow,
  before: Stored | undefined,
  hiredOn: string | null,
): Contract[] | null => {
  if (row.contract === null) return null
  const contractId = refs.find('contract', row.contract, row.line, 'contract', refuse)
  if (contractId === null) return null
  const stored = (before?.contracts ?? []).map(contractOf).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const last = stored.at(-1)
  const known = last?.contractId === contractId ? last : undefined
  const validFrom = row.contractFrom ?? known?.validFrom ?? hiredOn ?? ever
  const validUntil = row.contractUntil ?? (known?.validFrom === validFrom ? known.validUntil : null)
  if (validUntil !== null && validUntil < validFrom) {
    const reason = `The contract ends on ${validUntil}, before it begins on ${validFrom}. Correct one of the dates.`
    refuse(row.line, 'contract_until', validUntil, reason)
  }
  const earlier = stored
    .filter((one) => one.validFrom < validFrom)
    .map((one) =>
      one.validUntil === null || one.validUntil >= validFrom ? { ...one, validUntil: addDays(validFrom, -1) } : one,
    )
  const rateMinor = row.rateMinor ?? known?.rateMinor ?? null
  if (!maySetPay && row.rateMinor !== null && row.rateMinor !== known?.rateMinor) {
    const reason = 'Setting pay needs the permission "costs:write". Leave the cell empty or ask an admin.'
    refuse(row.line, 'rate_per_hour', String(row.rateMinor / 100), reason)
  }
  return [...earlier, { contractId, validFrom, validUntil, sharePercent: row.sharePercent, rateMinor }]
}

/** An e-mail belongs to one active person, whatever its case. */
const refuseSharedEmails = ({ existing, refuse }: Base, rows: readonly PersonRow[]): void => {
  const inFile = new Map(rows.map((row) => [row.number, row.email]))
  const owners = new Map<string, string>()
  for (const { number, email } of existing.people) {
    if (email !== null && (inFile.get(number) ?? null) === null) owners.set(email.toLowerCase(), number)
  }
  for (const { number, email, line } of rows) {
    if (email === null) continue
    const owner = owners.get(email.toLowerCase())
    if (owner !== undefined)
      refuse(
        line,
        'email',
        email,
        `The e-mail "${email}" is that of person "${owner}" already. Correct one of the two.`,
      )
    owners.set(email.toLowerCase(), number)
  }
}
