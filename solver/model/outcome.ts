// What the doors of the engine answer. Scores are integers, breaches are data; words are made where they are shown.
import type { Assignment, EmployeeId, Level, Roster, RuleId, ShiftId, SkillId, SkillNeed } from './problem.ts'

/** Integers, lower is better, compared level by level. */
export interface Score {
  hard: number
  medium: number
  soft: number
}

/** Facts about a breach, by rule: ids, instants, minutes, counts. Never prose. */
export type Justification = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly number[] | null>
>

/** One place where a rule is not kept. `size` is in the rule's unit; `penalty` = size × weight at `level`. */
export interface Breach {
  rule: RuleId
  level: Level
  size: number
  penalty: number
  employees: readonly EmployeeId[]
  shifts: readonly ShiftId[]
  justification: Justification
}

export interface ScoreReport {
  score: Score
  breaches: readonly Breach[]
}

/** One wrong place of a problem. `path` is like "shifts[12].end". */
export interface ProblemIssue {
  path: string
  reason: string
}

export type Engine = 'auto' | 'search' | 'milp' | 'assignment'

/** Why a shift still lacks heads: for every person, the hard rules that stop them or what taking it would cost. */
export interface UnfilledShift {
  shift: ShiftId
  missingHeads: number
  candidates: readonly UnfilledCandidate[]
}

export interface UnfilledCandidate {
  employee: EmployeeId
  /** Breaches the assignment would add; those at level hard are what stops the person. */
  added: readonly Breach[]
  /** Breaches it would end or replace. */
  removed: readonly Breach[]
  delta: Score
}

/**
 * Whether hard rules and full cover can be kept together. `conflict` is proven, and so is `missingHeadsMin`: no roster misses fewer.
 * `unknown`: nothing was proven within the budget, neither that it can be done nor that it cannot.
 */
export type InfeasibilityReport =
  | { kind: 'feasible'; roster: Roster }
  | { kind: 'conflict'; conflicts: readonly Conflict[]; missingHeadsMin: number }
  | { kind: 'unknown' }

/** Rules and shifts that cannot be kept together, whatever else is given up. */
export interface Conflict {
  /** Hard rules that take part; `pinned` stands for the pins on `shifts`. */
  rules: readonly RuleId[]
  /**
   * Shifts whose heads (or pins) these rules make impossible. `isSmallest`: without any one of them, or of the rules, nothing is
   * proven; of a conflict that holds the one before it, nothing more than that one says by itself.
   */
  shifts: readonly ShiftId[]
  isSmallest: boolean
  /** Everyone whom these rules leave for at least one of the shifts. */
  people: readonly EmployeeId[]
  /** What all of the shifts ask for. */
  skills: readonly SkillNeed[]
  headsNeeded: number
  /** No roster that keeps the rules fills more of them. */
  headsMax: number
  /** The same for all shifts like them, under all hard rules: how much is missing in the whole. */
  family: { shifts: readonly ShiftId[]; headsNeeded: number; headsMax: number }
  relaxations: readonly Relaxation[]
}

/** What giving up one rule (or one skill of required-skill, or one person's pins) would give in the family: as bounds, never a promise. */
export interface Relaxation {
  rule: RuleId
  skill: SkillId | null
  /** At least so many heads of the family would still be missing. */
  missingHeadsLeft: number
}

export interface KeyFigures {
  shifts: number
  /** Heads wanted (sum of `heads.min`) and heads filled, capped at the minimum. */
  headsNeeded: number
  headsFilled: number
  assignments: number
  paidMinutes: number
  /** Gini coefficient of paid minutes by share over everyone eligible for any shift, in thousandths. */
  giniThousandths: number
  minutesMin: number
  minutesMax: number
  requestsTotal: number
  requestsKept: number
  /** Absent when no employee has a rate. */
  costMinor?: number
}

/** How a burden is spread over everyone who could bear it at all. */
export interface BurdenFigures {
  burden: 'minutes' | 'nights' | 'weekends' | 'holidays'
  /** People who could work at least one shift of the kind. */
  people: number
  total: number
  /** The least and the most that one of them bears. */
  least: number
  most: number
  /** Gini coefficient by share of a full-time job, in thousandths. */
  giniThousandths: number
}

