import type { Problem } from '../model/problem.ts'
import { rulesInForce } from '../rules/rules-in-force.ts'

/** Rules that judge by who else is in the problem, and wishes that may name a shift of another part. */
const coupling = ['demand-curve', 'budget', 'request-on', 'preferred-employee', 'disruption']

/** Whether such a rule is hard: parts could not see all that it asks for. */
export function couplesPeople(problem: Problem): boolean {
  return rulesInForce(problem).some(
    ({ rule, uses }) =>
      (rule.id.startsWith('fair-') || coupling.includes(rule.id)) &&
      [...uses.organisation, ...uses.people.flatMap((list) => list.map(({ use }) => use))].some(
        ({ level }) => level === 'hard',
      ),
  )
}
