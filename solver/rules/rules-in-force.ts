// The settings of a problem, resolved once.
import { frameOf } from '../model/frame.ts'
import type { Problem } from '../model/problem.ts'
import type { Rule, RuleUses } from './kit/define-rule.ts'
import { isUsed, resolveUses } from './kit/uses.ts'
import { registry } from './registry.ts'

export interface RuleInForce {
  rule: Rule
  uses: RuleUses<unknown>
}

const inForce = new WeakMap<Problem, readonly RuleInForce[]>()

/** Rules with at least one setting, in the registry's order. */
export function rulesInForce(problem: Problem): readonly RuleInForce[] {
  const known = inForce.get(problem)
  if (known) return known
  const frame = frameOf(problem)
  const rules = registry.map((rule) => ({ rule, uses: resolveUses(frame, rule) })).filter(({ uses }) => isUsed(uses))
  inForce.set(problem, rules)
  return rules
}
