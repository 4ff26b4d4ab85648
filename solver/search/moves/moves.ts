// The moves and how often each is tried, in parts of a hundred.
import type { Move } from '../board.ts'
import { changeBlock } from './change-block.ts'
import { changeCell } from './change-cell.ts'
import { exchangeDays } from './exchange-days.ts'
import { fillHead } from './fill-head.ts'
import { rotateDay } from './rotate-day.ts'
import { slideLine } from './slide-line.ts'
import { swapBlock } from './swap-block.ts'
import { swapInside } from './swap-inside.ts'

const shares: readonly (readonly [Move, number])[] = [
  [changeCell, 24],
  [changeBlock, 10],
  [swapBlock('swap-day', 1, 1), 22],
  [swapBlock('swap-block', 2, 7), 16],
  [swapInside, 8],
  [exchangeDays, 8],
  [fillHead, 5],
  [rotateDay, 3],
  [slideLine, 4],
]

/** A hundred entries: a uniform draw picks by share. */
export const moves: readonly Move[] = shares.flatMap(([move, share]) => Array.from({ length: share }, () => move))
