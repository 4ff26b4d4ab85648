import { LabelStore } from '../label-store.ts'

const labelsMax = 120_000

/** Labels over an automaton: all that rules count is in the state, so the cheapest of a state and units stands for all. */
class AutomatonLabels extends LabelStore {
  /** Keeps a label unless a cheaper one is there. The label, -1 when it is needless, -2 for want of room. */
  offer(state: number, units: number, cost: number): number {
    const slot = this.slotOf(state, units)
    let at = this.table[slot]!
    if (!this.isTaken(slot)) {
      at = this.append(slot)
      if (at < 0) return -2
      this.state[at] = state
      this.units[at] = units
    } else if (this.cost[at]! <= cost) return -1
    this.cost[at] = cost
    return at
  }
}

/** Room shared by the pricers of a session. */
export class AutomatonRoom {
  readonly labels = new AutomatonLabels(labelsMax)
  /** Least costs to the end. */
  toGo = new Float64Array(0)

  /** Room for least costs of so many states. */
  grow(states: number): void {
    if (this.toGo.length < states) this.toGo = new Float64Array(states)
  }
}
