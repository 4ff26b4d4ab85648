import { parseInstant } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import { chargePairs } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'

/** A price on the pair: the minutes inside of all spans. */
export function linear(model: LinearModel, uses: RuleUses<unknown>): void {
  const { start, end, problem } = model.frame
  const spansOf = (employee: number) =>
    (problem.employees[employee]!.unavailable ?? []).map((span) => ({
      from: parseInstant(span.start)!,
      to: parseInstant(span.end)!,
    }))
  const spans = new Map(model.people.map((employee) => [employee, spansOf(employee)]))
  chargePairs(model, uses, (employee, shift) =>
    spans
      .get(employee)!
      .reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end[shift]!) - Math.max(from, start[shift]!)), 0),
  )
}
