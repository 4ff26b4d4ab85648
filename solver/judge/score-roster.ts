import type { Breach, ScoreReport } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import type { RosterView } from '../rules/kit/define-rule.ts'
import { type RuleInForce, rulesInForce } from '../rules/rules-in-force.ts'
import { scoreOf } from '../score/compare-scores.ts'
import { viewOf } from './view.ts'

/** Score and breaches of a roster by the rules' specs, in the registry's order. Needs a valid problem; the roster may be illegal. */
export function scoreRoster(problem: Problem, roster: Roster): ScoreReport {
  const view = viewOf(problem, roster)
  const breaches = breachesOf(view, rulesInForce(problem))
  return { score: scoreOf(breaches), breaches }
}

function breachesOf(view: RosterView, rules: readonly RuleInForce[]): Breach[] {
  return rules.flatMap(({ rule, uses }) => rule.spec(view, uses))
}
