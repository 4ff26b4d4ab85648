import type { BreakWindow } from '../../../solver/programs.ts'
import type { ShiftTemplate } from './open-shifts.ts'

/** How far a break may move from where its type puts it, so that people relieve each other, and in what steps. */
const movesMinutesMax = 30
export const breakStepMinutes = 30

/**
 * When the breaks of a type may begin in a shift of so many minutes: around where they lie, without reaching its edges or each
 * other. Breaks that a shorter night (the clock changes) has no room for are left out. Pure.
 */
export const breakWindows = (breaks: ShiftTemplate['breaks'], lengthMinutes: number): BreakWindow[] => {
  const placed = breaks.filter(({ afterMinutes, minutes }) => afterMinutes + minutes <= lengthMinutes)
  return placed.map(({ afterMinutes, minutes }, at) => {
    const [before, after] = [placed[at - 1], placed[at + 1]]
    const end = afterMinutes + minutes
    // Room between two breaks is shared by both.
    const roomBefore = before ? (afterMinutes - before.afterMinutes - before.minutes) / 2 : afterMinutes
    const roomAfter = after ? (after.afterMinutes - end) / 2 : lengthMinutes - end
    const moves = Math.floor(Math.min(movesMinutesMax, roomBefore, roomAfter))
    return { minutes, earliestMinutes: afterMinutes - moves, latestMinutes: afterMinutes + moves }
  })
}
