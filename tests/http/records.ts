// One small record of each kind, made over the API.
import { expect, inject } from 'vitest'
import { connect } from '../../drizzle/client.ts'
import { oneOfEach } from '../../drizzle/tests/one-of-each.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { type Client, newOwner } from './client.ts'

/** Well-formed bodies by path below /api/v1; ids in them exist nowhere. */
export const bodies = (): Record<string, object> => {
  const id = uuidV7()
  const span = { start: '2027-03-01T08:00:00Z', end: '2027-03-01T16:00:00Z' }
  const named = { code: 'x', name: 'X' }
  const files = [{ kind: 'skills', content: 'code,name\nx,X\n' }]
  return {
    '/skills': named,
    '/departments': named,
    '/teams': named,
    '/job-roles': named,
    '/channels': named,
    '/contracts': named,
    '/sites': { ...named, zone: 'Europe/Berlin' },
    '/sites/{id}/travel': { times: [] },
    '/holidays': { day: '2027-12-27', name: 'X' },
    '/holidays/load': { year: 2027, country: 'DE' },
    '/shift-types': { ...named, startTime: '06:00', durationMinutes: 480 },
    '/employees': { number: '1', name: 'X' },
    '/employees/{id}/login': { userId: null },
    '/certifications': { employeeId: id, skillId: id, validFrom: '2027-01-01' },
    '/certifications/{id}/renew': { validFrom: '2028-01-01' },
    '/certifications/{id}/revoke': { note: 'X' },
    '/time-off-types': named,
    '/blackout-dates': { name: 'X', firstDay: '2027-12-24', lastDay: '2027-12-26' },
    '/time-off': { employeeId: id, ...span },
    '/time-off/{id}/decide': { decision: 'approved' },
    '/time-off-ledger': { employeeId: id, typeId: id, minutes: 60, effectiveOn: '2027-01-01', note: 'X' },
    '/availability': { employeeId: id, kind: 'unavailable', ...span },
    '/demand-patterns': { siteId: id, shiftTypeId: id, weekdays: [1], validFrom: '2027-01-01', headsMin: 1 },
    '/demand-curves': {
      siteId: id,
      name: 'X',
      weekday: 1,
      intervalMinutes: 60,
      heads: Array.from({ length: 24 }, () => 1),
    },
    '/demand': { siteId: id, shiftTypeId: id, day: '2027-03-02', headsMin: 1 },
    '/rosters': { name: 'X', start: '2027-03-01', days: 7 },
    '/rosters/{id}/unpublish': { reason: 'X' },
    '/rosters/{id}/shifts': { siteId: id, name: 'X', ...span },
    '/rosters/{id}/copy': { fromDay: '2027-03-01', toDay: '2027-03-02' },
    '/rosters/{id}/templates': { name: 'X', fromDay: '2027-03-01', days: 7 },
    '/rosters/{id}/apply-template': { templateId: id, toDay: '2027-03-01' },
    '/rosters/{id}/apply-rotation': { rotationId: id, fromDay: '2027-03-01', toDay: '2027-03-02' },
    '/rosters/{id}/acknowledgements': { employeeId: id },
    '/roster-templates': { name: 'X', days: 7, content: { shifts: [] } },
    '/rotations': { name: 'X', cycle: [null], anchorDay: '2027-03-01' },
    '/imports': { files },
    '/imports/preview': { files },
    '/open-shifts': { shiftId: id },
    '/open-shifts/{id}/claims': { employeeId: id },
    '/open-shifts/{id}/offers': { employeeIds: [id] },
    '/swaps': { kind: 'give-up', assignmentId: id },
    '/swaps/{id}/answer': { accept: true },
    '/swaps/{id}/decide': { accept: true },
    '/clock': { kind: 'in', employeeId: id },
    '/clock/kiosk': { number: 'nobody', pin: '0000', kind: 'in' },
    '/clock/pin': { pin: '4711', employeeId: id },
    '/time-corrections': { employeeId: id, ...span, reason: 'X' },
    '/time-corrections/{id}/decide': { accept: true },
    '/attendance/policy': { graceMinutes: 5, roundingMinutes: 1, missedAfterMinutes: 60, addresses: [] },
    '/pay-periods': { firstDay: '2027-01-01', length: 'month' },
    '/pay-periods/{id}/step': { state: 'closed' },
    '/timesheets': { payPeriodId: id, employeeId: id },
    '/timesheets/{id}/decide': { accept: true },
    '/budgets': { name: 'X', firstDay: '2027-01-01', lastDay: '2027-01-31', amountMinor: 100 },
    '/absences': { employeeId: id, ...span },
    '/notifications/preferences': {
      mutedKinds: [],
      email: true,
      digest: false,
      quietFromHour: 0,
      quietUntilHour: 0,
      remindMinutesBefore: null,
    },
    '/api-keys': { name: 'X', permissions: ['people:read'] },
    ...Object.fromEntries(
      ['employees', 'shift-types', 'sites', 'skills', 'demand', 'availability'].map((name) => [
        `/${name}/bulk`,
        { items: [{ op: 'delete', id }] },
      ]),
    ),
    '/employees/{id}/erase': { number: '1' },
    '/organisation/delete': { name: 'X' },
    '/invitations': { email: `${id}@muster.example`, role: 'viewer' },
    '/invitations/accept': { token: 'x'.repeat(43) },
    '/organisation': { name: 'Taken over' },
  }
}

