import type { PersonUse, RuleUses, Tracker } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'
import { alwaysFromDay, alwaysUntilDay } from '../kit/uses.ts'
import { Tables, valueTable } from '../kit/values.ts'
import { trackWindows } from '../kit/windowed-sums.ts'
import type { MaxShiftsOfTypeParams, ShiftLimit } from './spec.ts'

/** "Never" over the whole roster forbids each shift by itself, which a table says faster than a count. */
function isNever(limit: ShiftLimit, held: PersonUse<unknown>): boolean {
  const always = held.fromDay === alwaysFromDay && held.untilDay === alwaysUntilDay
  return limit.max === 0 && limit.period === 'roster' && limit.counts === 'shifts' && always
}

export function tracker(grid: Grid, uses: RuleUses<MaxShiftsOfTypeParams>): Tracker[] {
  const { frame } = grid
  const tables = new Tables<Int32Array>()
  const valueFor = (limit: ShiftLimit) =>
    tables.of(JSON.stringify([limit.type, limit.tag]), () => valueTable(frame, 'count', limit))
  const addTo = (employee: number, row: Float64Array, shifts: readonly number[]) => {
    for (const held of uses.people[employee]!)
      for (const limit of held.use.params.limits) {
        if (!isNever(limit, held)) continue
        const value = valueFor(limit)
        for (const shift of shifts) if (value[shift + 1] === 1) row[shift] = row[shift]! + held.use.weight
      }
  }
  const counted = trackWindows(grid, uses.people, (held) =>
    held.use.params.limits.flatMap((limit) => {
      if (isNever(limit, held)) return []
      return [
        {
          window: limit,
          value: valueFor(limit),
          countsDays: limit.counts === 'days',
          measure: { mode: 'above', bound: limit.max, slack: 0, sharePercent: 100, weight: held.use.weight } as const,
          wantsComplete: false,
        },
      ]
    }),
  )
  return [{ kind: 'pair', basePenalty: 0, addTo }, ...counted]
}
