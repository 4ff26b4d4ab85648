// The roster under search. A move writes into grid.after and touches the windows it wrote; `evaluate` answers what would
// change without touching anything else; then `accept` or `reject`.

import { sortRoster } from '../model/diff.ts'
import { type Frame, frameOf } from '../model/frame.ts'
import type { Score } from '../model/outcome.ts'
import type { Assignment, Problem, Roster } from '../model/problem.ts'
import type { LineTracker, RosterTracker } from '../rules/kit/define-rule.ts'
import { Change, Grid } from '../rules/kit/grid.ts'
import { CoverTable } from './cover-table.ts'
import { DayOrder } from './day-order.ts'
import { HeadChanges } from './head-changes.ts'
import { PairTable } from './pair-table.ts'
import { ShortHeads } from './short-heads.ts'
import { slotsOf } from './slots.ts'
import { lookbackDaysOf, type Watched, watchRules } from './watched-rules.ts'

const changesMax = 3

export class State {
  readonly problem: Problem
  readonly frame: Frame
  readonly grid: Grid
  readonly order: DayOrder
  readonly pairs: PairTable
  readonly cover: CoverTable
  readonly lines: readonly Watched<LineTracker>[]
  readonly rosterWide: readonly Watched<RosterTracker>[]
  /** Heads by code, and which codes lack some. */
  readonly heads: Int32Array
  readonly short: ShortHeads
  /** By employee: codes that may not be taken away. */
  readonly pinned: readonly ReadonlySet<number>[]
  /** Weight in the guide of a unit of penalty of pairs and heads, by level. */
  readonly levelGuide = new Float64Array([1, 1, 1])
  /** Current penalties by level. */
  readonly score = new Float64Array(3)
  /** What the evaluated move would change, by level, and in the guide. */
  readonly delta = new Float64Array(3)
  deltaGuide = 0
  readonly changes: Change[]
  changeCount = 0
  private readonly windows: { employee: number; from: number; to: number }[] = []
  private windowCount = 0
  private readonly headChanges: HeadChanges
  private readonly basePenalty: readonly number[]

  /** The grid holds at least what `rosters` hold on a day, and `slotsMin` shifts. */
  constructor(problem: Problem, rosters: readonly Roster[], slotsMin = 1) {
    this.problem = problem
    this.frame = frameOf(problem)
    const { frame } = this
    const slots = slotsOf(problem, withPins(problem, rosters))
    this.grid = new Grid(frame, Math.max(slots, slotsMin), lookbackDaysOf(problem))
    const rules = watchRules(problem, this.grid)
    this.lines = rules.lines
    this.rosterWide = rules.rosterWide
    this.basePenalty = rules.basePenalty
    this.order = new DayOrder(frame)
    const size = { employees: frame.employeeCount, shifts: frame.shiftCount }
    this.pairs = new PairTable({ ...size, order: this.order, trackers: rules.pairs, pins: frame.pins })
    this.cover = new CoverTable(frame.shiftCount, rules.cover)
    this.heads = new Int32Array(frame.itemCount + 1)
    this.short = new ShortHeads(frame)
    this.headChanges = new HeadChanges(frame.itemCount, 2 * changesMax * this.grid.rowCells)
    this.pinned = frame.pins.map((pins) => new Set(pins.map((shift) => shift + 1)))
    this.changes = Array.from({ length: changesMax }, () => new Change(this.grid))
    for (let i = 0; i < changesMax; i++) this.windows.push({ employee: 0, from: 0, to: 0 })
    this.load([])
  }

  /** Replaces the roster; pins are kept whatever it says. */
  load(assignments: readonly Assignment[]): void {
    const { frame, grid } = this
    for (let employee = 0; employee < frame.employeeCount; employee++)
      grid.before.fill(0, grid.cell(employee, grid.pastDays), (employee + 1) * grid.rowCells)
    for (const { employee, shift } of [...(this.problem.pins ?? []), ...assignments]) {
      const person = frame.employeeIndex.get(employee)
      const index = frame.shiftIndex.get(shift)
      if (person !== undefined && index !== undefined) grid.place(grid.before, person, index + 1)
    }
    this.rebuild()
  }

  /** Recomputes everything remembered from grid.before. */
  rebuild(): void {
    const { frame, grid, heads, score } = this
    grid.after.set(grid.before)
    this.windowCount = 0
    heads.fill(0)
    for (let level = 0; level < 3; level++) score[level] = this.basePenalty[level]!
    for (let employee = 0; employee < frame.employeeCount; employee++)
      for (let cell = grid.cell(employee, grid.pastDays); cell < (employee + 1) * grid.rowCells; cell++) {
        const code = grid.before[cell]!
        if (code === 0) continue
        heads[code] = heads[code]! + 1
        this.pairs.addTo(score, employee, code, 1)
      }
    for (let code = 1; code <= frame.shiftCount; code++) {
      this.short.update(code, heads[code]!)
      for (let level = 0; level < 3; level++)
        score[level] = score[level]! + this.cover.penalty(level, code, heads[code]!)
    }
    for (const watched of this.lines) {
      watched.penalty = 0
      for (let employee = 0; employee < frame.employeeCount; employee++)
        watched.penalty += watched.tracker.reset(employee)
      score[watched.level] = score[watched.level]! + watched.penalty
    }
    for (const watched of this.rosterWide) {
      watched.penalty = watched.tracker.reset()
      score[watched.level] = score[watched.level]! + watched.penalty
    }
  }

  isBarred(employee: number, code: number): boolean {
    return !this.pairs.isOpen(employee, code)
  }

