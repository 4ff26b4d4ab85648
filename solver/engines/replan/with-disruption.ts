import { scoreRoster } from '../../judge/score-roster.ts'
import type { Problem, Roster, RuleSetting } from '../../model/problem.ts'

/** A change within a day is told by telephone, within a week it upsets plans. Chosen; an organisation says otherwise by a setting. */
const notices = [
  { underMinutes: 1440, size: 10 },
  { underMinutes: 10_080, size: 3 },
]
/** One change weighs like the soft cost of so many average assignments. */
const assignmentsWorth = 10

/** The problem with the published roster to be kept: by the organisation's setting of disruption, else by notice as above. */
export function withDisruption(problem: Problem, published: Roster, at: string): Problem {
  const told = { ...problem, published: { at, assignments: published.assignments } }
  if (problem.rules.some(({ rule, level }) => rule === 'disruption' && level !== 'off')) return told
  const silent = problem.rules.filter(({ rule }) => rule !== 'disruption')
  const { soft } = scoreRoster(
    { ...problem, rules: [...silent, { rule: 'disruption', level: 'off' }] },
    published,
  ).score
  const worth = Math.ceil((assignmentsWorth * soft) / Math.max(1, published.assignments.length))
  const setting: RuleSetting = {
    rule: 'disruption',
    weight: Math.min(1_000_000, Math.max(1, worth)),
    params: { size: 1, notices },
  }
  return { ...told, rules: [...silent, setting] }
}
