// A problem, or a part of it, as rows: every rule in force that has a linear encoding.
import { frameOf } from '../model/frame.ts'
import type { Problem } from '../model/problem.ts'
import { type LinearForm, LinearModel, type LinearScope } from './kit/linear-model.ts'
import { type RuleInForce, rulesInForce } from './rules-in-force.ts'

/** Rules without rows are named in `omitted`: a roster that keeps every row may still break those. */
export function linearForm(
  problem: Problem,
  scope: LinearScope,
  rules: readonly RuleInForce[] = rulesInForce(problem),
): LinearForm {
  const model = new LinearModel(frameOf(problem), scope)
  for (const { rule, uses } of rules)
    if (rule.linear) rule.linear(model, uses)
    else model.omit(rule.id)
  return model.form()
}

/** Everybody and every shift. */
export function wholeScope(problem: Problem): LinearScope {
  return { people: [...problem.employees.keys()], shifts: [...problem.shifts.keys()] }
}
