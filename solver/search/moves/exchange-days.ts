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
    const giver = random.below(board.employees)
    const given = workedDay(board, giver, random)
    if (given < 0) return false
    const taker = board.pickPerson(before[grid.cell(giver, given)]!, random)
    if (taker < 0 || taker === giver || before[grid.cell(taker, given)] !== 0) return false
    const taken = findDay(board, taker, giver, given, random)
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

/** A day on which the person works; -1 after a few tries. */
function workedDay(board: Board, person: number, random: Random): number {
  const { grid } = board.state
  for (let attempt = 0; attempt < 4; attempt++) {
    const day = board.pickDay(random)
    if (grid.before[grid.cell(person, day)] !== 0) return day
  }
  return -1
}

/** A day near `around` on which one works and the other is free; -1 after a few tries. */
function findDay(board: Board, works: number, free: number, around: number, random: Random): number {
  const { grid } = board.state
  for (let attempt = 0; attempt < 8; attempt++) {
    const day = around - reachDays + random.below(2 * reachDays + 1)
    if (day < board.pastDays || day >= grid.rowDays) continue
    if (grid.before[grid.cell(works, day)] !== 0 && grid.before[grid.cell(free, day)] === 0) return day
  }
  return -1
}
