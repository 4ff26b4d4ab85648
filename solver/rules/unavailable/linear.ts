import { parseInstant } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** A price on the pair: the minutes inside of all spans. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { start, end, problem } = model.frame
  const spans = problem.employees.map(({ unavailable }) =>
    (unavailable ?? []).map((span) => ({ from: parseInstant(span.start)!, to: parseInstant(span.end)! })),
  )
  chargePairs(model, uses, (employee, shift) =>
    spans[employee]!.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, end[shift]!) - Math.max(from, start[shift]!)),
      0,
    ),
  )
}
