import { scoreRoster } from '../judge/score-roster.ts'
import { viewOf } from '../judge/view.ts'
import { type Frame, frameOf } from '../model/frame.ts'
import type { Conflict, InfeasibilityReport } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { SearchSession } from '../search/search.ts'
import { coverConflicts } from './cover-conflict.ts'
import { Effort } from './effort.ts'
import { pinConflicts } from './pin-conflict.ts'
import { teamConflicts } from './team-conflict.ts'

export interface ExplainOptions {
  /** The best roster known; without it a short search makes one. */
  roster?: Roster
  /** What may be spent on proofs, in pairs of shifts looked at: 20 million (a second or two) when absent. */
  evaluationsMax?: number
  seed?: number
}

const searchEvaluations = 300_000

/**
 * Whether hard rules and every shift's minimum can be kept together; if not, small sets of rules and shifts that already
 * exclude each other, each proven by itself: pins that one person's rules forbid, shifts for which people cannot work enough
 * (a bound on each person's line, exact or above), and single shifts whose people may not be together (integer program). The
 * method finds many conflicts, not all: `unknown` says that nothing was proven. Needs a valid problem. Deterministic.
 */
export function explainInfeasible(problem: Problem, options: ExplainOptions = {}): InfeasibilityReport {
  const frame = frameOf(problem)
  const effort = new Effort(options.evaluationsMax ?? 20_000_000)
  const byPins = pinConflicts(frame, effort)
  if (byPins.length > 0) return reportOf(byPins)
  const roster = options.roster ?? quickRoster(problem, options.seed ?? 1)
  const open = openShifts(frame, roster)
  if (open.length === 0)
    return scoreRoster(problem, roster).score.hard === 0 ? { kind: 'feasible', roster } : { kind: 'unknown' }
  const conflicts = coverConflicts(frame, open, effort)
  return reportOf(conflicts.length > 0 ? conflicts : teamConflicts(frame, open, effort))
}

function reportOf(conflicts: readonly Conflict[]): InfeasibilityReport {
  if (conflicts.length === 0) return { kind: 'unknown' }
  const missing = conflicts.map(({ family }) => family.headsNeeded - family.headsMax)
  return { kind: 'conflict', conflicts, missingHeadsMin: Math.max(...missing) }
}

/** Shifts below their minimum. */
function openShifts(frame: Frame, roster: Roster): number[] {
  const { heads } = viewOf(frame.problem, roster)
  return frame.problem.shifts.flatMap((shift, index) => (heads[index]! < shift.heads.min ? [index] : []))
}

function quickRoster(problem: Problem, seed: number): Roster {
  const session = new SearchSession(problem, { seed, evaluationsMax: searchEvaluations }, null)
  while (!session.isDone()) session.step(searchEvaluations)
  return session.best()
}
