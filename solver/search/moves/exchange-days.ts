import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

const reachDays = 28

/** One person hands a day to another and takes a different day in return: minutes stay, days move. */
export const exchangeDays: Move = {
  name: 'exchange-days',
  propose(board: Board, random: Random): boolean {
    const { state } = board
    const { grid } = state
    const { before, after, slots } = grid
    if (board.employees < 2) return false
    const giver = random.below(board.employees)
    let taker = random.below(board.employees - 1)
    if (taker >= giver) taker++
    const given = findDay(board, giver, taker, board.pickDay(random), 8, random)
    if (given < 0) return false
    const taken = findDay(board, taker, giver, given, reachDays, random)
    if (taken < 0) return false
    for (const [from, to, day] of [
      [giver, taker, given],
      [taker, giver, taken],
    ] as const)
      for (let slot = 0; slot < slots; slot++) {
        const code = before[grid.cell(from, day) + slot]!
        if (code !== 0 && state.isBarred(to, code)) return false
      }
    for (const day of [given, taken])
      for (let slot = 0; slot < slots; slot++) {
        const mine = grid.cell(giver, day) + slot
        const theirs = grid.cell(taker, day) + slot
        after[mine] = before[theirs]!
        after[theirs] = before[mine]!
      }
    const from = Math.min(given, taken)
    const to = Math.max(given, taken) + 1
    state.touch(giver, from, to)
    state.touch(taker, from, to)
    return true
  },
}

/** A day near `around` on which one works and the other is free; -1 after a few tries. */
function findDay(board: Board, works: number, free: number, around: number, reach: number, random: Random): number {
  const { grid } = board.state
  for (let attempt = 0; attempt < 8; attempt++) {
    const day = around - reach + random.below(2 * reach + 1)
    if (day < board.pastDays || day >= grid.rowDays) continue
    if (grid.before[grid.cell(works, day)] !== 0 && grid.before[grid.cell(free, day)] === 0) return day
  }
  return -1
}
