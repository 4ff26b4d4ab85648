import type { SkillNeed } from '../../model/problem.ts'
import { parseInstant } from '../../model/time.ts'
import type { RosterTracker, RuleUses } from '../kit/define-rule.ts'
import type { Change, Grid } from '../kit/grid.ts'
import { hasSkillFor } from '../kit/held-skills.ts'
import { organisationWeight } from '../kit/shared-shifts.ts'

export function tracker(grid: Grid, uses: RuleUses<unknown>): RosterTracker[] {
  const weight = organisationWeight(uses.organisation)
  return weight === 0 || !grid.frame.problem.demand?.length ? [] : [new CurveCover(grid, weight)]
}

interface Curve {
  site: number
  start: number
  length: number
  /** Index of the first interval among all intervals, and how many there are. */
  base: number
  count: number
  skill: SkillNeed | null
  /** By employee: 0 never counts, 1 always, 2 depends on the shift's dates. */
  counts: Uint8Array
}

const never = 0
const always = 1
const dated = 2

class CurveCover implements RosterTracker {
  readonly kind = 'roster'
  private readonly grid: Grid
  private readonly weight: number
  private readonly curves: readonly Curve[]
  /** By code: the curves it can serve. */
  private readonly curvesOf: readonly (readonly Curve[])[]
  /** Head-minutes by interval: wanted, there, and what the running evaluation changes. */
  private readonly needed: Float64Array
  private readonly present: Float64Array
  private readonly change: Float64Array
  private readonly touched: number[] = []

  constructor(grid: Grid, weight: number) {
    this.grid = grid
    this.weight = weight
    const { frame } = grid
    const demand = frame.problem.demand ?? []
    let base = 0
    this.curves = demand.map((curve) => {
      const found: Curve = {
        site: frame.problem.sites.findIndex(({ id }) => id === curve.site),
        start: parseInstant(curve.start)!,
        length: curve.intervalMinutes,
        base,
        count: curve.heads.length,
        skill: curve.skill ?? null,
        counts: countsBySkill(grid, curve.skill ?? null),
      }
      base += curve.heads.length
      return found
    })
    this.needed = new Float64Array(base)
    this.present = new Float64Array(base)
    this.change = new Float64Array(base)
    this.curves.forEach((curve, index) => {
      for (const [interval, heads] of demand[index]!.heads.entries())
        this.needed[curve.base + interval] = heads * curve.length
    })
    this.curvesOf = Array.from({ length: frame.itemCount + 1 }, (_, code) =>
      code === 0 || code > frame.shiftCount
        ? []
        : this.curves.filter((curve) => curve.site === grid.siteOf[code] && this.meets(curve, code)),
    )
  }

  private meets(curve: Curve, code: number): boolean {
    const { startOf, endOf } = this.grid
    return endOf[code]! > curve.start && startOf[code]! < curve.start + curve.count * curve.length
  }

  reset(): number {
    const { grid, present } = this
    present.fill(0)
    for (let employee = 0; employee < grid.frame.employeeCount; employee++)
      for (let cell = grid.cell(employee, grid.pastDays); cell < (employee + 1) * grid.rowCells; cell++)
        if (grid.before[cell] !== 0) this.add(employee, grid.before[cell]!, 1)
    this.settle(true)
    let penalty = 0
    for (let at = 0; at < present.length; at++) penalty += Math.max(0, this.needed[at]! - present[at]!)
    return penalty * this.weight
  }

  private add(employee: number, code: number, sign: number): void {
    const start = this.grid.startOf[code]!
    const end = this.grid.endOf[code]!
    for (const curve of this.curvesOf[code]!) {
      const { length, counts, skill } = curve
      if (counts[employee] === never) continue
      if (counts[employee] === dated && skill && !hasSkillFor(this.grid.frame, employee, skill, code - 1)) continue
      const first = Math.max(0, Math.floor((start - curve.start) / length))
      for (let interval = first; interval < curve.count; interval++) {
        const opens = curve.start + interval * length
        if (opens >= end) break
        const minutes = Math.min(end, opens + length) - Math.max(start, opens)
        const at = curve.base + interval
        this.touched.push(at)
        this.change[at] = this.change[at]! + sign * minutes
      }
    }
  }

  /** Answers what the collected change costs, and forgets it; keeps it in the sums when asked to. */
  private settle(keeps: boolean): number {
    const { change, present, needed, touched } = this
    let missing = 0
    for (const at of touched) {
      const delta = change[at]!
      if (delta === 0) continue
      change[at] = 0
      const now = present[at]!
      missing += Math.max(0, needed[at]! - now - delta) - Math.max(0, needed[at]! - now)
      if (keeps) present[at] = now + delta
    }
    touched.length = 0
    return missing * this.weight
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

function countsBySkill(grid: Grid, need: SkillNeed | null): Uint8Array {
  return Uint8Array.from(grid.frame.problem.employees, ({ skills }) => {
    if (need === null) return always
    const fitting = (skills ?? []).filter(
      (held) => held.skill === need.skill && (held.level ?? 1) >= (need.levelMin ?? 1),
    )
    if (fitting.some(({ from, until }) => from === undefined && until === undefined)) return always
    return fitting.length > 0 ? dated : never
  })
}
