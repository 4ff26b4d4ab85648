// What a rule is. One rule, several encodings, one identity; the encodings never call each other.
import type { Frame } from '../../model/frame.ts'
import type { Breach, Justification } from '../../model/outcome.ts'
import type { EmployeeId, Level, RuleId, ShiftId } from '../../model/problem.ts'
import type { Change, Grid } from './grid.ts'
import type { LinearModel } from './linear-model.ts'
import type { Parameter } from './parameters.ts'

/** One setting of a rule, with its parameters read and defaults filled in. */
export interface RuleUse<P> {
  rule: RuleId
  level: Level
  weight: number
  params: P
}

/** A setting in force for a person from one day (counted from the period's first) up to, not including, another. */
export interface PersonUse<P> {
  use: RuleUse<P>
  fromDay: number
  untilDay: number
}

export interface RuleUses<P> {
  /** The organisation's settings; rules about shifts and about the whole roster look here. */
  organisation: readonly RuleUse<P>[]
  /** By employee: the settings in force, the contract's before the organisation's. */
  people: readonly (readonly PersonUse<P>[])[]
}

/** A whole roster as specs see it, and which part of it they are asked about. */
export interface RosterView {
  frame: Frame
  /** By employee: items by day, then start; past ones included. */
  lines: readonly (readonly number[])[]
  /** By shift. */
  heads: Int32Array
  /** Whom rules about people look at; all of them for a whole score. */
  people: readonly number[]
  /** Which shifts rules about shifts look at. */
  shifts: readonly number[]
}

/** Rules that cost the same whatever else a person works: a table of employees by shifts. */
export interface PairTracker {
  kind: 'pair'
  /** Penalty that stands before anyone is assigned (a wish not yet kept). */
  basePenalty: number
  /** Adds penalties to `row`, one entry a shift, at least for `shifts` (ascending or by day); of other entries it may think what it likes. */
  addTo(employee: number, row: Float64Array, shifts: readonly number[]): void
}

/** Rules that depend on how many people a shift has. Must be constant in slope from `headsLinearFrom` on. */
export interface CoverTracker {
  kind: 'cover'
  headsLinearFrom(shift: number): number
  penalty(shift: number, heads: number): number
}

/** Rules about one person's line of work. Values are penalties (size times weight). */
export interface LineTracker {
  kind: 'line'
  /** Only looks at which days are worked, not at what. */
  patternOnly: boolean
  /** Rebuilds what it remembers about a person from `grid.before`; answers the penalty. */
  reset(employee: number): number
  /** The difference the change would make; touches nothing. */
  evaluate(change: Change): number
  /** Remembers the change just evaluated. */
  apply(change: Change): void
}

/** Rules that couple people; asked once a move with all changes of it. */
export interface RosterTracker {
  kind: 'roster'
  reset(): number
  evaluate(changes: readonly Change[], count: number): number
  apply(changes: readonly Change[], count: number): void
}

export type Tracker = PairTracker | CoverTracker | LineTracker | RosterTracker

export interface RuleDefinition<P> {
  id: RuleId
  level: Level
  weight: number
  /** What one unit of size is, e.g. "minutes". */
  sizeUnit: string
  /** What a change of one assignment can touch: one pair, one person's line, one shift's heads, or everything. */
  scope: 'pair' | 'line' | 'cover' | 'roster'
  /** In force without being listed: it costs only where the data asks for it. */
  implicit: boolean
  /** A size that weighs like one breach when the search compares hard rules with each other. */
  guideSize: number
  parameters: readonly Parameter[]
  /** Further checks on read parameters; answers reasons. */
  check?(params: P): readonly string[]
  /** How many days before the period it looks at. */
  lookbackDays(params: P): number
  spec(view: RosterView, uses: RuleUses<P>): Breach[]
  /** The same incrementally, for uses of one level. */
  tracker(grid: Grid, uses: RuleUses<P>): Tracker[]
  /** The same as rows over 0/1 variables, for uses of any level; absent where rows would not be sensible (CONTRIBUTING says why). */
  linear?(model: LinearModel, uses: RuleUses<P>): void
}

/** A rule whatever its parameters; the registry's element. */
export type Rule = RuleDefinition<unknown>

/** Checks nothing at run time; it fixes the parameter type for spec and tracker, and hides it for the registry. */
export function defineRule<P>(definition: RuleDefinition<P>): Rule {
  return definition as Rule
}

/** A breach of a use; `size` must be a positive integer. */
export function breachOf(
  use: RuleUse<unknown>,
  size: number,
  employees: readonly EmployeeId[],
  shifts: readonly ShiftId[],
  justification: Justification,
): Breach {
  return { rule: use.rule, level: use.level, size, penalty: size * use.weight, employees, shifts, justification }
}
