import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

/** Lets two people trade what they work on a day, or on up to `daysMax` days in a row; the other may do what the one works. */
export function swapBlock(name: string, daysMin: number, daysMax: number): Move {
  return {
    name,
    propose(board: Board, random: Random): boolean {
      const { state } = board
      const { before, slots, rowDays } = state.grid
      const one = random.below(board.employees)
      let from = board.pickDay(random)
      for (let tries = 0; tries < 4 && before[state.grid.cell(one, from)] === 0; tries++) from = board.pickDay(random)
      const code = before[state.grid.cell(one, from)]!
      const other = code === 0 ? random.below(board.employees) : board.pickPerson(code, random)
      if (other < 0 || other === one) return false
      const to = Math.min(from + daysMin + random.below(daysMax - daysMin + 1), rowDays)
      return tradeDays(board, one, other, from, to, slots)
    },
  }
}

/** Writes the trade of days [from, to); false when a hard rule keeps someone from what they would get. */
function tradeDays(board: Board, one: number, other: number, from: number, to: number, slots: number): boolean {
  const { state } = board
  const { before, after } = state.grid
  const mine = state.grid.cell(one, from)
  const theirs = state.grid.cell(other, from)
  const cells = (to - from) * slots
  let differs = false
  for (let i = 0; i < cells; i++) {
    const a = before[mine + i]!
    const b = before[theirs + i]!
    if (a === b) continue
    if ((a !== 0 && state.isBarred(other, a)) || (b !== 0 && state.isBarred(one, b))) return false
    differs = true
  }
  if (!differs) return false
  for (let i = 0; i < cells; i++) {
    after[mine + i] = before[theirs + i]!
    after[theirs + i] = before[mine + i]!
  }
  state.touch(one, from, to)
  state.touch(other, from, to)
  return true
}
