// Incremental costs of who shares a shift with whom.
import type { RosterTracker } from './define-rule.ts'
import type { Change, Grid } from './grid.ts'

/** Somebody who is watched: a shift can cost only while `anchor` works it, by what the others of `people` do there. */
export interface Watch {
  anchor: number
  people: readonly number[]
}

/** Penalty of a watch on a shift that its anchor works; `works` says whether a person works it too. */
export type WatchCost = (watch: number, works: (employee: number) => boolean) => number

export class SharedShifts implements RosterTracker {
  readonly kind = 'roster'
  private readonly grid: Grid
  private readonly watches: readonly Watch[]
  private readonly cost: WatchCost
  /** By employee: watches that name the person. */
  private readonly watchesOf: readonly (readonly number[])[]
  /** Pairs of watch and code that the running evaluation has answered. */
  private seen: number[] = []

  constructor(grid: Grid, watches: readonly Watch[], cost: WatchCost) {
    this.grid = grid
    this.watches = watches
    this.cost = cost
    const found: number[][] = grid.frame.problem.employees.map(() => [])
    watches.forEach(({ anchor, people }, watch) => {
      for (const person of new Set([anchor, ...people])) found[person]!.push(watch)
    })
    this.watchesOf = found
  }

  reset(): number {
    const { grid } = this
    let penalty = 0
    this.watches.forEach(({ anchor }, watch) => {
      for (let cell = grid.cell(anchor, grid.pastDays); cell < (anchor + 1) * grid.rowCells; cell++)
        if (grid.before[cell] !== 0) penalty += this.penaltyOf(grid.before, watch, grid.before[cell]!)
    })
    return penalty
  }

  private penaltyOf(cells: Int32Array, watch: number, code: number): number {
    const works = (employee: number) => this.works(cells, employee, code)
    return works(this.watches[watch]!.anchor) ? this.cost(watch, works) : 0
  }

  private works(cells: Int32Array, employee: number, code: number): boolean {
    const first = this.grid.cell(employee, this.grid.dayOf[code]!)
    for (let cell = first; cell < first + this.grid.slots; cell++) if (cells[cell] === code) return true
    return false
  }

  evaluate(changes: readonly Change[], count: number): number {
    let penalty = 0
    if (this.seen.length > 0) this.seen = []
    for (let i = 0; i < count; i++) {
      const change = changes[i]!
      if (this.watchesOf[change.employee]!.length === 0) continue
      for (let k = 0; k < change.removedCount; k++) penalty += this.deltaOf(change.employee, change.removed[k]!)
      for (let k = 0; k < change.addedCount; k++) penalty += this.deltaOf(change.employee, change.added[k]!)
    }
    return penalty
  }

  private deltaOf(employee: number, code: number): number {
    const { before, after, startOf } = this.grid
    let penalty = 0
    for (const watch of this.watchesOf[employee]!) {
      const key = watch * startOf.length + code
      if (this.seen.includes(key)) continue
      this.seen.push(key)
      penalty += this.penaltyOf(after, watch, code) - this.penaltyOf(before, watch, code)
    }
    return penalty
  }

  apply(): void {}
}

/** Total weight of a rule's settings for the whole organisation: who shares a shift is no matter of one person's contract. */
export function organisationWeight(organisation: readonly { weight: number }[]): number {
  return organisation.reduce((sum, use) => sum + use.weight, 0)
}
