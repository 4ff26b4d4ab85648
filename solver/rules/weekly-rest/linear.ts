import { dayMinutes } from '../../model/time.ts'
import type { RuleUses } from '../kit/define-rule.ts'
import { lineOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { allOf, type Sum } from '../kit/linear-sum.ts'
import { personUses } from '../kit/uses.ts'
import { judgedWindows, type WindowParams } from '../kit/windows.ts'
import type { WeeklyRestParams } from './spec.ts'

/**
 * No rest of a length is in a window when every stretch of that length that could be one has work in it. Rests can only have lengths
 * from one shift's end (or the window's begin) to another's start, so of these each is asked for; the breach is the largest that holds.
 */
export function linear(model: LinearModel, uses: RuleUses<WeeklyRestParams>): void {
  const { frame } = model
  const clock = frame.clocks.at(-1)!
  const midnight = (day: number) => clock.toInstant((frame.firstDay + day) * dayMinutes)
  for (const [employee, held] of personUses(model, uses)) {
    const { minutes, period, days } = held.use.params
    const params: WindowParams = period === 'week' ? { period } : { period, days }
    const line = lineOf(model, employee)
    for (const window of judgedWindows(frame, params, employee, held, true)) {
      const [begins, ends] = [midnight(window.first), midnight(window.last + 1)]
      const near = line.filter((item) => frame.end[item]! > begins && frame.start[item]! < ends + minutes)
      const sums = missingRests(model, employee, near, { begins, ends, minutes })
      const shifts = near.filter((item) => item < frame.shiftCount)
      model.charge(held.use, [employee], shifts, ...sums)
    }
  }
}

/** For each length a rest could have: the minutes missing where no rest of the window is so long. */
function missingRests(
  model: LinearModel,
  employee: number,
  items: readonly number[],
  { begins, ends, minutes }: { begins: number; ends: number; minutes: number },
): Sum[] {
  const { start, end } = model.frame
  const opens = [...new Set([begins, ...items.map((item) => end[item]!).filter((instant) => instant < ends)])]
  const lengths = opens.flatMap((open) => items.map((item) => start[item]! - open))
  const known = [...new Set(lengths)].filter((length) => length > 0 && length < minutes).sort((a, b) => a - b)
  const steps = [...known, minutes]
  return steps.map((length, index) => {
    const workIn = (open: number) => items.filter((item) => end[item]! > open && start[item]! < open + length)
    const busy = opens.map((open) => model.anyOf(workIn(open).map((item) => model.works(employee, item))))
    return allOf(busy).times(minutes - (steps[index - 1] ?? 0))
  })
}
