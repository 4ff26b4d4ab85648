import type { RuleUses } from '../kit/define-rule.ts'
import { hasSkillFor } from '../kit/held-skills.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** A price on the pair. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { frame } = model
  chargePairs(model, uses, (employee, shift) => {
    const wanted = frame.problem.shifts[shift]!.preferredSkills ?? []
    return wanted.every((need) => hasSkillFor(frame, employee, need, shift)) ? 0 : 1
  })
}
