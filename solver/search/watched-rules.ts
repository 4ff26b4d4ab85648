// The trackers of all rules in force, by what they look at.
import { type Level, levels, type Problem } from '../model/problem.ts'
import type { CoverTracker, LineTracker, PairTracker, RosterTracker } from '../rules/kit/define-rule.ts'
import type { Grid } from '../rules/kit/grid.ts'
import { usesAt } from '../rules/kit/uses.ts'
import { rulesInForce } from '../rules/rules-in-force.ts'

/** A tracker of lines or of the roster with what the search knows about it. */
export interface Watched<T> {
  rule: string
  tracker: T
  /** 0 hard, 1 medium, 2 soft. */
  level: number
  /** A size that weighs like one breach. */
  unit: number
  /** What a unit of penalty weighs in the guide. */
  guide: number
  penalty: number
  delta: number
}

export interface WatchedRules {
  pairs: readonly { tracker: PairTracker; level: Level }[]
  cover: readonly { tracker: CoverTracker; level: Level }[]
  /** Trackers that look at worked days only come last: most moves need not ask them. */
  lines: readonly Watched<LineTracker>[]
  rosterWide: readonly Watched<RosterTracker>[]
  /** By level: penalty that stands before anyone is assigned. */
  basePenalty: readonly number[]
}

/** How many days before the period some rule looks at. */
export function lookbackDaysOf(problem: Problem): number {
  let lookbackDays = 0
  for (const { rule, uses } of rulesInForce(problem))
    for (const list of uses.people)
      for (const { use } of list) lookbackDays = Math.max(lookbackDays, rule.lookbackDays(use.params))
  return lookbackDays
}

export function watchRules(problem: Problem, grid: Grid): WatchedRules {
  const pairs: { tracker: PairTracker; level: Level }[] = []
  const cover: { tracker: CoverTracker; level: Level }[] = []
  const lines: Watched<LineTracker>[] = []
  const rosterWide: Watched<RosterTracker>[] = []
  const basePenalty = [0, 0, 0]
  for (const { rule, uses } of rulesInForce(problem))
    levels.forEach((level, index) => {
      for (const tracker of rule.tracker(grid, usesAt(uses, level))) {
        const watched = { rule: rule.id, level: index, unit: rule.guideSize, guide: 1, penalty: 0, delta: 0 }
        if (tracker.kind === 'pair') {
          pairs.push({ tracker, level })
          basePenalty[index] = basePenalty[index]! + tracker.basePenalty
        } else if (tracker.kind === 'cover') cover.push({ tracker, level })
        else if (tracker.kind === 'line') lines.push({ ...watched, tracker })
        else rosterWide.push({ ...watched, tracker })
      }
    })
  lines.sort((a, b) => Number(a.tracker.patternOnly) - Number(b.tracker.patternOnly))
  return { pairs, cover, lines, rosterWide, basePenalty }
}
