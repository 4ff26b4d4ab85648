import type { RuleUses } from '../kit/define-rule.ts'
import { dayBits } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { chargeShortRuns } from '../kit/linear-runs.ts'
import { Sum } from '../kit/linear-sum.ts'
import type { RunMinimumParams } from '../kit/run-minimum.ts'
import { personUses } from '../kit/uses.ts'

/** Every run of free days that could be too short. Before a known past somebody was free; before an unknown one nothing is. */
export function linear(model: LinearModel, uses: RuleUses<RunMinimumParams>): void {
  const { hasHistory } = model.frame
  for (const [employee, held] of personUses(model, uses)) {
    const workedOn = dayBits(model, employee)
    chargeShortRuns(model, employee, held, {
      isIn: (day) => (day < 0 && !hasHistory[employee] ? new Sum() : new Sum(1).plus(workedOn(day), -1)),
      opensAt: (day) => day === 0 && !hasHistory[employee],
    })
  }
}
