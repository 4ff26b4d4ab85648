import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

/** Gives one person the same work on two to six days in a row, or frees them. Single cells get stuck on minimum runs. */
export const changeBlock: Move = {
  name: 'change-block',
  propose(board: Board, random: Random): boolean {
    const employee = random.below(board.employees)
    const from = board.pickDay(random)
    const to = Math.min(from + 2 + random.below(5), board.state.grid.rowDays)
    if (random.below(4) === 0) for (let day = from; day < to; day++) board.writeDay(employee, day, 0)
    else {
      const code = board.pickCode(employee, from, random)
      if (code === 0) return false
      board.writeDay(employee, from, code)
      for (let day = from + 1; day < to; day++) {
        const same = board.sameKindOn(code, employee, day, random)
        if (same !== 0) board.writeDay(employee, day, same)
      }
    }
    board.state.touch(employee, from, to)
    return true
  },
}
