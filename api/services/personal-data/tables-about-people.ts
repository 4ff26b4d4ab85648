// Every table that holds rows about one person, with the columns that name the person and the free texts in which something may be
// written about them. A test holds the list complete.

export type TableAboutPeople = {
  /** Columns that name the employee; a row is about the person when any does. */
  people: readonly string[]
  /** Emptied when the person is erased. */
  texts: readonly string[]
  /** True: the rows say nothing but personal data, and go. */
  isPersonal?: true
}

const own = { people: ['employee_id'], texts: [] as readonly string[] }

export const tablesAboutPeople: Readonly<Record<string, TableAboutPeople>> = {
  absences: { ...own, texts: ['note'] },
  assignments: own,
  availability: { ...own, isPersonal: true },
  certifications: { ...own, texts: ['number', 'issuer', 'note'] },
  clock_events: { ...own, texts: ['latitude', 'longitude', 'accuracy_metres', 'address'] },
  employee_channels: { ...own, isPersonal: true },
  employee_contracts: own,
  employee_sites: own,
  employee_skills: own,
  roster_acknowledgements: own,
  rule_overrides: own,
  shift_claims: { ...own, texts: ['reason'] },
  swap_requests: { people: ['from_employee_id', 'to_employee_id'], texts: ['message', 'reason'] },
  time_corrections: { ...own, texts: ['note'] },
  time_entries: own,
  time_off_balances: own,
  time_off_ledger: { ...own, texts: ['note'] },
  time_off_requests: { ...own, texts: ['reason'] },
  timesheets: { ...own, texts: ['note'] },
}
