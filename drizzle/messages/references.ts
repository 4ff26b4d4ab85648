// References to a record that is not there, read from the constraint's name: `<table>_<what>_fkey`.
import { invalid, type Message } from './kinds.ts'

const targets: Readonly<Record<string, readonly [what: string, where: string]>> = {
  employee: ['employee', '/employees'],
  from_employee: ['employee', '/employees'],
  to_employee: ['employee', '/employees'],
  supervisor: ['employee', '/employees'],
  mentor: ['employee', '/employees'],
  manager: ['employee', '/employees'],
  skill: ['skill', '/skills'],
  skills: ['skill', '/skills'],
  contract: ['contract', '/contracts'],
  site: ['site', '/sites'],
  sites: ['site', '/sites'],
  office: ['site', '/sites'],
  from: ['site', '/sites'],
  to: ['site', '/sites'],
  shift_type: ['shift type', '/shift-types'],
  shift_types: ['shift type', '/shift-types'],
  department: ['department', '/departments'],
  parent: ['department', '/departments'],
  team: ['team', '/teams'],
  job_role: ['job role', '/job-roles'],
  channel: ['channel', '/channels'],
  roster: ['roster', '/rosters'],
  shift: ['shift', '/rosters/:id/grid'],
  open_shift: ['open shift', '/open-shifts'],
  absence: ['absence', '/absences'],
  type: ['kind of time off', '/time-off-types'],
  request: ['request for time off', '/time-off'],
  renews: ['certification', '/certifications'],
  period: ['pay period', '/pay-periods'],
  entry: ['time entry', '/time-entries'],
}

/** The sentence for a foreign key, or undefined for a name that is not one. */
export const referenceMessage = (constraint: string, table: string | undefined): Message | undefined => {
  if (table === undefined || !constraint.startsWith(`${table}_`) || !constraint.endsWith('_fkey')) return undefined
  const target = targets[constraint.slice(table.length + 1, -'_fkey'.length)]
  if (!target) return undefined
  const [what, where] = target
  return invalid(`The ${what} does not exist in this organisation. Choose one from ${where}.`)
}
