// The rules in force, sorted by what they speak of. Rules that cost the same whatever else a person works, and rules about
// heads, are read through their trackers, whatever they are; rules about a line are left to whoever builds lines.
import { type Frame, frameOf } from '../model/frame.ts'
import type { Level, Problem, RuleId } from '../model/problem.ts'
import { levels } from '../model/problem.ts'
import type { CoverTracker, PairTracker, Rule, RuleUses } from '../rules/kit/define-rule.ts'
import { Grid } from '../rules/kit/grid.ts'
import { isUsed, resolveUses, usesAt } from '../rules/kit/uses.ts'
import { registry } from '../rules/registry.ts'
import type { LevelFactors } from './automaton/line-machine.ts'
import { coverCosts } from './compile-cover.ts'

/** A rule at one level. */
export interface RuleAtLevel {
  rule: Rule
  level: Level
  uses: RuleUses<unknown>
}

/** What a person pays, shift by shift, and what is forbidden or owed. */
export interface PairCosts {
  cost: Float64Array
  forbidden: Uint8Array
  owed: Uint8Array
}

export interface RulesRead {
  frame: Frame
  /** Rules about one person's line, fair shares of minutes among them. */
  lineRules: readonly RuleAtLevel[]
  pairs: readonly PairCosts[]
  /** Cost of pairs before anybody is assigned. */
  basePenalty: number
  cover: { points: number[]; slopes: number[]; atZero: number }[]
  factors: LevelFactors
  /** Rules that couple people, or price heads in a way that is not convex. */
  unsupported: ReadonlySet<RuleId>
}

/** Reads every rule in force. */
export function readRules(problem: Problem): RulesRead {
  const frame = frameOf(problem)
  const grid = new Grid(frame, 1, 0)
  const unsupported = new Set<RuleId>()
  const lineRules: RuleAtLevel[] = []
  const pairTrackers: { level: Level; tracker: PairTracker }[] = []
  const covers: { level: Level; tracker: CoverTracker }[] = []
  for (const rule of registry) {
    const all = resolveUses(frame, rule)
    for (const level of levels) {
      const uses = usesAt(all, level)
      if (!isUsed(uses)) continue
      if (rule.scope === 'line' || rule.id === 'fair-minutes') {
        lineRules.push({ rule, level, uses })
        continue
      }
      for (const tracker of rule.tracker(grid, uses)) {
        if (tracker.kind === 'cover') covers.push({ level, tracker })
        else if (tracker.kind === 'pair') pairTrackers.push({ level, tracker })
        else unsupported.add(rule.id)
      }
    }
  }
  for (let shift = 0; shift < frame.shiftCount; shift++)
    if (frame.day[shift]! < 0 || frame.day[shift]! >= frame.days) unsupported.add('no-overlap')
  const { pairs, mediumFactor, basePenalty } = readPairs(frame, pairTrackers)
  const factors = { hard: hardFactor(frame, covers, mediumFactor), medium: mediumFactor, soft: 1 }
  const cover = coverCosts(
    frame,
    covers.map(({ level, tracker }) => ({ factor: factors[level], tracker })),
  )
  if (!cover) unsupported.add('target-cover')
  return { frame, lineRules, pairs, basePenalty, cover: cover ?? [], factors, unsupported }
}

/** What a surplus head costs that a hard rule forbids: more than heads elsewhere can save, but no more, for the sake of prices. */
function hardFactor(
  frame: Frame,
  covers: readonly { level: Level; tracker: CoverTracker }[],
  mediumFactor: number,
): number {
  let most = mediumFactor
  for (let shift = 0; shift < frame.shiftCount; shift++) {
    let first = 0
    for (const { level, tracker } of covers)
      if (level !== 'hard')
        first += (level === 'medium' ? mediumFactor : 1) * (tracker.penalty(shift, 0) - tracker.penalty(shift, 1))
    most = Math.max(most, first)
  }
  return 10 * most
}

/** Tables of people by shifts. One medium counts as so many soft that no single shift's soft cost outweighs it. */
function readPairs(
  frame: Frame,
  trackers: readonly { level: Level; tracker: PairTracker }[],
): { pairs: PairCosts[]; mediumFactor: number; basePenalty: number } {
  const row = new Float64Array(frame.shiftCount)
  const shifts = Array.from(row, (_, shift) => shift)
  const medium = new Map<number, Float64Array>()
  let most = 0
  const pairs = frame.problem.employees.map((_, p): PairCosts => {
    const pair = {
      cost: new Float64Array(frame.shiftCount),
      forbidden: new Uint8Array(frame.shiftCount),
      owed: new Uint8Array(frame.shiftCount),
    }
    for (const { level, tracker } of trackers) {
      row.fill(0)
      tracker.addTo(p, row, shifts)
      if (level === 'medium') {
        const own = medium.get(p) ?? new Float64Array(frame.shiftCount)
        medium.set(p, own)
        for (let shift = 0; shift < row.length; shift++) own[shift]! += row[shift]!
        continue
      }
      for (let shift = 0; shift < row.length; shift++) {
        if (level === 'soft') pair.cost[shift]! += row[shift]!
        else if (row[shift]! > 0) pair.forbidden[shift] = 1
        else if (row[shift]! < 0) pair.owed[shift] = 1
      }
    }
    for (const cost of pair.cost) most = Math.max(most, Math.abs(cost))
    return pair
  })
  const factor = 10 ** Math.max(4, Math.ceil(Math.log10(4 * most + 1)))
  for (const [p, own] of medium)
    for (let shift = 0; shift < own.length; shift++) pairs[p]!.cost[shift]! += factor * own[shift]!
  const basePenalty = trackers.reduce(
    (sum, { level, tracker }) => sum + (level === 'hard' ? 0 : (level === 'medium' ? factor : 1) * tracker.basePenalty),
    0,
  )
  return { pairs, mediumFactor: factor, basePenalty }
}
