import { parseInstant } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import { hasSkillFor } from '../kit/held-skills.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { Sum } from '../kit/linear-sum.ts'

/** Head-minutes wanted in each interval, less those of everyone who counts there. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { frame } = model
  for (const { site, skill, start, intervalMinutes, heads } of frame.problem.demand ?? []) {
    const first = parseInstant(start)!
    const here = model.shifts.filter((shift) => frame.problem.shifts[shift]!.site === site)
    heads.forEach((wanted, index) => {
      const opens = first + index * intervalMinutes
      const missing = new Sum(wanted * intervalMinutes)
      for (const shift of here) {
        const end = Math.min(frame.end[shift]!, opens + intervalMinutes)
        const minutes = end - Math.max(frame.start[shift]!, opens)
        if (minutes <= 0) continue
        for (const employee of model.people)
          if (!skill || hasSkillFor(frame, employee, skill, shift)) missing.plus(model.works(employee, shift), -minutes)
      }
      for (const use of uses.organisation) model.charge(use, [], [], missing)
    })
  }
}
