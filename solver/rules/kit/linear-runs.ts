// Runs of days as rows: a run that is too long has a day on which that shows; one that is too short is told by its borders.
import type { PersonUse } from './define-rule.ts'
import type { LinearModel } from './linear-model.ts'
import { allOf, type Bit, Sum } from './linear-sum.ts'
import type { RunMinimumParams } from './run-minimum.ts'
import { holdsOn } from './uses.ts'

/** One breach for every day of the period that comes after `limit` days in a row. */
export function chargeLongRuns(
  model: LinearModel,
  employee: number,
  held: PersonUse<unknown>,
  limit: number,
  bitOf: (day: number) => Bit,
): void {
  for (let day = 0; day < model.frame.days; day++) {
    if (!holdsOn(held, day)) continue
    const run = Array.from({ length: limit + 1 }, (_, back) => bitOf(day - back))
    model.charge(held.use, [employee], [], allOf(run))
  }
}

/** Days of a person as a minimum length sees them: each holds or does not. */
interface RunDays {
  /** 1 on a day that belongs to a run: worked, or free. */
  isIn(day: number): Sum
  /** Whether a run may begin on the day with nothing known before it. */
  opensAt(day: number): boolean
}

/** Missing days of every run shorter than the minimum; `opensAt` runs and those that reach the end are judged with closed borders. */
export function chargeShortRuns(
  model: LinearModel,
  employee: number,
  held: PersonUse<RunMinimumParams>,
  { isIn, opensAt }: RunDays,
): void {
  const { days, borders } = held.use.params
  const end = model.frame.days
  for (let first = 1 - days; first < end; first++)
    for (let last = Math.max(first, -1); last < Math.min(end, first + days - 1); last++) {
      const isOpen = opensAt(first) || last === end - 1
      if ((isOpen && borders === 'open') || !holdsOn(held, Math.max(0, last))) continue
      const missing = days - (last - first + 1)
      const exact = new Sum(first - last)
      for (let day = first; day <= last; day++) exact.plusSum(isIn(day))
      if (!opensAt(first)) exact.plusSum(isIn(first - 1), -1)
      if (last < end - 1) exact.plusSum(isIn(last + 1), -1)
      model.charge(held.use, [employee], [], exact.times(missing))
    }
}
