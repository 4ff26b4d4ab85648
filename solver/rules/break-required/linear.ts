import type { RuleUses } from '../kit/define-rule.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import type { BreakRequiredParams } from './spec.ts'

/** A price on the pair: minutes of break that the shift lacks. */
export function linear(model: LinearModel, uses: RuleUses<BreakRequiredParams>): void {
  const { start, end, problem } = model.frame
  chargePairs(model, uses, (_, shift, { breaks }) => {
    let missing = 0
    for (const { overMinutes, breakMinutes } of breaks)
      if (end[shift]! - start[shift]! > overMinutes)
        missing = Math.max(missing, breakMinutes - (problem.shifts[shift]!.breakMinutes ?? 0))
    return missing
  })
}
