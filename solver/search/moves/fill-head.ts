import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

const scanMax = 256

/** Gives a shift that lacks heads to somebody, rather to one who is free that day. */
export const fillHead: Move = {
  name: 'fill-head',
  propose(board: Board, random: Random): boolean {
    const { state } = board
    const { grid } = state
    const start = random.below(board.codes)
    let code = 0
    for (let i = 0; i < scanMax && i < board.codes && code === 0; i++) {
      const candidate = ((start + i) % board.codes) + 1
      if (state.heads[candidate]! < board.wanted[candidate]!) code = candidate
    }
    if (code === 0) return false
    const day = grid.dayOf[code]!
    let chosen = -1
    for (let attempt = 0; attempt < 12; attempt++) {
      const employee = random.below(board.employees)
      if (state.isBarred(employee, code)) continue
      chosen = employee
      if (grid.before[grid.cell(employee, day)] === 0) break
    }
    if (chosen < 0) return false
    const isFull = grid.before[grid.cell(chosen, day) + grid.slots - 1] !== 0
    if (isFull || random.below(2) === 0) board.writeDay(chosen, day, code)
    else grid.place(grid.after, chosen, code)
    state.touch(chosen, day, day + 1)
    return true
  },
}