export type Records = Record<
  | 'departments'
  | 'teams'
  | 'job-roles'
  | 'channels'
  | 'skills'
  | 'contracts'
  | 'sites'
  | 'holidays'
  | 'shift-types'
  | 'employees'
  | 'certifications'
  | 'time-off-types'
  | 'blackout-dates'
  | 'time-off'
  | 'availability'
  | 'demand'
  | 'demand-patterns'
  | 'demand-curves'
  | 'rosters'
  | 'runs'
  | 'api-keys'
  | 'members'
  | 'invitations'
  | 'open-shifts'
  | 'claims'
  | 'swaps'
  | 'absences'
  | 'time-corrections'
  | 'pay-periods'
  | 'timesheets'
  | 'budgets'
  | 'notifications'
  | 'shifts'
  | 'roster-versions'
  | 'roster-templates'
  | 'rotations',
  string
>

/** What takes a published roster and people with logins to make over the API stands in a third organisation, written to its tables. */
const writtenRecords = async () => {
  const { orgId } = await newOwner('Cy')
  const { appUrl, neonProxy } = inject('stack')
  const db = connect({ databaseUrl: appUrl, httpProxy: neonProxy, wsProxy: neonProxy })
  const ids = await oneOfEach(db, orgId)
  return {
    'open-shifts': ids.openShift.id,
    claims: ids.claim.id,
    swaps: ids.swap.id,
    absences: ids.absence.id,
    'time-corrections': ids.correction.id,
    'pay-periods': ids.payPeriod.id,
    timesheets: ids.timesheet.id,
    notifications: ids.notification.id,
    shifts: ids.shift.id,
    'roster-versions': ids.rosterVersion.id,
    'roster-templates': ids.rosterTemplate.id,
    rotations: ids.rotation.id,
  }
}

/** One of each in organisations of their own, down to a run of one second; answers their ids by the first part of their path. */
export const makeRecords = async (owner: Client): Promise<Records> => {
  const known = bodies()
  const make = async (path: string, more: object = {}) => {
    const { status, data, error } = await owner.post<{ id: string }>(path, { ...known[path], ...more })
    expect(status, `${path}: ${error?.message}`).toBeLessThan(300)
    return data.id
  }
  const sites = await make('/sites')
  const shiftTypes = await make('/shift-types')
  const employees = await make('/employees')
  const skills = await make('/skills')
  const records = {
    ...(await writtenRecords()),
    holidays: await make('/holidays'),
    budgets: await make('/budgets'),
    departments: await make('/departments'),
    teams: await make('/teams'),
    'job-roles': await make('/job-roles'),
    channels: await make('/channels'),
    'api-keys': await make('/api-keys'),
    members: (await owner.get<{ id: string }[]>('/members')).data[0]?.id ?? '',
    invitations: await make('/invitations'),
    skills,
    certifications: await make('/certifications', { employeeId: employees, skillId: skills }),
    contracts: await make('/contracts'),
    sites,
    'shift-types': shiftTypes,
    employees,
    'time-off-types': await make('/time-off-types'),
    'blackout-dates': await make('/blackout-dates'),
    'time-off': await make('/time-off', { employeeId: employees }),
    availability: await make('/availability', { employeeId: employees }),
    'demand-patterns': await make('/demand-patterns', { siteId: sites, shiftTypeId: shiftTypes }),
    'demand-curves': await make('/demand-curves', { siteId: sites }),
    demand: await make('/demand', { siteId: sites, shiftTypeId: shiftTypes }),
  }
  const rosters = await make('/rosters')
  return { ...records, rosters, runs: await make(`/rosters/${rosters}/runs`, { seconds: 1 }) }
}
