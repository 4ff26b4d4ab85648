// Shifts for which people cannot work enough.
import { type Frame, frameOf } from '../model/frame.ts'
import type { Conflict, Relaxation } from '../model/outcome.ts'
import type { SkillNeed } from '../model/problem.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import { CoverBound } from './cover-bound.ts'
import type { Effort } from './effort.ts'
import { familiesOf } from './families.ts'
import { personalRules } from './hard-rules.ts'
import { smallestSet } from './smallest-set.ts'

/** So many conflicts at most are worked out: a planner mends one and asks again. */
const conflictsMax = 3

interface Short {
  shifts: readonly number[]
  missing: number
}

/** For shifts that stay open: sets of shifts that provably need more heads than people can give, the shortest of people first. */
export function coverConflicts(frame: Frame, open: readonly number[], effort: Effort): Conflict[] {
  const rules = personalRules(frame.problem)
  const conflicts: Conflict[] = []
  const explained = new Set<number>()
  for (const short of shortFamilies(frame, rules, open, effort)) {
    if (conflicts.length === conflictsMax) break
    if (short.shifts.every((shift) => explained.has(shift) || !open.includes(shift))) continue
    for (const shift of short.shifts) explained.add(shift)
    conflicts.push(conflictOf(frame, rules, short, effort))
  }
  return conflicts
}

/** Families with heads that must stay open: most missing first, then the fewest shifts. */
function shortFamilies(frame: Frame, rules: readonly RuleInForce[], open: readonly number[], effort: Effort): Short[] {
  const short: Short[] = []
  const proven = new Set<number>()
  for (const { shifts, circle, isWhole } of familiesOf(frame, rules, open)) {
    // A part says more than the whole, and the whole takes the longest.
    if (isWhole && proven.has(circle)) continue
    const missing = CoverBound.open(frame, rules, shifts, effort)?.missing(shifts) ?? null
    if (missing === null) break
    if (missing <= 0) continue
    short.push({ shifts, missing })
    proven.add(circle)
  }
  return short.sort((a, b) => b.missing - a.missing || a.shifts.length - b.shifts.length)
}

function conflictOf(frame: Frame, all: readonly RuleInForce[], short: Short, effort: Effort): Conflict {
  const { problem } = frame
  const missingUnder = (rules: readonly RuleInForce[], shifts: readonly number[]) =>
    CoverBound.open(frame, rules, shifts, effort)?.missing(shifts) ?? null
  const isShort = (missing: number | null) => (missing === null ? null : missing > 0)
  const rules = smallestSet(all, (kept) => isShort(missingUnder(kept, short.shifts)))
  const bound = CoverBound.open(frame, rules.kept, short.shifts, effort)
  const shifts = smallestSet(short.shifts, (kept) => isShort(bound?.missing(kept) ?? null))
  const needed = (list: readonly number[]) => list.reduce((sum, shift) => sum + problem.shifts[shift]!.heads.min, 0)
  const headsNeeded = needed(shifts.kept)
  const family = needed(short.shifts)
  return {
    rules: rules.kept.map(({ rule }) => rule.id),
    shifts: shifts.kept.map((shift) => problem.shifts[shift]!.id),
    isSmallest: rules.isSmallest && shifts.isSmallest,
    people: (bound?.peopleFor(shifts.kept) ?? []).map((employee) => problem.employees[employee]!.id),
    skills: commonNeeds(frame, shifts.kept),
    headsNeeded,
    headsMax: headsNeeded - (bound?.missing(shifts.kept) ?? 1),
    family: {
      shifts: short.shifts.map((shift) => problem.shifts[shift]!.id),
      headsNeeded: family,
      headsMax: family - short.missing,
    },
    relaxations: relaxationsOf(frame, all, rules.kept, short, effort),
  }
}

const keyOf = ({ skill, levelMin }: SkillNeed) => JSON.stringify([skill, levelMin ?? 1])

/** What every one of the shifts asks for. */
function commonNeeds({ problem }: Frame, shifts: readonly number[]): SkillNeed[] {
  const [first, ...others] = shifts.map((shift) => problem.shifts[shift]!.skills?.allOf ?? [])
  return (first ?? []).filter((need) => others.every((list) => list.some((other) => keyOf(other) === keyOf(need))))
}

/** Each rule of the conflict given up by itself, and each skill that all of the family ask for; the most helpful first. */
function relaxationsOf(
  frame: Frame,
  all: readonly RuleInForce[],
  kept: readonly RuleInForce[],
  { shifts, missing }: Short,
  effort: Effort,
): Relaxation[] {
  const tried: Relaxation[] = []
  const note = (rule: string, skill: string | null, left: number | null | undefined) => {
    if (left !== null && left !== undefined && left < missing)
      tried.push({ rule, skill, missingHeadsLeft: Math.max(0, left) })
  }
  for (const { rule } of kept) {
    const rest = all.filter((other) => other.rule !== rule)
    note(rule.id, null, CoverBound.open(frame, rest, shifts, effort)?.missing(shifts))
    if (rule.id !== 'required-skill') continue
    for (const { skill } of commonNeeds(frame, shifts)) {
      const eased = frameOf(withoutSkill(frame, shifts, skill))
      note(rule.id, skill, CoverBound.open(eased, personalRules(eased.problem), shifts, effort)?.missing(shifts))
    }
  }
  return tried.sort((a, b) => a.missingHeadsLeft - b.missingHeadsLeft)
}

/** The problem with one skill no longer asked for by the shifts. */
function withoutSkill({ problem }: Frame, shifts: readonly number[], skill: string) {
  const eased = new Set(shifts)
  return {
    ...problem,
    shifts: problem.shifts.map((shift, index) => {
      if (!eased.has(index) || !shift.skills?.allOf) return shift
      return { ...shift, skills: { ...shift.skills, allOf: shift.skills.allOf.filter((need) => need.skill !== skill) } }
    }),
  }
}
