import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

const reachDays = 21

/** Lets one person trade two days of their own line, keeping the kind of work. */
export const swapInside: Move = {
  name: 'swap-inside',
  propose(board: Board, random: Random): boolean {
    const { grid } = board.state
    const employee = random.below(board.employees)
    const one = board.pickDay(random)
    const other = one + 1 + random.below(reachDays)
    if (other >= grid.rowDays) return false
    const a = grid.before[grid.cell(employee, one)]!
    const b = grid.before[grid.cell(employee, other)]!
    if (a === b) return false
    const aThere = a === 0 ? 0 : board.sameKindOn(a, employee, other, random)
    const bHere = b === 0 ? 0 : board.sameKindOn(b, employee, one, random)
    if ((a !== 0 && aThere === 0) || (b !== 0 && bHere === 0)) return false
    board.writeDay(employee, one, bHere)
    board.writeDay(employee, other, aThere)
    board.state.touch(employee, one, other + 1)
    return true
  },
}