/** Key figures in full: what a planner weighs when comparing rosters. */
export interface RosterFigures extends KeyFigures {
  /** The part of `costMinor` that overtime adds to plain pay. */
  overtimeMinor?: number
  /** Contracted minutes of everyone who has some, and how far they are from them, over and under added up. */
  contractMinutes: number
  contractDeviationMinutes: number
  /** Assignments of people with standing wishes about times, and those that keep every wish. */
  preferencesTotal: number
  preferencesKept: number
  fairness: readonly BurdenFigures[]
  /** Changes against what was published, and what the rule disruption makes of them; null when nothing is published. */
  disruption: { added: number; removed: number; penalty: number } | null
}

/** What one person bears in a roster. */
export interface PersonFigures {
  shifts: number
  paidMinutes: number
  nights: number
  weekends: number
  holidays: number
  /** Absent when the person has no rate. */
  costMinor?: number
}

export interface RuleFigures {
  rule: RuleId
  level: Level
  breaches: { before: number; after: number }
  penalty: { before: number; after: number }
}

/** Two rosters of one problem beside each other: as a whole, rule by rule, breach by breach, person by person. */
export interface RosterComparison {
  diff: RosterDiff
  score: { before: Score; after: Score }
  figures: { before: RosterFigures; after: RosterFigures }
  /** Rules that cost something in either roster, in the registry's order. */
  rules: readonly RuleFigures[]
  /** Breaches of the one roster that the other does not have. */
  added: readonly Breach[]
  removed: readonly Breach[]
  /** People for whom something differs, in the problem's order. */
  people: readonly {
    employee: EmployeeId
    added: readonly ShiftId[]
    removed: readonly ShiftId[]
    before: PersonFigures
    after: PersonFigures
  }[]
}

/** An open shift as one person sees it. */
export interface ShiftOffer {
  shift: ShiftId
  /** Heads wanted (the target, else the minimum) and not there yet. */
  openHeads: number
  /** Breaches that taking it would add; those at level hard are what stops the person. */
  added: readonly Breach[]
  delta: Score
}

export interface EmployeeFigures {
  employee: EmployeeId
  paidMinutes: number
  contractMinutes: number | null
  shifts: number
}

/** What changed between two rosters of one problem. */
export interface RosterDiff {
  added: readonly Assignment[]
  removed: readonly Assignment[]
}

export interface Progress {
  evaluations: number
  score: Score
  missingHeads: number
  hardBreaches: number
}

/** A serialisable state (JSON) from which `openSession` goes on to the very same result. */
export interface Checkpoint {
  format: 'muster-checkpoint/1'
  engine: Engine
  seed: number
  evaluations: number
  state: unknown
}

export interface SolveOptions {
  /** Same problem, seed and evaluations: same roster, byte for byte. */
  seed: number
  /** Budget over the whole session, counted in evaluated moves (or their equal). */
  evaluationsMax: number
  engine?: Engine
  /** Start from this roster instead of an empty one. */
  start?: Roster
  checkpoint?: Checkpoint
  /** Recompute after every applied move with the oracle; a difference throws and names rule, move and seed. */
  checked?: boolean
}

/** One solve in slices. Time, cancel and progress belong to the caller, between two steps. */
export interface SolveSession {
  /** Spends at most about `evaluations` more; returns where it stands. */
  step(evaluations: number): Progress
  /** True when the budget is used up or nothing can get better. */
  isDone(): boolean
  best(): Roster
  bestScore(): Score
  checkpoint(): Checkpoint
  /** Sets a new budget over the whole session; cooling follows it. Part of what makes a result repeatable, like the seed. */
  setBudget(evaluationsMax: number): void
  /** The engine that did the work. */
  engine: Engine
}

export type Outcome =
  | { kind: 'solved'; roster: Roster; score: Score; evaluations: number; engine: Engine }
  | { kind: 'cancelled'; roster: Roster; score: Score; evaluations: number; engine: Engine }
  | { kind: 'problem-invalid'; issues: readonly ProblemIssue[] }
