import type { RuleUses } from '../kit/define-rule.ts'
import { dayBits } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { chargeShortRuns } from '../kit/linear-runs.ts'
import { Sum } from '../kit/linear-sum.ts'
import type { RunMinimumParams } from '../kit/run-minimum.ts'
import { personUses } from '../kit/uses.ts'

/** Every run of worked days that could be too short, told by its days and its two borders. */
export function linear(model: LinearModel, uses: RuleUses<RunMinimumParams>): void {
  const { hasHistory } = model.frame
  for (const [employee, held] of personUses(model, uses)) {
    const workedOn = dayBits(model, employee)
    chargeShortRuns(model, employee, held, {
      isIn: (day) => new Sum().plus(workedOn(day)),
      opensAt: (day) => day === 0 && !hasHistory[employee],
    })
  }
}
