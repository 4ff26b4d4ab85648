// From a problem to lines: what each rule in force means for one person's line and for a shift's heads. Rules that cost the
// same whatever else a person works, and rules about heads, come through their trackers, whatever they are; rules about a
// line must be known here. What cannot be expressed is named, so that the caller can take another engine.

import { scoreRoster } from '../judge/score-roster.ts'
import { type Frame, frameOf } from '../model/frame.ts'
import type { Level, Problem, Roster, RuleId } from '../model/problem.ts'
import { levels } from '../model/problem.ts'
import { Grid } from '../rules/kit/grid.ts'
import { isUsed, resolveUses, usesAt } from '../rules/kit/uses.ts'
import { registry } from '../rules/registry.ts'
import { CellCosts } from './cell-costs.ts'
import { coverCosts } from './compile-cover.ts'
import { addLineRule, emptyLimits, type LineLimits } from './compile-limits.ts'
import { personLine, type Successions, successionsOf } from './compile-person.ts'
import { type Line, type LineModel, lineCost } from './line-model.ts'

export interface CompiledLines {
  model: LineModel
}

export type CanSolve = { ok: true } | { ok: false; unsupported: readonly RuleId[] }

/** One medium counts as so many soft; only the search sees it, scores are compared level by level. */
const levelFactor: Readonly<Record<Level, number>> = { hard: 1e7, medium: 1e4, soft: 1 }

/** Can this engine express every rule in force? */
export function canSolve(problem: Problem): CanSolve {
  const { unsupported } = readRules(problem)
  return unsupported.length === 0 ? { ok: true } : { ok: false, unsupported }
}

/** The problem as lines. Throws for a problem that `canSolve` refuses. */
export function compileLines(problem: Problem): CompiledLines {
  const { frame, limits, pairs, cover, unsupported } = readRules(problem)
  if (unsupported.length > 0)
    throw new Error(`The lines cannot express ${unsupported.join(', ')}; take another engine.`)
  const unit = shiftUnit(frame)
  const byDay: number[][] = Array.from({ length: frame.days }, () => [])
  for (let shift = 0; shift < frame.shiftCount; shift++) byDay[frame.day[shift]!]!.push(shift)
  const known = new Map<string, Successions>()
  const people = limits.map((limit, p) => {
    const successions = known.get(limit.profile) ?? successionsOf(frame, p, limit, byDay)
    known.set(limit.profile, successions)
    return personLine(frame, limit, pairs[p]!, unit, successions, byDay)
  })
  const weekend = Int32Array.from({ length: frame.days }, (_, d) => {
    const weekday = (((frame.firstDay + d + 3) % 7) + 7) % 7
    return weekday >= 5 ? Math.floor((frame.firstDay + d + 3) / 7) : -1
  })
  const model: LineModel = {
    days: frame.days,
    unitMinutes: unit,
    weekend,
    cells: new CellCosts(cover),
    cellDay: frame.day.slice(0, frame.shiftCount),
    people,
  }
  return { model }
}

/** What a person pays, shift by shift, and what is forbidden or owed. */
export interface PairCosts {
  cost: Float64Array
  forbidden: Uint8Array
  owed: Uint8Array
}

function readRules(problem: Problem) {
  const frame = frameOf(problem)
  const grid = new Grid(frame, 1, 0)
  const unsupported = new Set<RuleId>()
  const limits: LineLimits[] = problem.employees.map(() => emptyLimits(frame.days))
  const pairs: PairCosts[] = problem.employees.map(() => ({
    cost: new Float64Array(frame.shiftCount),
    forbidden: new Uint8Array(frame.shiftCount),
    owed: new Uint8Array(frame.shiftCount),
  }))
  const covers: {
    factor: number
    tracker: { headsLinearFrom(shift: number): number; penalty(shift: number, heads: number): number }
  }[] = []
  if (frame.itemCount > frame.shiftCount || frame.hasHistory.some(Boolean)) unsupported.add('history')
  const row = new Float64Array(frame.shiftCount)
  const shifts = Array.from(row, (_, shift) => shift)
  for (const rule of registry) {
    const uses = resolveUses(frame, rule)
    if (!isUsed(uses)) continue
    for (const level of levels) {
      const own = usesAt(uses, level)
      if (!isUsed(own)) continue
      if (rule.scope === 'line') {
        if (!addLineRule(frame, rule, own, level, limits)) unsupported.add(rule.id)
        continue
      }
      for (const tracker of rule.tracker(grid, own)) {
        if (tracker.kind === 'roster') unsupported.add(rule.id)
        else if (tracker.kind === 'cover') covers.push({ factor: levelFactor[level], tracker })
        else if (tracker.kind === 'pair')
          for (const [p, pair] of pairs.entries()) {
            row.fill(0)
            tracker.addTo(p, row, shifts)
            for (let shift = 0; shift < row.length; shift++) {
              if (level !== 'hard') pair.cost[shift]! += row[shift]! * levelFactor[level]
              else if (row[shift]! > 0) pair.forbidden[shift] = 1
              else if (row[shift]! < 0) pair.owed[shift] = 1
            }
          }
        else unsupported.add(rule.id)
      }
    }
  }
  if (limits.some((limit) => limit.shiftsPerDay !== 1)) unsupported.add('max-shifts-per-day')
  if (limits.some((limit) => [...limit.typesMax.values()].filter((max) => max > 0 && max < frame.days).length > 8))
    unsupported.add('max-shifts-of-type')
  for (let shift = 0; shift < frame.shiftCount; shift++)
    if (frame.day[shift]! < 0 || frame.day[shift]! >= frame.days) unsupported.add('no-overlap')
  const cover = coverCosts(frame, covers)
  if (!cover) unsupported.add('target-cover')
  return { frame, limits, pairs, cover: cover ?? [], unsupported: [...unsupported] }
}

/** A roster as lines, when it keeps every hard rule and every person has a line; else undefined. */
export function linesOf(problem: Problem, { model }: CompiledLines, roster: Roster): Line[] | undefined {
  if (roster.assignments.length === 0 || scoreRoster(problem, roster).score.hard > 0) return undefined
  const frame = frameOf(problem)
  const cells: number[][] = problem.employees.map(() => [])
  for (const { employee, shift } of roster.assignments)
    cells[frame.employeeIndex.get(employee)!]!.push(frame.shiftIndex.get(shift)!)
  const lines = cells.map((list, p) => {
    const sorted = Int32Array.from(list).sort((a, b) => frame.day[a]! - frame.day[b]!)
    return { cost: lineCost(model, model.people[p]!, sorted), cells: sorted }
  })
  return lines.every((line) => Number.isFinite(line.cost)) ? lines : undefined
}

/** Lines as a roster, sorted by shift, then employee. */
export function rosterOf(problem: Problem, _compiled: CompiledLines, lines: readonly Line[]): Roster {
  const assignments = lines.flatMap((line, p) =>
    Array.from(line.cells, (cell) => ({ employee: problem.employees[p]!.id, shift: problem.shifts[cell]!.id })),
  )
  assignments.sort((a, b) =>
    a.shift < b.shift ? -1 : a.shift > b.shift ? 1 : a.employee < b.employee ? -1 : a.employee > b.employee ? 1 : 0,
  )
  return { assignments }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** Greatest length that divides every shift's paid minutes; limits are rounded inwards to it. */
function shiftUnit(frame: Frame): number {
  let unit = 0
  for (let shift = 0; shift < frame.shiftCount; shift++) unit = gcd(unit, frame.paidMinutes[shift]!)
  return Math.max(1, unit)
}
