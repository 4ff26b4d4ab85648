// What a roster is planned from, as plain rows: the input of `buildProblem`, filled by `loadPlanningRows`.
import type { RuleSetting } from '../../../solver/model/problem.ts'
import type { GivenWay } from '../sites/ways.ts'

/** Days around the period in which absence and work elsewhere still matter for rest. */
export const marginDays = 2

export interface SkillNeeds {
  allOf: readonly { skillId: string; levelMin: number }[]
  anyOf: readonly { skillId: string; levelMin: number }[]
}

export interface RosterRow {
  id: string
  name: string
  /** First local day. */
  start: string
  days: number
  /** Zone in which days of people are counted. */
  zone: string
  state: 'draft' | 'published' | 'archived'
  siteIds: readonly string[]
  publishedAt: Date | null
  /** When a draft is published by itself, what is then said, and who decided it. */
  publishAt: Date | null
  publishMessage: string | null
  publishBy: string | null
  version: number
}

interface SiteRow {
  id: string
  name: string
  zone: string
  latitude: number | null
  longitude: number | null
}

/** A holiday of one site, or of all. */
export interface HolidayRow {
  day: string
  siteId: string | null
}

interface ShiftTypeRow {
  id: string
  code: string
  name: string
  tags: readonly string[]
  colour: string | null
  premiumPercent: number
}

interface ContractRow {
  id: string
  name: string
  rules: readonly RuleSetting[]
}

/** Days are the first and last on which something holds; null is open. */
interface HeldSkillRow {
  skillId: string
  level: number
  validFrom: string | null
  validUntil: string | null
}

export interface HeldContractRow {
  contractId: string
  validFrom: string
  validUntil: string | null
  sharePercent: number
  rateMinor: number | null
}

/** A paper in force or waiting for its renewal: it proves the skill from its first to its last day. */
interface CertificationRow {
  skillId: string
  validFrom: string
  /** Null for one that never ends. */
  expiresOn: string | null
}

export interface EmployeeRow {
  id: string
  number: string
  name: string
  hiredOn: string | null
  /** Last day of employment. */
  terminatedOn: string | null
  skills: readonly HeldSkillRow[]
  certifications: readonly CertificationRow[]
  contracts: readonly HeldContractRow[]
  /** Empty: may work everywhere. */
  siteIds: readonly string[]
}

export interface AvailabilityRow {
  employeeId: string
  kind: 'available' | 'unavailable' | 'preferred' | 'unpreferred' | 'request-on' | 'request-off'
  startsAt: Date
  endsAt: Date
  weight: number
  shiftTypeId: string | null
}

interface TimeOffRow {
  employeeId: string
  startsAt: Date
  endsAt: Date
}

export interface ShiftRow {
  id: string
  siteId: string
  shiftTypeId: string | null
  name: string
  /** Local day at the site on which it starts. */
  day: string
  startsAt: Date
  endsAt: Date
  breakMinutes: number
  paidMinutes: number
  headsMin: number
  headsTarget: number | null
  headsMax: number | null
  priority: number
  skills: SkillNeeds
  tags: readonly string[]
  version: number
}

interface AssignmentRow {
  id: string
  shiftId: string
  employeeId: string
  pinned: boolean
}

/**
 * An assignment in another roster: history when it starts before the period, otherwise time that is taken. Drafts count as
 * history only, where nothing better is known; two drafts of one period do not block each other.
 */
export interface OtherWorkRow {
  employeeId: string
  startsAt: Date
  endsAt: Date
  paidMinutes: number
  siteId: string
  shiftTypeId: string | null
  isDraft: boolean
}

export interface PlanningRows {
  organisation: { weekStart: number; rules: readonly RuleSetting[] }
  roster: RosterRow
  sites: readonly SiteRow[]
  /** Ways between sites that were given. */
  ways: readonly GivenWay[]
  /** From five weeks before the period to its end. */
  holidays: readonly HolidayRow[]
  skills: readonly { id: string; name: string; needsCertification: boolean }[]
  shiftTypes: readonly ShiftTypeRow[]
  contracts: readonly ContractRow[]
  employees: readonly EmployeeRow[]
  availability: readonly AvailabilityRow[]
  /** Approved time off, and sickness for as long as it lasted. */
  timeOff: readonly TimeOffRow[]
  shifts: readonly ShiftRow[]
  assignments: readonly AssignmentRow[]
  otherWork: readonly OtherWorkRow[]
}
