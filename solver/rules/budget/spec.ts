import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import type { Budget } from '../../model/problem.ts'
import { formatDate } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { payOf } from '../kit/pay.ts'

/** Whether a shift's cost belongs to a budget: its site, and the local day on which it starts. */
function isIn(frame: Frame, budget: Budget, item: number): boolean {
  const shift = frame.problem.shifts[item]
  if (!shift || (budget.site !== undefined && shift.site !== budget.site)) return false
  const date = formatDate(frame.firstDay + frame.day[item]!)
  return (budget.from ?? date) <= date && date <= (budget.until ?? date)
}

/** Pay above a site's or period's budget; pay is that of labour-cost. Size: minor units of money above the budget. */
export function spec(view: RosterView, uses: RuleUses<unknown>): Breach[] {
  const { frame } = view
  if (!frame.problem.budgets || uses.organisation.length === 0) return []
  const pay = payOf(frame)
  return frame.problem.budgets.flatMap((budget) => {
    let costMinor = 0
    view.lines.forEach((line, person) => {
      if (frame.problem.employees[person]!.rateMinor === undefined) return
      for (const item of line) if (isIn(frame, budget, item)) costMinor += pay(person, item)
    })
    const size = costMinor - budget.minor
    if (size <= 0) return []
    const justification = {
      site: budget.site ?? null,
      firstDay: budget.from ?? frame.problem.period.start,
      lastDay: budget.until ?? formatDate(frame.firstDay + frame.days - 1),
      costMinor,
      budgetMinor: budget.minor,
    }
    return uses.organisation.map((use) => breachOf(use, size, [], [], justification))
  })
}
