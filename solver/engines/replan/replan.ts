// The door of replanning: least disruption after something happened to a published roster.
import { ProblemInvalid, validateProblem } from '../../judge/validate-problem.ts'
import { diffRosters } from '../../model/diff.ts'
import type { ProblemIssue, RosterDiff, Score, SolveOptions } from '../../model/outcome.ts'
import type { Assignment, Instant, Problem, Roster } from '../../model/problem.ts'
import type { RosterChange } from '../../model/roster-change.ts'
import { parseInstant } from '../../model/time.ts'
import { applyChanges } from './apply-changes.ts'
import { freeImpossible } from './free-impossible.ts'
import { headsOf } from './neighbourhood.ts'
import { ReplanSession, type ReplanTask } from './replan-session.ts'
import { withDisruption } from './with-disruption.ts'

export interface ReplanOptions extends SolveOptions {
  /** Now: what began before stays, and notice is counted from here. */
  at: Instant
}

export type ReplanOutcome =
  | {
      kind: 'replanned'
      /** The problem after the changes, by which the roster is scored. */
      problem: Problem
      roster: Roster
      score: Score
      /** What the changes made impossible. */
      freed: readonly Assignment[]
      /** Against the published roster; shifts that are gone left out. */
      diff: RosterDiff
      evaluations: number
    }
  | { kind: 'problem-invalid'; issues: readonly ProblemIssue[] }

/** A replanning that is worked on in steps, and what it starts from. Throws ProblemInvalid when the changes do not fit. */
export function openReplan(
  problem: Problem,
  published: Roster,
  changes: readonly RosterChange[],
  options: ReplanOptions,
): { session: ReplanSession; problem: Problem; freed: readonly Assignment[] } {
  const issues = checkChanges(problem, changes)
  const changed = applyChanges(problem, published, changes)
  issues.push(...validateProblem(changed.problem))
  if (issues.length > 0) throw new ProblemInvalid(issues)
  const told = withDisruption(changed.problem, changed.roster, options.at)
  const { kept, freed } = freeImpossible(told, changed.roster, changes, options.at)
  const gaps = gapsOf(told, changed.roster, kept, changed.touched, options.at)
  const shifts = told.shifts.map((shift) => {
    const { min, target, max } = shift.heads
    const wanted = gaps.get(shift.id) ?? min
    return wanted <= min
      ? shift
      : { ...shift, heads: { min: wanted, ...(max !== undefined && { max }), ...(target !== undefined && { target }) } }
  })
  const task: ReplanTask = { problem: told, aim: { ...told, shifts }, kept, gaps, at: options.at }
  return { session: new ReplanSession(task, options), problem: told, freed }
}

/**
 * The published roster mended after changes: what became impossible is freed and found people for, first by one swap-in or
 * one exchange, then by searching wider and wider, and nothing else moves. Hard rules are broken nowhere anew.
 */
export function replan(
  problem: Problem,
  published: Roster,
  changes: readonly RosterChange[],
  options: ReplanOptions,
): ReplanOutcome {
  try {
    const opened = openReplan(problem, published, changes, options)
    const { session, freed } = opened
    let evaluations = 0
    while (!session.isDone()) ({ evaluations } = session.step(100_000))
    const roster = session.best()
    const ids = new Set(opened.problem.shifts.map(({ id }) => id))
    const before = { assignments: published.assignments.filter(({ shift }) => ids.has(shift)) }
    const diff = diffRosters(before, roster)
    return { kind: 'replanned', problem: opened.problem, roster, score: session.bestScore(), freed, diff, evaluations }
  } catch (error) {
    if (error instanceof ProblemInvalid) return { kind: 'problem-invalid', issues: error.issues }
    throw error
  }
}

/** Changes that name nobody or nothing. */
function checkChanges(problem: Problem, changes: readonly RosterChange[]): ProblemIssue[] {
  const employees = new Set(problem.employees.map(({ id }) => id))
  const shifts = new Set(problem.shifts.map(({ id }) => id))
  return changes.flatMap((change, index) => {
    const issues: ProblemIssue[] = []
    if ('employee' in change && !employees.has(change.employee))
      issues.push({ path: `changes[${index}].employee`, reason: `names no employee: "${change.employee}"` })
    if (change.kind !== 'shift-added' && 'shift' in change && !shifts.has(change.shift))
      issues.push({ path: `changes[${index}].shift`, reason: `names no shift: "${change.shift}"` })
    return issues
  })
}

/** Shifts that have not begun and lost somebody, with the heads they are to have again, and new or moved ones with their minimum. */
function gapsOf(
  problem: Problem,
  before: Roster,
  kept: Roster,
  touched: ReadonlySet<string>,
  at: Instant,
): Map<string, number> {
  const was = headsOf(before)
  const now = headsOf(kept)
  const gaps = new Map<string, number>()
  for (const { id, heads, start } of problem.shifts) {
    if (parseInstant(start)! < parseInstant(at)!) continue
    const had = was.get(id) ?? 0
    const lost = had > (now.get(id) ?? 0) ? Math.min(had, heads.target ?? heads.min) : 0
    const wanted = Math.max(lost, touched.has(id) ? heads.min : 0)
    if (wanted > (now.get(id) ?? 0)) gaps.set(id, wanted)
  }
  return gaps
}
