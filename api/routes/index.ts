// Every resource of /api/v1, one line each.
import { apiKeys } from './api-keys.ts'
import { attendance, clock, timeCorrections, timeEntries } from './attendance.ts'
import { auditLog } from './audit-log.ts'
import { availability } from './availability.ts'
import { certifications } from './certifications.ts'
import { contracts } from './contracts.ts'
import { countries } from './countries.ts'
import { dashboard } from './dashboard.ts'
import { demand } from './demand.ts'
import { demandCurves, demandPatterns } from './demand-plans.ts'
import { employees } from './employees.ts'
import { absences, claims, openShifts, swaps } from './exchange.ts'
import { holidays } from './holidays.ts'
import { imports } from './imports.ts'
import { live } from './live.ts'
import { me } from './me.ts'
import { invitations, members } from './members.ts'
import { notifications } from './notifications.ts'
import { organisation } from './organisation.ts'
import { budgets, costs, payPeriods, timesheets } from './payroll.ts'
import { presets } from './presets.ts'
import type { Resource } from './resource.ts'
import { rosterEdits, shifts } from './roster-edits.ts'
import { rosterLife, rosterVersions } from './roster-life.ts'
import { rosterPatterns, rosterTemplates, rotations } from './roster-patterns.ts'
import { rosters } from './rosters.ts'
import { runs } from './runs.ts'
import { shiftTypes } from './shift-types.ts'
import { sites } from './sites.ts'
import { skills } from './skills.ts'
import { channels, departments, jobRoles, teams } from './structure.ts'
import { timeOff } from './time-off.ts'
import { blackoutDates, timeOffBalances, timeOffLedger, timeOffTypes } from './time-off-policy.ts'

export const resources: readonly Resource[] = [
  me,
  organisation,
  dashboard,
  members,
  invitations,
  apiKeys,
  auditLog,
  departments,
  teams,
  jobRoles,
  channels,
  countries,
  skills,
  contracts,
  presets,
  sites,
  holidays,
  shiftTypes,
  employees,
  certifications,
  timeOffTypes,
  blackoutDates,
  timeOff,
  timeOffBalances,
  timeOffLedger,
  availability,
  demand,
  demandPatterns,
  demandCurves,
  imports,
  rosters,
  rosterEdits,
  shifts,
  rosterLife,
  rosterVersions,
  rosterPatterns,
  rosterTemplates,
  rotations,
  runs,
  openShifts,
  claims,
  swaps,
  absences,
  clock,
  timeEntries,
  timeCorrections,
  attendance,
  payPeriods,
  timesheets,
  budgets,
  costs,
  notifications,
  live,
]
