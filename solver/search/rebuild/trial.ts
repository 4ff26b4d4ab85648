// Several changes in a row that are kept together or taken back together.
import type { State } from '../state.ts'

interface OldLine {
  from: number
  to: number
  cells: Int32Array
}

export class Trial {
  /** What the changes so far add to the guide. */
  guide = 0
  private readonly state: State
  private readonly accept: (move: string) => void
  private readonly old = new Map<number, OldLine>()

  /** `accept` makes the evaluated move the roster. */
  constructor(state: State, accept: (move: string) => void) {
    this.state = state
    this.accept = accept
  }

  /** Applies the move that stands evaluated, and remembers what it overwrites. */
  apply(move: string): void {
    const { state, old } = this
    const { before, rowCells } = state.grid
    for (let i = 0; i < state.changeCount; i++) {
      const { employee, rowStart, from, to } = state.changes[i]!
      const line = old.get(employee)
      if (line) {
        line.from = Math.min(line.from, from)
        line.to = Math.max(line.to, to)
      } else old.set(employee, { from, to, cells: before.slice(rowStart, rowStart + rowCells) })
    }
    this.guide += state.deltaGuide
    this.accept(move)
  }

  /** Brings every line back to what it was, as moves of that name. */
  undo(move: string): void {
    const { state } = this
    const { grid } = state
    for (const [employee, { from, to, cells }] of this.old) {
      grid.after.set(cells.subarray(from * grid.slots, to * grid.slots), grid.cell(employee, from))
      state.touch(employee, from, to)
      if (state.evaluate()) this.accept(move)
    }
  }
}
