import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

/** Sets, replaces or clears what one person works on one day; with several slots a day also adds and takes one shift. */
export const changeCell: Move = {
  name: 'change-cell',
  propose(board: Board, random: Random): boolean {
    const { grid } = board.state
    const employee = random.below(board.employees)
    const day = board.pickDay(random)
    const cell = grid.cell(employee, day)
    const old = grid.after[cell]!
    if (old !== 0 && random.below(3) === 0) {
      if (grid.slots === 1) grid.after[cell] = 0
      else takeAny(board, employee, cell, random)
    } else {
      const code = board.pickCode(employee, day, random)
      if (code === 0 || code === old) return false
      if (grid.slots > 1 && old !== 0) {
        if (random.below(2) === 0) takeAny(board, employee, cell, random)
        grid.place(grid.after, employee, code)
      } else grid.after[cell] = code
    }
    board.state.touch(employee, day, day + 1)
    return true
  },
}

function takeAny(board: Board, employee: number, cell: number, random: Random): void {
  const { grid } = board.state
  let filled = 1
  while (filled < grid.slots && grid.after[cell + filled] !== 0) filled++
  grid.take(grid.after, employee, grid.after[cell + random.below(filled)]!)
}
