// One row of every table around the roster: structure, leave, exchange, attendance, money, messages, keys.
import { uuidV7 } from '../../platform/ids.ts'
import { type Database, type Tx, withOrg } from '../client.ts'
import * as t from '../schema/index.ts'

interface Known {
  siteId: string
  shiftTypeId: string
  skillId: string
  employeeId: string
  colleagueId: string
  rosterId: string
  shiftId: string
  assignmentId: string
}

const startsAt = new Date('2027-03-28T20:00:00Z')
const endsAt = new Date('2027-03-29T04:00:00Z')
const day = '2027-03-28'
const span = { startsAt, endsAt }
const days = { firstDay: '2027-03-01', lastDay: '2027-03-31' }

/** Fills what `oneOfEach` leaves; answers the ids by what they name. */
export const oneOfEachOfTheWorkforce = async (db: Database, orgId: string, known: Known) => {
  const key = () => ({ orgId, id: uuidV7() })
  const id = {
    department: key(),
    team: key(),
    timeOffType: key(),
    leave: key(),
    openShift: key(),
    absence: key(),
    claim: key(),
    swap: key(),
    rosterVersion: key(),
    rosterTemplate: key(),
    rotation: key(),
    notification: key(),
    correction: key(),
    timesheet: key(),
    payPeriod: key(),
    entry: key(),
    user: uuidV7(),
  }
  const person = { orgId, employeeId: known.employeeId }
  await withOrg(db, orgId, async (tx) => {
    await structure(tx)
    await absence(tx)
    await planning(tx)
    await exchange(tx)
    await attendance(tx)
    await messages(tx)
  })
  return id

  async function structure(tx: Tx) {
    const channel = key()
    await tx.insert(t.departments).values({ ...id.department, code: 'med', name: 'Medicine' })
    await tx.insert(t.teams).values({ ...id.team, code: 'a', name: 'A', departmentId: id.department.id })
    await tx.insert(t.jobRoles).values({ ...key(), code: 'rn', name: 'Nurse' })
    await tx.insert(t.channels).values({ ...channel, code: 'tel', name: 'Telephone' })
    await tx.insert(t.employeeChannels).values({ ...person, channelId: channel.id })
    const paper = { ...person, id: uuidV7(), skillId: known.skillId, validFrom: '2027-01-01', state: 'active' as const }
    await tx.insert(t.certifications).values(paper)
    await tx.insert(t.memberScopes).values({ ...key(), userId: id.user, siteId: known.siteId })
  }

  async function absence(tx: Tx) {
    const typeId = id.timeOffType.id
    await tx.insert(t.timeOffTypes).values({ ...id.timeOffType, code: 'leave', name: 'Leave', unit: 'days' })
    await tx
      .insert(t.timeOffRequests)
      .values({ ...id.leave, employeeId: known.employeeId, ...span, state: 'pending', typeId })
    const decision = { orgId, requestId: id.leave.id, level: 1, decision: 'approved' as const, decidedBy: id.user }
    await tx.insert(t.timeOffDecisions).values(decision)
    const entry = { ...person, id: uuidV7(), typeId, kind: 'opening' as const, minutes: 960, effectiveOn: '2027-01-01' }
    await tx.insert(t.timeOffLedger).values(entry)
    await tx.insert(t.blackoutDates).values({ ...key(), name: 'Fair', ...days })
  }

  async function planning(tx: Tx) {
    const other = key()
    await tx.insert(t.sites).values({ ...other, code: 'annex', name: 'Annex', zone: 'Europe/Berlin' })
    await tx.insert(t.siteTravel).values({ orgId, fromSiteId: known.siteId, toSiteId: other.id, minutes: 20 })
    await tx.insert(t.holidays).values({ ...key(), day: '2027-03-26', name: 'Good Friday', source: 'manual' })
    const where = { siteId: known.siteId, shiftTypeId: known.shiftTypeId }
    await tx.insert(t.demandPatterns).values({ ...key(), ...where, weekdays: [1, 2], validFrom: day, headsMin: 1 })
    const heads = Array.from({ length: 24 }, () => 1)
    const curve = { ...key(), siteId: known.siteId, name: 'Desk', weekday: 1, intervalMinutes: 60, heads }
    await tx.insert(t.demandCurves).values(curve)
    const { rosterId } = known
    const snapshot = { shifts: [], assignments: [] }
    await tx.insert(t.rosterVersions).values({ ...id.rosterVersion, rosterId, number: 1, cause: 'kept', snapshot })
    await tx.insert(t.rosterTemplates).values({ ...id.rosterTemplate, name: 'Week', days: 7, content: { shifts: [] } })
    await tx
      .insert(t.rotations)
      .values({ ...id.rotation, name: 'Five on', cycle: [known.shiftTypeId, null], anchorDay: day })
    await tx
      .insert(t.rosterAcknowledgements)
      .values({ ...person, rosterId, versionNumber: 1, acknowledgedAt: startsAt })
    const breach = {
      rule: 'min-rest',
      level: 'medium',
      size: 1,
      penalty: 1,
      employees: [],
      shifts: [],
      justification: {},
    }
    const override = { ...key(), rosterId, ruleId: 'min-rest', reason: 'agreed', breach, createdBy: id.user }
    await tx.insert(t.ruleOverrides).values(override)
    await tx.insert(t.budgets).values({ ...key(), name: 'March', ...days, amountMinor: 1_000_000 })
  }

  async function exchange(tx: Tx) {
    const sick = { ...id.absence, employeeId: known.employeeId, kind: 'sick' as const, ...span, reportedBy: id.user }
    await tx.insert(t.absences).values(sick)
    const open = { ...id.openShift, shiftId: known.shiftId, heads: 1, mode: 'first-come' as const, closesAt: startsAt }
    await tx.insert(t.openShifts).values({ ...open, createdBy: id.user })
    const claim = {
      ...id.claim,
      openShiftId: id.openShift.id,
      employeeId: known.colleagueId,
      state: 'pending' as const,
    }
    await tx.insert(t.shiftClaims).values(claim)
    await tx.insert(t.swapRequests).values({
      ...id.swap,
      kind: 'offer',
      fromEmployeeId: known.employeeId,
      fromAssignmentId: known.assignmentId,
      toEmployeeId: known.colleagueId,
      createdBy: id.user,
    })
  }

  async function attendance(tx: Tx) {
    await tx.insert(t.payPeriods).values({ ...id.payPeriod, ...days })
    await tx.insert(t.clockEvents).values({ ...person, id: uuidV7(), kind: 'in', at: startsAt, source: 'web' })
    const entry = {
      ...id.entry,
      employeeId: known.employeeId,
      day,
      clockedInAt: startsAt,
      startsAt,
      state: 'open' as const,
    }
    await tx.insert(t.timeEntries).values(entry)
    const correction = {
      ...person,
      ...id.correction,
      entryId: id.entry.id,
      ...span,
      reason: 'forgot',
      requestedBy: id.user,
    }
    await tx.insert(t.timeCorrections).values(correction)
    await tx.insert(t.timesheets).values({ ...person, ...id.timesheet, payPeriodId: id.payPeriod.id })
  }

  async function messages(tx: Tx) {
    await tx.insert(t.notifications).values({ ...id.notification, userId: id.user, kind: 'roster-published' })
    await tx.insert(t.notificationPreferences).values({ orgId, userId: id.user })
    await tx.insert(t.apiKeys).values({
      ...key(),
      name: 'payroll',
      prefix: 'mk_abcd',
      hash: uuidV7(),
      permissions: ['people:read'],
      expiresAt: endsAt,
      createdBy: id.user,
    })
  }
}
