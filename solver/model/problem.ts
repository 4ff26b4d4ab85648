// The frozen input of every engine: what a roster must cover, who may work, and under which rules. Plain JSON, so that it
// can be stored with a run, sent to a Worker, and read back years later. Instants are ISO 8601 with an offset
// ("2026-03-29T22:00+02:00"), local days are "YYYY-MM-DD", lengths are whole minutes, money is in minor units.

/** ISO 8601 date-time with numeric offset or Z, to the minute or finer; finer parts must be zero. */
export type Instant = string
/** ISO 8601 calendar date of a site's local day. */
export type LocalDate = string
/** 24-hour local time of day, "HH:MM". */
export type LocalTime = string

export type EmployeeId = string
export type ShiftId = string
export type SiteId = string
export type SkillId = string
export type ShiftTypeId = string
export type ContractId = string
export type RuleId = string

/** Levels are compared in this order: no amount of soft outweighs one medium, no amount of medium one hard. */
export type Level = 'hard' | 'medium' | 'soft'
export const levels: readonly Level[] = ['hard', 'medium', 'soft']

/** One rule switched on (or `off`), with its weight (positive integer per unit of size) and its parameters. */
export interface RuleSetting {
  rule: RuleId
  level?: Level | 'off'
  weight?: number
  params?: Readonly<Record<string, unknown>>
}

export interface Site {
  id: SiteId
  name: string
  /** IANA time zone. */
  zone: string
  position?: Position
  /** People who may not work here (see prohibited-employee). */
  prohibited?: readonly EmployeeId[]
}

/** A place on the globe in degrees, WGS 84: latitude -90 to 90, longitude -180 to 180. */
export interface Position {
  latitude: number
  longitude: number
}

export interface Skill {
  id: SkillId
  name: string
}

/** A template's identity on a concrete shift: rules about successions, counts and nights speak of types and tags. */
export interface ShiftType {
  id: ShiftTypeId
  name: string
  tags?: readonly string[]
  colour?: string
  /** On top of the hourly rate for every paid minute of the type, in percent (see labour-cost). */
  premiumPercent?: number
}

/** Rule values for the employees who hold the contract: settings of a rule here replace all settings of that rule in `Problem.rules`. */
export interface Contract {
  id: ContractId
  name: string
  rules: readonly RuleSetting[]
}

/** `from` and `until` are the first and the last local day on which the skill (or certification) holds. */
export interface HeldSkill {
  skill: SkillId
  /** 1 (basic) to 5 (expert); 1 when absent. */
  level?: number
  from?: LocalDate
  until?: LocalDate
}

export interface Span {
  start: Instant
  end: Instant
}

export interface Unavailability extends Span {
  kind: 'unavailable' | 'time-off'
}

/** A dated wish. It names a shift, or a day with or without a shift type. `weight` is a positive integer. */
export interface Request {
  kind: 'on' | 'off'
  weight: number
  shift?: ShiftId
  day?: LocalDate
  type?: ShiftTypeId
}

/** A standing wish about times of day: weekdays 1 (Monday) to 7; `to` before or equal to `from` crosses midnight. */
export interface TimePreference {
  kind: 'preferred' | 'unpreferred'
  weekdays?: readonly number[]
  from?: LocalTime
  to?: LocalTime
}

/** Work done before the period; rest, runs of days, rolling windows look at it. */
export interface PastShift extends Span {
  paidMinutes: number
  site?: SiteId
  type?: ShiftTypeId
}

/** Burdens carried into fairness: how many more (positive) or fewer than a fair share the person bore before the period. */
export interface CarriedBurdens {
  weekends?: number
  nights?: number
  holidays?: number
  /** By shift type or tag, named as the setting of fair-shift-types names it. */
  kinds?: readonly { type?: ShiftTypeId; tag?: string; shifts: number }[]
}

export interface History {
  shifts?: readonly PastShift[]
  /** Paid minutes carried into fairness: how far above (positive) or below a fair share the person stands. */
  fairMinutesCarried?: number
  fairCarried?: CarriedBurdens
}

