import type { RosterTracker } from '../kit/define-rule.ts'
import { scaledMinutes } from '../kit/fair-share.ts'
import type { Change, Grid } from '../kit/grid.ts'

/** Most minus least scaled minutes over some people. Extremes are kept with who holds them; a move asks around those. */
export class MinutesSpread implements RosterTracker {
  readonly kind = 'roster'
  private readonly grid: Grid
  private readonly value: Int32Array
  private readonly people: readonly number[]
  private readonly weight: number
  private readonly takesPart: Uint8Array
  private readonly worked: Float64Array
  private readonly scaled: Float64Array
  /** People by scaled minutes, ascending. */
  private readonly order: number[]

  constructor(grid: Grid, value: Int32Array, people: readonly number[], weight: number) {
    this.grid = grid
    this.value = value
    this.people = people
    this.weight = weight
    this.takesPart = new Uint8Array(grid.frame.employeeCount)
    for (const person of people) this.takesPart[person] = 1
    this.worked = new Float64Array(grid.frame.employeeCount)
    this.scaled = new Float64Array(grid.frame.employeeCount)
    this.order = [...people]
  }

  reset(): number {
    const { grid, worked, scaled } = this
    for (const person of this.people) {
      let sum = 0
      for (let cell = grid.cell(person, grid.pastDays); cell < (person + 1) * grid.rowCells; cell++)
        sum += this.value[grid.before[cell]!]!
      worked[person] = sum
      scaled[person] = scaledMinutes(grid.frame, person, sum)
    }
    this.order.sort((a, b) => scaled[a]! - scaled[b]! || a - b)
    return this.weight * this.spread()
  }

  private spread(): number {
    if (this.order.length === 0) return 0
    return this.scaled[this.order[this.order.length - 1]!]! - this.scaled[this.order[0]!]!
  }

  private workedAfter(change: Change): number {
    let sum = this.worked[change.employee]!
    for (let i = 0; i < change.removedCount; i++) sum -= this.value[change.removed[i]!]!
    for (let i = 0; i < change.addedCount; i++) sum += this.value[change.added[i]!]!
    return sum
  }

  evaluate(changes: readonly Change[], count: number): number {
    const { order, scaled, takesPart } = this
    let least = Infinity
    let most = -Infinity
    let touched = 0
    for (let i = 0; i < count; i++) {
      const change = changes[i]!
      if (takesPart[change.employee] === 0) continue
      const now = this.workedAfter(change)
      if (now !== this.worked[change.employee]) touched++
      const value = scaledMinutes(this.grid.frame, change.employee, now)
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
    if (touched === 0) return 0
    const isChanged = (person: number) => {
      for (let i = 0; i < count; i++) if (changes[i]!.employee === person) return true
      return false
    }
    let low = 0
    while (low < order.length && isChanged(order[low]!)) low++
    if (low < order.length) least = Math.min(least, scaled[order[low]!]!)
    let high = order.length - 1
    while (high >= 0 && isChanged(order[high]!)) high--
    if (high >= 0) most = Math.max(most, scaled[order[high]!]!)
    return this.weight * (most - least - this.spread())
  }

  apply(changes: readonly Change[], count: number): void {
    for (let i = 0; i < count; i++) {
      const { employee } = changes[i]!
      if (this.takesPart[employee] === 0) continue
      this.worked[employee] = this.workedAfter(changes[i]!)
      this.scaled[employee] = scaledMinutes(this.grid.frame, employee, this.worked[employee]!)
      this.settle(employee)
    }
  }

  /** Moves a person to the right place of the order; a change seldom carries far. */
  private settle(person: number): void {
    const { order, scaled } = this
    let at = order.indexOf(person)
    const comesAfter = (a: number, b: number) => scaled[a]! > scaled[b]! || (scaled[a] === scaled[b] && a > b)
    while (at > 0 && comesAfter(order[at - 1]!, person)) {
      order[at] = order[at - 1]!
      at--
    }
    while (at < order.length - 1 && comesAfter(person, order[at + 1]!)) {
      order[at] = order[at + 1]!
      at++
    }
    order[at] = person
  }
}
