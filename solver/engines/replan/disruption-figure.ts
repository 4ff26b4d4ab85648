import { scoreRoster } from '../../judge/score-roster.ts'
import { diffRosters } from '../../model/diff.ts'
import type { Instant, Problem, Roster } from '../../model/problem.ts'
import { withDisruption } from './with-disruption.ts'

/**
 * What changes of a roster ask of people: assignments taken and given, and the same in points, the more the less notice they leave at
 * `at` (by the organisation's setting of disruption, else by that of replanning).
 */
export function disruptionFigure(
  problem: Problem,
  before: Roster,
  after: Roster,
  at: Instant,
): { changes: number; points: number } {
  const { added, removed } = diffRosters(before, after)
  const { breaches } = scoreRoster(withDisruption(problem, before, at), after)
  const points = breaches.reduce((sum, { rule, size }) => (rule === 'disruption' ? sum + size : sum), 0)
  return { changes: added.length + removed.length, points }
}
