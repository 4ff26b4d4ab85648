import { type LineContext, open } from './line-context.ts'

/** Cheapest option of every group at the current prices. */
export class GroupCosts {
  readonly cost: Float64Array
  readonly option: Int32Array
  constructor(groups: number) {
    this.cost = new Float64Array(groups)
    this.option = new Int32Array(groups)
  }

  /** Fills both for the days of the context. Closed groups cost Infinity; a fixed cell pays no price. */
  update(context: LineContext, price: Float64Array): void {
    const { dayStart, groupStart, optionCell, optionCost } = context.person.options
    const { cost, option } = this
    for (let d = context.from; d < context.to; d++) {
      const fixed = context.forced[d]!
      for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
        let least = Number.POSITIVE_INFINITY
        let best = -1
        for (let o = groupStart[g]!; o < groupStart[g + 1]!; o++) {
          const cell = optionCell[o]!
          if (fixed !== open && fixed !== cell) continue
          const value = fixed === open ? optionCost[o]! + price[cell]! : optionCost[o]!
          if (value < least) {
            least = value
            best = o
          }
        }
        cost[g] = least
        option[g] = best
      }
    }
  }
}
