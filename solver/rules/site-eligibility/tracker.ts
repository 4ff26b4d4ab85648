import type { PairTracker, RuleUses } from '../kit/define-rule.ts'
import type { Grid } from '../kit/grid.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): PairTracker[] {
  const { frame } = grid
  if (frame.problem.employees.every((employee) => employee.sites === undefined)) return []
  const addTo = (employee: number, row: Float64Array, shifts: readonly number[]) => {
    const sites = frame.problem.employees[employee]!.sites
    if (sites === undefined) return
    const allowed = frame.problem.sites.map((site) => sites.includes(site.id))
    for (const { use, fromDay, untilDay } of uses.people[employee]!)
      for (const shift of shifts)
        if (!allowed[frame.site[shift]!] && frame.day[shift]! >= fromDay && frame.day[shift]! < untilDay)
          row[shift] = row[shift]! + use.weight
  }
  return [{ kind: 'pair', basePenalty: 0, addTo }]
}
