// Overtime once more, minute by minute: each paid minute of a week is put on the clock of its day, and then of its week.
import type { Employee } from '../../model/problem.ts'
import type { Charge, OracleWorld } from '../oracle.ts'
import type { OracleItem } from '../oracle-clock.ts'

interface Tier {
  period: string
  overMinutes: number
  percent: number
}

export function judgeOvertime(
  world: OracleWorld,
  employee: Employee,
  line: readonly OracleItem[],
  charge: Charge,
): void {
  const { problem, first } = world
  const rate = employee.rateMinor
  if (rate === undefined) return
  const weekStart = problem.period.weekStart ?? 1
  for (let day = 0; day < problem.period.days; day++) {
    const date = first.add({ days: day })
    const isWeekEnd = date.add({ days: 1 }).dayOfWeek === weekStart
    if (!isWeekEnd && day < problem.period.days - 1) continue
    let monday = day
    while (first.add({ days: monday }).dayOfWeek !== weekStart) monday--
    for (const setting of world.settingsOn('labour-cost', employee, date)) {
      const tiers = (setting.params?.overtime ?? []) as Tier[]
      if (tiers.length === 0) continue
      const week = line.filter((item) => item.day >= monday && item.day <= monday + 6)
      const worked = weekPercents(tiers, week)
      const before = weekPercents(
        tiers,
        week.filter((item) => item.shift === null),
      )
      charge(setting, Math.floor((rate * worked) / 6000) - Math.floor((rate * before) / 6000))
    }
  }
}

/** Percent above the plain rate, summed over the week's minutes. */
function weekPercents(tiers: readonly Tier[], week: readonly OracleItem[]): number {
  const percentAt = (period: string, minute: number) =>
    Math.max(100, ...tiers.filter((tier) => tier.period === period && minute >= tier.overMinutes).map((t) => t.percent))
  const onDay = new Map<number, number>()
  let plain = 0
  let sum = 0
  for (const { day, paid } of week)
    for (let minute = 0; minute < paid; minute++) {
      const worked = onDay.get(day) ?? 0
      onDay.set(day, worked + 1)
      const isDaily = tiers.some((tier) => tier.period === 'day' && worked >= tier.overMinutes)
      sum += isDaily ? percentAt('day', worked) - 100 : percentAt('week', plain++) - 100
    }
  return sum
}
