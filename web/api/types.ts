// The wire types of /api/v1, inferred from the contract's schemas. Types only: no schema reaches the browser.
import type * as z from 'zod'
import type * as exchange from '../../api/contract/exchange.ts'
import type * as notifications from '../../api/contract/notifications.ts'
import type * as people from '../../api/contract/people.ts'
import type { Permission, Role } from '../../api/contract/permissions.ts'
import type * as rostering from '../../api/contract/rostering.ts'
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
export type Employee = Of<typeof people.employeeSchema>
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
export type Notification = Of<typeof notifications.notificationSchema>
export type NotificationPreferences = Of<typeof notifications.notificationPreferencesSchema>
