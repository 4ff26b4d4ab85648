import { scoreRoster } from '../judge/score-roster.ts'
import { viewOf } from '../judge/view.ts'
import { type Frame, frameOf } from '../model/frame.ts'
import type { Conflict, InfeasibilityReport } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { SearchSession } from '../search/search.ts'
import { coverConflicts } from './cover-conflict.ts'
import { Effort } from './effort.ts'
import type { Open } from './families.ts'
import { pinConflicts } from './pin-conflict.ts'
import { teamConflicts } from './team-conflict.ts'

export interface ExplainOptions {
  /** The best roster known; without it a short search makes one. */
  roster?: Roster
  /** What may be spent on proofs, in steps: 20 million (a second or two) when absent. */
  evaluationsMax?: number
  seed?: number
}

const searchEvaluations = 300_000

/**
 * Whether hard rules and every shift's minimum can be kept together; if not, small sets of rules and shifts that already
 * exclude each other, each proven by itself: pins that one person's rules forbid, shifts for which people cannot work enough
 * (a bound on each person's line, exact or above; several sets, found by prices), and single shifts whose people may not be
 * together (integer program). `missingHeadsMin` adds up what sets without a shift in common miss. The method finds many conflicts,
 * not all: `unknown` says that nothing was proven. Needs a valid problem. Deterministic.
 */
export function explainInfeasible(problem: Problem, options: ExplainOptions = {}): InfeasibilityReport {
  const frame = frameOf(problem)
  const effort = new Effort(options.evaluationsMax ?? 20_000_000)
  const byPins = pinConflicts(frame, effort)
  if (byPins.length > 0) return { kind: 'conflict', conflicts: byPins, missingHeadsMin: missingIn(byPins) }
  const roster = options.roster ?? quickRoster(problem, options.seed ?? 1)
  const open = openShifts(frame, roster)
  if (open.shifts.length === 0)
    return scoreRoster(problem, roster).score.hard === 0 ? { kind: 'feasible', roster } : { kind: 'unknown' }
  const byCover = coverConflicts(frame, open, effort)
  const left = open.shifts.filter((shift) => !byCover.shifts.includes(shift))
  const byTeam = teamConflicts(frame, left, effort)
  const conflicts = [...byCover.conflicts, ...byTeam]
  if (conflicts.length === 0) return { kind: 'unknown' }
  return { kind: 'conflict', conflicts, missingHeadsMin: byCover.missing + missingIn(byTeam) }
}

/** Heads missing in conflicts without a shift or a pin in common. */
function missingIn(conflicts: readonly Conflict[]): number {
  return conflicts.reduce((sum, { family }) => sum + family.headsNeeded - family.headsMax, 0)
}

function openShifts({ problem }: Frame, roster: Roster): Open {
  const { heads } = viewOf(problem, roster)
  const lacks = problem.shifts.map((shift, index) => Math.max(0, shift.heads.min - heads[index]!))
  const shifts = [...lacks.keys()].filter((shift) => lacks[shift]! > 0)
  return { shifts, heads: lacks.reduce((sum, lack) => sum + lack, 0) }
}

function quickRoster(problem: Problem, seed: number): Roster {
  const session = new SearchSession(problem, { seed, evaluationsMax: searchEvaluations }, null)
  while (!session.isDone()) session.step(searchEvaluations)
  return session.best()
}
