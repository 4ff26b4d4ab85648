import { parseDate } from '../../model/time.ts'
import type { RosterTracker, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import { payOf } from '../kit/pay.ts'
import { organisationWeight } from '../kit/shared-shifts.ts'
import { alwaysFromDay, alwaysUntilDay } from '../kit/uses.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): RosterTracker[] {
  const weight = organisationWeight(uses.organisation)
  return weight === 0 || !grid.frame.problem.budgets?.length ? [] : [new SpentMoney(grid, weight)]
}

class SpentMoney implements RosterTracker {
  readonly kind = 'roster'
  private readonly grid: Grid
  private readonly weight: number
  private readonly limits: Float64Array
  /** By code: indices of the budgets it is paid from. */
  private readonly budgetsOf: readonly (readonly number[])[]
  private readonly spent: Float64Array
  private readonly change: Float64Array
  private readonly pay: (employee: number, shift: number) => number
  /** By employee, then code: pay worked out so far, -1 where not yet. */
  private readonly paid: Int32Array[] = []

  constructor(grid: Grid, weight: number) {
    this.grid = grid
    this.weight = weight
    const { frame } = grid
    const budgets = frame.problem.budgets ?? []
    this.limits = Float64Array.from(budgets, ({ minor }) => minor)
    this.spent = new Float64Array(budgets.length)
    this.change = new Float64Array(budgets.length)
    this.pay = payOf(frame)
    const spans = budgets.map(({ site, from, until }) => ({
      site: site === undefined ? -1 : frame.problem.sites.findIndex(({ id }) => id === site),
      from: from === undefined ? alwaysFromDay : parseDate(from)! - frame.firstDay,
      until: until === undefined ? alwaysUntilDay : parseDate(until)! - frame.firstDay,
    }))
    this.budgetsOf = Array.from({ length: frame.shiftCount + 1 }, (_, code) =>
      spans.flatMap(({ site, from, until }, index) => {
        if (code === 0) return []
        const day = frame.day[code - 1]!
        return (site < 0 || site === frame.site[code - 1]) && day >= from && day <= until ? [index] : []
      }),
    )
  }

  private payFor(employee: number, code: number): number {
    let row = this.paid[employee]
    if (row === undefined) {
      row = new Int32Array(this.grid.frame.shiftCount + 1).fill(-1)
      this.paid[employee] = row
    }
    if (row[code]! < 0) row[code] = this.pay(employee, code - 1)
    return row[code]!
  }

  private add(employee: number, code: number, sign: number): void {
    const budgets = this.budgetsOf[code]!
    if (budgets.length === 0) return
    const minor = sign * this.payFor(employee, code)
    for (let i = 0; i < budgets.length; i++) this.change[budgets[i]!] = this.change[budgets[i]!]! + minor
  }

  private settle(keeps: boolean): number {
    const { change, spent, limits } = this
    let over = 0
    for (let budget = 0; budget < change.length; budget++) {
      const delta = change[budget]!
      if (delta === 0) continue
      change[budget] = 0
      const now = spent[budget]!
      over += Math.max(0, now + delta - limits[budget]!) - Math.max(0, now - limits[budget]!)
      if (keeps) spent[budget] = now + delta
    }
    return over * this.weight
  }

  reset(): number {
    const { grid } = this
    this.spent.fill(0)
    for (let employee = 0; employee < grid.frame.employeeCount; employee++)
      for (let cell = grid.cell(employee, grid.pastDays); cell < (employee + 1) * grid.rowCells; cell++)
        if (grid.before[cell] !== 0) this.add(employee, grid.before[cell]!, 1)
    return this.settle(true)
  }

  private walk(changes: readonly Change[], count: number, keeps: boolean): number {
    for (let i = 0; i < count; i++) {
      const { employee, removed, removedCount, added, addedCount } = changes[i]!
      for (let k = 0; k < removedCount; k++) this.add(employee, removed[k]!, -1)
      for (let k = 0; k < addedCount; k++) this.add(employee, added[k]!, 1)
    }
    return this.settle(keeps)
  }

  evaluate(changes: readonly Change[], count: number): number {
    return this.walk(changes, count, false)
  }

  apply(changes: readonly Change[], count: number): void {
    this.walk(changes, count, true)
  }
}
