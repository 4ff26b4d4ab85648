// One tracker for limits over calendar periods and rolling windows alike.
import type { LineTracker, PersonUse } from './define-rule.ts'
import type { Grid } from './grid.ts'
import { PeriodSums, type SummedUse } from './period-sums.ts'
import { RollingSums } from './rolling-sums.ts'
import type { WindowParams } from './windows.ts'

export interface WindowedUse extends Omit<SummedUse, 'period'> {
  window: WindowParams
}

/** Trackers for whatever `describe` says about a setting and a person; none when nothing can cost. */
export function trackWindows<P>(
  grid: Grid,
  people: readonly (readonly PersonUse<P>[])[],
  describe: (use: PersonUse<P>, employee: number) => readonly WindowedUse[],
): LineTracker[] {
  const sums = new PeriodSums<P>(grid, people, (use, employee) =>
    describe(use, employee).flatMap(({ window, ...rest }) =>
      window.period === 'rolling' ? [] : [{ ...rest, period: window.period }],
    ),
  )
  const rolling = new RollingSums<P>(grid, people, (use, employee) =>
    describe(use, employee).flatMap(({ window, ...rest }) =>
      window.period === 'rolling' ? [{ ...rest, windowDays: window.days! }] : [],
    ),
  )
  return [sums, rolling].filter((tracker) => !tracker.isIdle())
}