  /** Says that a move wrote into grid days [from, to) of a person's row; two windows of one person become one. */
  touch(employee: number, from: number, to: number): void {
    for (let i = 0; i < this.windowCount; i++) {
      const window = this.windows[i]!
      if (window.employee !== employee) continue
      window.from = Math.min(window.from, from)
      window.to = Math.max(window.to, to)
      return
    }
    const window = this.windows[this.windowCount++]!
    window.employee = employee
    window.from = from
    window.to = to
  }

  /** Fills delta and deltaGuide; false when nothing differs or a pin would go (then the move is already taken back). */
  evaluate(): boolean {
    const { delta, changes } = this
    delta[0] = 0
    delta[1] = 0
    delta[2] = 0
    this.changeCount = 0
    this.headChanges.clear()
    for (let i = 0; i < this.windowCount; i++) {
      const window = this.windows[i]!
      const change = changes[this.changeCount]!
      change.read(window.employee, window.from, window.to)
      if (change.dayCount === 0) continue
      this.changeCount++
      if (!this.countPairs(change)) {
        this.headChanges.clear()
        this.reject()
        return false
      }
    }
    if (this.changeCount === 0) {
      this.reject()
      return false
    }
    this.headChanges.settle(this.heads, this.cover, delta)
    let guide = 0
    for (let level = 0; level < 3; level++) guide += delta[level]! * this.levelGuide[level]!
    this.deltaGuide = guide + this.askTrackers()
    return true
  }

  private countPairs(change: Change): boolean {
    const { headChanges, delta } = this
    const pins = this.pinned[change.employee]!
    for (let i = 0; i < change.removedCount; i++) {
      const code = change.removed[i]!
      this.pairs.addTo(delta, change.employee, code, -1)
      headChanges.add(code, -1)
      if (pins.size > 0 && pins.has(code)) return false
    }
    for (let i = 0; i < change.addedCount; i++) {
      const code = change.added[i]!
      this.pairs.addTo(delta, change.employee, code, 1)
      headChanges.add(code, 1)
    }
    return true
  }

  private askTrackers(): number {
    const { lines, rosterWide, changes, changeCount, delta } = this
    let guide = 0
    let anyPattern = false
    for (let i = 0; i < changeCount; i++) if (changes[i]!.patternChanged) anyPattern = true
    for (let t = 0; t < lines.length; t++) {
      const watched = lines[t]!
      const { tracker } = watched
      let sum = 0
      if (!tracker.patternOnly) for (let i = 0; i < changeCount; i++) sum += tracker.evaluate(changes[i]!)
      else if (anyPattern)
        for (let i = 0; i < changeCount; i++) if (changes[i]!.patternChanged) sum += tracker.evaluate(changes[i]!)
      watched.delta = sum
      if (sum === 0) continue
      delta[watched.level] = delta[watched.level]! + sum
      guide += sum * watched.guide
    }
    for (let t = 0; t < rosterWide.length; t++) {
      const watched = rosterWide[t]!
      const sum = watched.tracker.evaluate(changes, changeCount)
      watched.delta = sum
      delta[watched.level] = delta[watched.level]! + sum
      guide += sum * watched.guide
    }
    return guide
  }

  /** Makes the evaluated move the roster. */
  accept(): void {
    const { grid, changes, changeCount, score, delta } = this
    for (const watched of this.lines) {
      const { tracker } = watched
      for (let i = 0; i < changeCount; i++)
        if (!tracker.patternOnly || changes[i]!.patternChanged) tracker.apply(changes[i]!)
      watched.penalty += watched.delta
    }
    for (const watched of this.rosterWide) {
      watched.tracker.apply(changes, changeCount)
      watched.penalty += watched.delta
    }
    this.headChanges.apply(this.heads, this.short)
    for (let level = 0; level < 3; level++) score[level] = score[level]! + delta[level]!
    for (let i = 0; i < changeCount; i++) {
      const change = changes[i]!
      const end = change.rowStart + change.to * grid.slots
      for (let cell = change.rowStart + change.from * grid.slots; cell < end; cell++)
        grid.before[cell] = grid.after[cell]!
    }
    this.windowCount = 0
  }

  /** Takes back what the move wrote. */
  reject(): void {
    const { grid } = this
    for (let i = 0; i < this.windowCount; i++) {
      const window = this.windows[i]!
      const row = window.employee * grid.rowCells
      const end = row + window.to * grid.slots
      for (let cell = row + window.from * grid.slots; cell < end; cell++) grid.after[cell] = grid.before[cell]!
    }
    this.windowCount = 0
  }

  currentScore(): Score {
    return { hard: this.score[0]!, medium: this.score[1]!, soft: this.score[2]! }
  }

  /** The roster in some cells laid out like the grid's. */
  rosterIn(cells: Int32Array): Roster {
    const { frame, grid, problem } = this
    const assignments: Assignment[] = []
    for (let employee = 0; employee < frame.employeeCount; employee++)
      for (let cell = grid.cell(employee, grid.pastDays); cell < (employee + 1) * grid.rowCells; cell++)
        if (cells[cell] !== 0)
          assignments.push({ employee: problem.employees[employee]!.id, shift: problem.shifts[cells[cell]! - 1]!.id })
    return sortRoster(assignments)
  }
}

/** Pins stand beside whatever a roster holds. */
function withPins({ pins }: Problem, rosters: readonly Roster[]): Roster[] {
  return rosters.map(({ assignments }) => ({ assignments: [...assignments, ...(pins ?? [])] }))
}
