import type { RuleUses, Tracker } from '../kit/define-rule.ts'
import { carriedMinutes, distinctUses, fairShare, sharePercentOf } from '../kit/fair-share.ts'
import type { Grid } from '../kit/grid.ts'
import { PeriodSums } from '../kit/period-sums.ts'
import { valueTable } from '../kit/values.ts'
import type { FairMinutesParams } from './spec.ts'
import { MinutesSpread } from './spread.ts'

/** Squares are separate per person; only the spread couples people. */
export function tracker(grid: Grid, uses: RuleUses<FairMinutesParams>): Tracker[] {
  const { frame } = grid
  const value = valueTable(frame, 'minutes', {})
  const shares = new Map(distinctUses(uses).map((use) => [use, fairShare(frame, uses, use)]))
  const squares = new PeriodSums<FairMinutesParams>(
    grid,
    uses.people.map((list) =>
      list.filter((held, index) => list.findIndex((other) => other.use === held.use) === index),
    ),
    ({ use }, employee) => {
      if (use.params.measure !== 'squared') return []
      const measure = {
        mode: 'square',
        bound: shares.get(use)!.fairMinutes,
        slack: carriedMinutes(frame, employee),
        sharePercent: sharePercentOf(frame, employee),
        weight: use.weight,
      } as const
      return [{ period: 'roster', value, countsDays: false, measure, wantsComplete: false }]
    },
    true,
  )
  const spreads = [...shares].filter(([use]) => use.params.measure === 'spread')
  const trackers: Tracker[] = spreads.map(([use, { people }]) => new MinutesSpread(grid, value, people, use.weight))
  return squares.isIdle() ? trackers : [squares, ...trackers]
}
