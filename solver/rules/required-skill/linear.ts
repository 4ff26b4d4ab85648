import type { SkillNeed } from '../../model/problem.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import { hasSkillFor } from '../kit/held-skills.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** A price on the pair: the skills it lacks. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { frame } = model
  chargePairs(model, uses, (employee, shift) => {
    const { allOf = [], anyOf = [] } = frame.problem.shifts[shift]!.skills ?? {}
    const has = (need: SkillNeed) => hasSkillFor(frame, employee, need, shift)
    const lacksAny = anyOf.length > 0 && !anyOf.some(has)
    return allOf.filter((need) => !has(need)).length + (lacksAny ? 1 : 0)
  })
}
