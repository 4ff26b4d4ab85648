// Shifts for which people cannot work enough.
import type { Frame } from '../model/frame.ts'
import type { Conflict } from '../model/outcome.ts'
import { linearForm, wholeScope } from '../rules/linear-form.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import { CoverBound } from './cover-bound.ts'
import { disjointParts } from './disjoint-parts.ts'
import type { Effort } from './effort.ts'
import { familiesOf, type Open } from './families.ts'
import { personalRules } from './hard-rules.ts'
import { ascend, type Short } from './price-ascent.ts'
import { commonNeeds, relaxationsOf } from './relaxations.ts'
import { smallestSet } from './smallest-set.ts'

/** So many parts at most are worked out: a planner mends one and asks again. */
const partsMax = 3

/** Days around open shifts that are looked at, widest first; what is opened to prove a conflict, and to ease it, costs so many times as much again. */
const reachDays = [Number.POSITIVE_INFINITY, 14, 7, 3, 1]
const openedLater = 12

export interface CoverConflicts {
  conflicts: Conflict[]
  /** Shifts of all parts, and the heads of them that must stay open at least. */
  shifts: readonly number[]
  missing: number
}

/**
 * For shifts that stay open: sets of shifts that provably need more heads than people can give. First the set that misses the most,
 * then its parts without a shift in common, which add up. Of each part, a smaller set that misses heads by itself comes first.
 */
export function coverConflicts(frame: Frame, open: Open, effort: Effort): CoverConflicts {
  const rules = personalRules(frame.problem).filter((rule) => barsAnything(frame, rule))
  const nothing = { conflicts: [], shifts: [], missing: 0 }
  const { bound, among } = openBound(frame, rules, open, effort)
  if (bound === null) return nothing
  const families = shortFamilies(frame, rules, bound, among, open)
  const best = families.reduce((a, b) => (b.missing > a.missing ? b : a), { shifts: [], missing: 0 } as Short)
  const whole = ascend(bound, among, best, open.heads)
  if (whole.missing <= 0) return nothing
  const tight = smallestSet(whole.shifts, (kept) => isAbove(bound.missing(kept), whole.missing - 1)).kept
  const parts = disjointParts(frame, bound, { shifts: tight, missing: whole.missing })
  parts.sort((a, b) => b.missing - a.missing || a.shifts.length - b.shifts.length)
  const conflicts = parts.slice(0, partsMax).flatMap((part) => {
    const inner = innerOf(bound, families, part)
    const small = inner === null ? [] : [conflictOf(frame, rules, bound, inner, null, effort)]
    return [...small, conflictOf(frame, rules, bound, part, inner, effort)]
  })
  const shifts = parts.flatMap((part) => part.shifts)
  return { conflicts, shifts, missing: parts.reduce((sum, part) => sum + part.missing, 0) }
}

/** Whether a rule about pairs forbids one at all; the others are asked when it matters. */
function barsAnything({ problem }: Frame, inForce: RuleInForce): boolean {
  if (inForce.rule.scope !== 'pair') return true
  const { prices } = linearForm(problem, wholeScope(problem), [inForce])
  return prices.length > 0
}

const isAbove = (missing: number | null, least: number) => (missing === null ? null : missing > least)

/** Bounds on shifts around the open ones: of the widest stretch of days that leaves enough effort for what follows. */
function openBound(frame: Frame, rules: readonly RuleInForce[], open: Open, effort: Effort) {
  const days = [...new Set(open.shifts.map((shift) => frame.day[shift]!))]
  for (const reach of reachDays) {
    const among = [...frame.problem.shifts.keys()].filter(
      (shift) =>
        frame.problem.shifts[shift]!.heads.min > 0 && days.some((day) => Math.abs(frame.day[shift]! - day) <= reach),
    )
    if (CoverBound.isAffordable(frame, among, effort, openedLater))
      return { bound: CoverBound.open(frame, rules, among, effort), among }
  }
  return { bound: null, among: [] }
}

/** Families with heads that must stay open. */
function shortFamilies(
  frame: Frame,
  rules: readonly RuleInForce[],
  bound: CoverBound,
  among: readonly number[],
  open: Open,
): Short[] {
  return familiesOf(frame, rules, among, open.shifts).flatMap((shifts) => {
    const missing = bound.missing(shifts) ?? 0
    return missing > 0 ? [{ shifts, missing }] : []
  })
}

/** The family whose shifts miss the most within a part, when they are not all of it. */
function innerOf(bound: CoverBound, families: readonly Short[], { shifts }: Short): Short | null {
  const within = new Set(shifts)
  let inner: Short | null = null
  let most = 0
  for (const family of families) {
    const common = family.shifts.filter((shift) => within.has(shift))
    const missing = common.length < shifts.length ? (bound.missing(common) ?? 0) : 0
    const isShorter = inner !== null && family.shifts.length < inner.shifts.length
    if (missing < most || (missing === most && !isShorter)) continue
    inner = family.missing >= missing ? family : { shifts: common, missing }
    most = missing
  }
  return inner
}

/** A small set of rules and shifts that miss more than an inner set of them does by itself. */
function conflictOf(
  frame: Frame,
  all: readonly RuleInForce[],
  underAll: CoverBound,
  short: Short,
  inner: Short | null,
  effort: Effort,
): Conflict {
  const { problem } = frame
  const inside = inner?.missing ?? 0
  // Fewer rules prove no more of fewer shifts, so the shifts stay a smallest set under the rules that are kept.
  const shifts = smallestSet(short.shifts, (kept) => isAbove(underAll.missing(kept), inside))
  const rules = smallestSet(all, (kept) =>
    isAbove(CoverBound.open(frame, kept, shifts.kept, effort)?.missing(shifts.kept) ?? null, inside),
  )
  const bound = CoverBound.open(frame, rules.kept, shifts.kept, effort)
  const needed = (list: readonly number[]) => list.reduce((sum, shift) => sum + problem.shifts[shift]!.heads.min, 0)
  const idsOf = (list: readonly number[]) => list.map((shift) => problem.shifts[shift]!.id)
  const headsNeeded = needed(shifts.kept)
  const inFamily = needed(short.shifts)
  return {
    rules: (bound ? rules.kept : all).map(({ rule }) => rule.id),
    shifts: idsOf(shifts.kept),
    isSmallest: bound !== null && rules.isSmallest && shifts.isSmallest,
    people: (bound ?? underAll).peopleFor(shifts.kept).map((employee) => problem.employees[employee]!.id),
    skills: commonNeeds(frame, shifts.kept),
    headsNeeded,
    headsMax: headsNeeded - (bound?.missing(shifts.kept) ?? inside + 1),
    family: { shifts: idsOf(short.shifts), headsNeeded: inFamily, headsMax: inFamily - short.missing },
    relaxations: relaxationsOf(frame, all, short, inner ? [inner.shifts] : [], effort),
  }
}