export interface Employee {
  id: EmployeeId
  name: string
  skills?: readonly HeldSkill[]
  /** Dated contracts, at most one in force on a day. */
  contracts?: readonly { contract: ContractId; from?: LocalDate; until?: LocalDate }[]
  /** Part of a full-time job in percent, 100 when absent; fairness and contract minutes scale by it. */
  sharePercent?: number
  unavailable?: readonly Unavailability[]
  requests?: readonly Request[]
  preferences?: readonly TimePreference[]
  /** When present, the only sites this person may work at. */
  sites?: readonly SiteId[]
  /** Pay per hour in minor units of money. */
  rateMinor?: number
  history?: History
  /** Where the way to work begins. */
  home?: Position
  /** People with whom this person may not share a shift; holds both ways (see not-together). */
  notWith?: readonly EmployeeId[]
  /** When present, this person works only on shifts that one of these shares, like a trainee and the mentors (see only-together). */
  onlyWith?: readonly EmployeeId[]
}

/** Heads wanted: below `min` is the medium rule `min-cover`, below `target` soft, above `target` soft, above `max` hard. */
export interface Heads {
  min: number
  target?: number
  max?: number
}

export interface SkillNeed {
  skill: SkillId
  levelMin?: number
}

export interface Shift extends Span {
  id: ShiftId
  site: SiteId
  type?: ShiftTypeId
  name?: string
  /** Minutes that are paid and counted; the length without unpaid breaks when absent. */
  paidMinutes?: number
  breakMinutes?: number
  heads: Heads
  /** All of `allOf`, and at least one of `anyOf` when it is not empty. */
  skills?: { allOf?: readonly SkillNeed[]; anyOf?: readonly SkillNeed[] }
  /** Multiplies a missing head: 1 (ordinary) to 100. */
  priority?: number
  /** Cost per missing head below target and per surplus head above it, for demand that prices them one by one. */
  underWeight?: number
  overWeight?: number
  tags?: readonly string[]
  /** People who may not work it (see prohibited-employee). */
  prohibited?: readonly EmployeeId[]
  /** Wishes of the shift's side: rather these people, rather not those, rather people with all of these skills. */
  preferredEmployees?: readonly EmployeeId[]
  unpreferredEmployees?: readonly EmployeeId[]
  preferredSkills?: readonly SkillNeed[]
  /** May stay empty at the price of its priority (see optional-shift); then `heads.min` is 0 and `heads.target` says how many it takes. */
  optional?: boolean
}

export interface Assignment {
  employee: EmployeeId
  shift: ShiftId
}

/** A public holiday: a local day, at one site or at all of them. */
export interface Holiday {
  day: LocalDate
  site?: SiteId
}

/** The way from one site to another, where the straight line would mislead; holds both ways unless the other way is given too. */
export interface Distance {
  from: SiteId
  to: SiteId
  metres: number
}

/** Minutes from one site to another, for no-overlap; holds both ways unless the other way is given too. */
export interface TravelTime {
  from: SiteId
  to: SiteId
  minutes: number
}

/** People wanted at a site interval by interval, beside what shifts ask for: `heads[i]` in the i-th interval from `start`. */
export interface DemandCurve {
  site: SiteId
  /** Only people with this skill count. */
  skill?: SkillNeed
  start: Instant
  intervalMinutes: 15 | 30 | 60
  heads: readonly number[]
}

/** What the shifts of a site (of all sites) that start from `from` to `until` may cost; the whole period when absent. */
export interface Budget {
  site?: SiteId
  from?: LocalDate
  until?: LocalDate
  minor: number
}

/** What people were told: changes against it cost by the notice they leave between `at` and the shift's start. */
export interface Published {
  /** The instant from which notice is counted, usually when the problem was made. */
  at: Instant
  assignments: readonly Assignment[]
}

export interface Period {
  /** First local day. */
  start: LocalDate
  days: number
  /** First day of a week: 1 (Monday) to 7. */
  weekStart?: number
  /** IANA zone in which days of people (not of shifts) are counted. */
  zone: string
}

export interface Problem {
  format: 'muster-problem/1'
  name: string
  period: Period
  sites: readonly Site[]
  skills: readonly Skill[]
  shiftTypes: readonly ShiftType[]
  contracts: readonly Contract[]
  employees: readonly Employee[]
  shifts: readonly Shift[]
  /** The organisation's settings; a contract may replace them rule by rule. */
  rules: readonly RuleSetting[]
  /** The roster as it stands; an engine may start from it. */
  assignments?: readonly Assignment[]
  /** Assignments a run may not touch (a subset of what it returns). */
  pins?: readonly Assignment[]
  published?: Published
  holidays?: readonly Holiday[]
  distances?: readonly Distance[]
  travelTimes?: readonly TravelTime[]
  demand?: readonly DemandCurve[]
  budgets?: readonly Budget[]
}

/** What an engine returns and a person accepts: order carries no meaning; engines sort by shift, then employee. */
export interface Roster {
  assignments: readonly Assignment[]
}
