// Whether a person has a skill for the whole of a shift: certificates begin and end on days.
import type { Frame } from '../../model/frame.ts'
import type { SkillNeed } from '../../model/problem.ts'
import { parseDate } from '../../model/time.ts'

/** At the level, on every local day (of the site) that the shift touches. */
export function hasSkillFor(frame: Frame, employee: number, need: SkillNeed, shift: number): boolean {
  const clock = frame.clocks[frame.site[shift]! < 0 ? frame.clocks.length - 1 : frame.site[shift]!]!
  const first = clock.dayOf(frame.start[shift]!)
  const last = clock.dayOf(frame.end[shift]! - 1)
  return (frame.problem.employees[employee]!.skills ?? []).some(
    (held) =>
      held.skill === need.skill &&
      (held.level ?? 1) >= (need.levelMin ?? 1) &&
      (held.from === undefined || parseDate(held.from)! <= first) &&
      (held.until === undefined || parseDate(held.until)! >= last),
  )
}
