// The wire types of /api/v1, inferred from the contract's schemas. Types only: no schema reaches the browser.
import type * as z from 'zod'
import type * as attendance from '../../api/contract/attendance.ts'
import type * as availability from '../../api/contract/availability.ts'
import type * as certifications from '../../api/contract/certifications.ts'
import type * as dashboard from '../../api/contract/dashboard.ts'
import type * as exchange from '../../api/contract/exchange.ts'
import type * as notifications from '../../api/contract/notifications.ts'
import type * as payroll from '../../api/contract/payroll.ts'
import type * as people from '../../api/contract/people.ts'
import type { Permission, Role } from '../../api/contract/permissions.ts'
import type * as edits from '../../api/contract/roster-edits.ts'
import type * as life from '../../api/contract/roster-life.ts'
import type * as rostering from '../../api/contract/rostering.ts'
import type * as structure from '../../api/contract/structure.ts'
import type * as timeOff from '../../api/contract/time-off.ts'
import type * as workforce from '../../api/contract/workforce.ts'

type Of<T extends z.ZodType> = z.infer<T>
type BodyOf<T extends z.ZodType> = z.input<T>

export type { LiveMessage } from '../../api/contract/rostering.ts'
export type { Permission }

export interface Me {
  user: { id: string; name: string; email: string }
  organisations: { id: string; name: string; role: Role }[]
  activeOrganisationId: string | null
  employeeId: string | null
  permissions: Permission[]
}

export type Organisation = Of<typeof workforce.organisationSchema>
export type OrganisationCreate = BodyOf<typeof workforce.organisationCreate>
export type OrganisationUpdate = BodyOf<typeof workforce.organisationUpdate>
export type RuleSetting = Of<typeof workforce.ruleSettingSchema>
export type Site = Of<typeof workforce.siteSchema>
export type Skill = Of<typeof people.skillSchema>
export type SkillCreate = BodyOf<typeof people.skillCreate>
export type Employee = Of<typeof people.employeeSchema>
export type EmployeeCreate = BodyOf<typeof people.employeeCreate>
export type Contract = Of<typeof people.contractSchema>
export type Department = Of<typeof structure.departmentSchema>
export type DepartmentCreate = BodyOf<typeof structure.departmentCreate>
export type Team = Of<typeof structure.teamSchema>
export type TeamCreate = BodyOf<typeof structure.teamCreate>
/** A job role or a channel. */
export type Named = Of<typeof structure.namedSchema>
export type NamedCreate = BodyOf<typeof structure.namedCreate>
export type Country = Of<typeof structure.countrySchema>
export type Certification = Of<typeof certifications.certificationSchema>
export type CertificationCreate = BodyOf<typeof certifications.certificationCreate>
export type CertificationPaper = BodyOf<typeof certifications.certificationRenew>
export type ExpiringCertification = Of<typeof certifications.expiringSchema>
export type Demand = Of<typeof workforce.demandSchema>
export type ImportKind = (typeof workforce.importKinds)[number]
export type ImportFile = Of<typeof workforce.importFile>
export type ImportPreview = Of<typeof workforce.importPreview>
export type ImportLineError = Of<typeof workforce.importLineError>

export type Roster = Of<typeof rostering.rosterSchema>
export type RosterCreate = BodyOf<typeof rostering.rosterCreate>
export type RosterGrid = Of<typeof rostering.rosterGrid>
export type GridShift = Of<typeof rostering.gridShift>
export type GridAssignment = Of<typeof rostering.gridAssignment>
export type GridEmployee = RosterGrid['employees'][number]
export type GridShiftType = RosterGrid['shiftTypes'][number]
export type Breach = Of<typeof rostering.breachSchema>
export type KeyFigures = Of<typeof rostering.keyFiguresSchema>
export type Unfilled = Of<typeof rostering.unfilledSchema>
export type Candidate = Of<typeof rostering.candidateSchema>
export type PublishRequest = BodyOf<typeof rostering.publishRequest>
export type AssignmentChange = BodyOf<typeof rostering.assignmentChange>
export type AssignmentChangeResult = Of<typeof rostering.assignmentChangeResult>
export type Run = Of<typeof rostering.runSchema>
export type RunCreate = BodyOf<typeof rostering.runCreate>
export type RunPoint = Of<typeof rostering.runPoint>
export type RunProgress = Of<typeof rostering.runProgress>
export type Proposal = Of<typeof rostering.proposalSchema>
export type ProposalAccept = BodyOf<typeof rostering.proposalAccept>

export type OpenShift = Of<typeof exchange.openShiftSchema>
export type ShiftToTake = Of<typeof exchange.shiftToTake>
export type Claim = Of<typeof exchange.claimSchema>
export type StandIn = Of<typeof exchange.standIn>
export type Swap = Of<typeof exchange.swapSchema>
export type Absence = Of<typeof exchange.absenceSchema>
export type AbsenceCreate = BodyOf<typeof exchange.absenceCreate>
export type AbsenceReported = Of<typeof exchange.absenceResult>
export type AbsenceEnded = Of<typeof exchange.absenceEndResult>
export type Clock = Of<typeof attendance.clockSchema>
export type ClockPress = BodyOf<typeof attendance.clockPress>
export type KioskPress = BodyOf<typeof attendance.kioskPress>
export type TimeEntry = Of<typeof attendance.timeEntrySchema>
export type Correction = Of<typeof attendance.correctionSchema>
export type CorrectionCreate = BodyOf<typeof attendance.correctionCreate>
export type ComparisonRow = Of<typeof attendance.comparisonRow>
export type PayPeriod = Of<typeof payroll.payPeriodSchema>
export type PayPeriodsCreate = BodyOf<typeof payroll.payPeriodsCreate>
export type Timesheet = Of<typeof payroll.timesheetSchema>
export type Dashboard = Of<typeof dashboard.dashboardSchema>

export type RosterEdit = BodyOf<typeof edits.rosterEdit>
export type RosterEditResult = Of<typeof edits.rosterEditResult>
export type RosterVersion = Of<typeof life.rosterVersionSchema>
export type VersionComparison = Of<typeof life.versionComparison>

export type Notification = Of<typeof notifications.notificationSchema>
export type NotificationPreferences = Of<typeof notifications.notificationPreferencesSchema>

export type Availability = Of<typeof availability.availabilitySchema>
export type AvailabilityListed = Of<typeof availability.availabilityListed>
export type AvailabilityCreate = BodyOf<typeof availability.availabilityCreate>
export type TimeOff = Of<typeof timeOff.timeOffSchema>
export type TimeOffCreate = BodyOf<typeof timeOff.timeOffCreate>
export type TimeOffEstimate = Of<typeof timeOff.timeOffEstimate>
export type TimeOffDecide = BodyOf<typeof timeOff.timeOffDecide>
export type TimeOffDecided = Of<typeof timeOff.timeOffDecided>
export type TimeOffReview = Of<typeof timeOff.timeOffReview>
export type TimeOffType = Of<typeof timeOff.timeOffTypeSchema>
export type TimeOffTypeCreate = BodyOf<typeof timeOff.timeOffTypeCreate>
export type Blackout = Of<typeof timeOff.blackoutSchema>
export type BlackoutCreate = BodyOf<typeof timeOff.blackoutCreate>
export type Balance = Of<typeof timeOff.balanceSchema>
export type LedgerEntry = Of<typeof timeOff.ledgerEntrySchema>
export type BalanceAdjustment = BodyOf<typeof timeOff.adjustmentCreate>
