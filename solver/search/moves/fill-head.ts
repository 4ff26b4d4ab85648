import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

const asked = 6

/** Gives a shift that lacks heads to somebody, rather to one who is free that day. */
export const fillHead: Move = {
  name: 'fill-head',
  propose(board: Board, random: Random): boolean {
    const { state } = board
    const { grid } = state
    const code = state.short.from(1 + random.below(board.codes))
    if (code === 0) return false
    const day = grid.dayOf[code]!
    let chosen = -1
    for (let attempt = 0; attempt < asked; attempt++) {
      chosen = board.pickPerson(code, random)
      if (chosen < 0) return false
      if (grid.before[grid.cell(chosen, day)] === 0) break
    }
    const isFull = grid.before[grid.cell(chosen, day) + grid.slots - 1] !== 0
    if (isFull || random.below(2) === 0) board.writeDay(chosen, day, code)
    else grid.place(grid.after, chosen, code)
    state.touch(chosen, day, day + 1)
    return true
  },
}
