// The hard rules a proof may use.
import type { Problem } from '../model/problem.ts'
import { isUsed, usesAt } from '../rules/kit/uses.ts'
import { type RuleInForce, rulesInForce } from '../rules/rules-in-force.ts'

/**
 * Rules that less work never breaks: what they forbid among some shifts, they forbid whatever else is worked. Proofs look at
 * some shifts only, so they may use these and no others.
 */
const lessWorkKeeps: ReadonlySet<string> = new Set([
  'required-skill',
  'no-overlap',
  'unavailable',
  'min-rest',
  'max-shifts-per-day',
  'max-minutes',
  'max-consecutive-days',
  'weekly-rest',
  'max-weekends',
  'succession',
  'max-shifts-of-type',
  'max-consecutive-nights',
  'site-eligibility',
  'prohibited-employee',
  'break-required',
  'pinned',
])

/** Rules that couple the people of one shift, and look at nothing beyond it. */
const aboutOneShift: ReadonlySet<string> = new Set(['not-together', 'only-together', 'max-head-count'])

const hardAmong = (problem: Problem, ids: ReadonlySet<string>): RuleInForce[] =>
  rulesInForce(problem)
    .filter(({ rule }) => ids.has(rule.id) && rule.linear)
    .map(({ rule, uses }) => ({ rule, uses: usesAt(uses, 'hard') }))
    .filter(({ uses }) => isUsed(uses))

/** Hard uses of rules about pairs and lines that less work never breaks. */
export const personalRules = (problem: Problem): RuleInForce[] => hardAmong(problem, lessWorkKeeps)

/** Hard uses of rules about the people of one shift. */
export const teamRules = (problem: Problem): RuleInForce[] => hardAmong(problem, aboutOneShift)
