import type { Board, Move } from '../board.ts'
import type { Random } from '../random.ts'

/** The furthest apart that the two ends of a slid stretch may be. */
const reachDays = 28

/** Moves a stretch of one person's line a day earlier or later, so that the lengths of its runs stay as they are. */
export const slideLine: Move = {
  name: 'slide-line',
  propose: (board: Board, random: Random): boolean => slide(board, random.below(board.employees), random, reachDays),
}

/** The day that falls out at one end may come back, as the same work, at the other: then it is a rotation. */
export function slide(board: Board, employee: number, random: Random, reach: number): boolean {
  const { grid } = board.state
  const from = board.pickDay(random)
  const to = Math.min(from + 2 + random.below(reach), grid.rowDays)
  if (to - from < 2) return false
  const isLater = random.below(2) === 0
  const out = isLater ? to - 1 : from
  const gap = isLater ? from : to - 1
  const contents = (day: number) => grid.before[grid.cell(employee, day)]!
  const gapCode = random.below(3) === 0 ? contents(isLater ? from : to - 1) : contents(out)
  board.state.touch(employee, from, to)
  for (let day = from; day < to; day++) {
    const source = isLater ? day - 1 : day + 1
    const code = day === gap ? gapCode : contents(source)
    const here = code === 0 ? 0 : board.sameKindOn(code, employee, day, random)
    if (code !== 0 && here === 0) {
      const any = board.pickCode(employee, day, random)
      if (any === 0 && random.below(2) === 0) return false
      board.writeDay(employee, day, any)
    } else board.writeDay(employee, day, here)
  }
  return true
}
