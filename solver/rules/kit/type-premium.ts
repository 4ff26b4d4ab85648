import type { Frame } from '../../model/frame.ts'

/** What the type of a shift adds to its pay, in percent of the rate; 0 for a shift without a type. */
export function typePremium(frame: Frame, shift: number): number {
  return frame.problem.shiftTypes[frame.type[shift]!]?.premiumPercent ?? 0
}
