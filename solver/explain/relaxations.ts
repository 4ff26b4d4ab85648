// What giving up one rule would leave of the heads that are missing: bounds, never a promise.
import { type Frame, frameOf } from '../model/frame.ts'
import type { Relaxation } from '../model/outcome.ts'
import type { SkillNeed } from '../model/problem.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import { CoverBound } from './cover-bound.ts'
import type { Effort } from './effort.ts'
import { personalRules } from './hard-rules.ts'
import type { Short } from './price-ascent.ts'

/** What every one of the shifts asks for. */
export function commonNeeds({ problem }: Frame, shifts: readonly number[]): SkillNeed[] {
  const [first, ...others] = shifts.map((shift) => problem.shifts[shift]!.skills?.allOf ?? [])
  return (first ?? []).filter((need) => others.every((list) => list.some((other) => keyOf(other) === keyOf(need))))
}

const keyOf = ({ skill, levelMin }: SkillNeed) => JSON.stringify([skill, levelMin ?? 1])

/**
 * Each rule given up by itself, and each skill that all of the shifts ask for, where that leaves fewer heads missing; the most helpful
 * first. What `inner` sets of the shifts still miss is still missing in the whole.
 */
export function relaxationsOf(
  frame: Frame,
  rules: readonly RuleInForce[],
  { shifts, missing }: Short,
  inner: readonly (readonly number[])[],
  effort: Effort,
): Relaxation[] {
  const tried: Relaxation[] = []
  const note = (rule: string, skill: string | null, eased: Frame, kept: readonly RuleInForce[]) => {
    const bound = CoverBound.open(eased, kept, shifts, effort)
    const left = [shifts, ...inner].map((some) => bound?.missing(some) ?? missing)
    const missingHeadsLeft = Math.max(0, ...left)
    if (missingHeadsLeft < missing) tried.push({ rule, skill, missingHeadsLeft })
  }
  for (const { rule } of rules) {
    note(
      rule.id,
      null,
      frame,
      rules.filter((other) => other.rule !== rule),
    )
    if (rule.id !== 'required-skill') continue
    for (const { skill } of commonNeeds(frame, shifts)) {
      const eased = frameOf(withoutSkill(frame, shifts, skill))
      note(rule.id, skill, eased, personalRules(eased.problem))
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
