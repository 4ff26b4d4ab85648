// What the assignment needs from a roster under construction. The room knows no rule and no state: who owns them (the
// search) answers these questions, so that the instant engine and a warm start of the search are the same code.
import type { Score } from '../model/outcome.ts'
import type { Roster } from '../model/problem.ts'

/** Heads up to the minimum, or up to what is wanted. */
export type Goal = 'min' | 'target'

export interface AssignmentBoard {
  /** People are 0 to people - 1. */
  readonly people: number
  /** Shift indices by local day, earliest start first. */
  readonly days: readonly (readonly number[])[]
  /** Questions asked so far; the unit of an engine's budget. */
  readonly evaluations: number
  /** After `judge` answered true: what giving the shift would change, level by level; `hard` is never above 0. */
  readonly delta: Readonly<Score>
  /** Heads the shift is meant to have. */
  wanted(shift: number): number
  /** Heads the shift lacks; never negative. */
  missing(shift: number, goal: Goal): number
  /** Whether the person could take the shift without breaking a hard rule anew. Changes nothing. */
  judge(person: number, shift: number): boolean
  /** Gives the shift when that is still allowed and makes the score better; answers whether it did. */
  give(person: number, shift: number): boolean
  /** Shifts that `give` gave to the person and that still are the person's. */
  givenTo(person: number): readonly number[]
  /** Whether the person could take `shift` in place of `dropped`, hard rules alone considered. Changes nothing. */
  judgeInstead(person: number, dropped: number, shift: number): boolean
  /** Does that and gives `dropped` to `taker`, when both are allowed and the score gets better; answers whether it did. */
  giveInstead(person: number, dropped: number, shift: number, taker: number): boolean
  /** Heads below their minimum, over all shifts. */
  missingHeads(): number
  score(): Score
  roster(): Roster
}

/** Better level by level: hard first, then medium, then soft. */
export const isGain = ({ hard, medium, soft }: Score): boolean =>
  hard < 0 || (hard === 0 && (medium < 0 || (medium === 0 && soft < 0)))
