// Fair shares of what is counted (nights, weekends, holidays, kinds of shifts): what the demand asks for, spread over the
// people who take part by their share of a job, with what they bore before. Counts go into the same integer measure as
// minutes do: one count is worth ten hours there, so a size is in hundredths of a squared count.
import type { Frame } from '../../model/frame.ts'
import type { Breach, Justification } from '../../model/outcome.ts'
import type { CarriedBurdens } from '../../model/problem.ts'
import { breachOf, type LineTracker, type RosterView, type RuleUse, type RuleUses } from './define-rule.ts'
import { distinctUses, sharePercentOf } from './fair-share.ts'
import type { Change, Grid } from './grid.ts'

const unit = 600

/** What is shared out fairly. */
export interface Burden {
  /** Whether a shift is one. */
  isBurden(shift: number): boolean
  /** Shifts of one group (a weekend) count once for a person; every shift by itself when absent. */
  groupOf?(shift: number): number
  carried(burdens: CarriedBurdens): number
  facts: Justification
}

interface Shares {
  people: readonly number[]
  /** What a full-time person should carry, in units. */
  fair: number
}

const carriedOf = (frame: Frame, employee: number, burden: Burden) =>
  burden.carried(frame.problem.employees[employee]!.history?.fairCarried ?? {})

/** What the demand asks for: wanted heads on each shift; of a group the day that wants most. */
function demandedCount(frame: Frame, burden: Burden): number {
  let count = 0
  const byDay = new Map<string, number>()
  const byGroup = new Map<number, number>()
  frame.problem.shifts.forEach(({ heads }, shift) => {
    if (!burden.isBurden(shift)) return
    const wanted = heads.target ?? heads.min
    if (!burden.groupOf) {
      count += wanted
      return
    }
    const group = burden.groupOf(shift)
    const key = `${group} ${frame.day[shift]}`
    byDay.set(key, (byDay.get(key) ?? 0) + wanted)
    byGroup.set(group, Math.max(byGroup.get(group) ?? 0, byDay.get(key)!))
  })
  for (const most of byGroup.values()) count += most
  return count
}

function sharesOf<P>(frame: Frame, uses: RuleUses<P>, use: RuleUse<P>, burden: Burden): Shares {
  const people = uses.people.flatMap((list, employee) => (list.some((held) => held.use === use) ? [employee] : []))
  let count = demandedCount(frame, burden)
  let share = 0
  for (const employee of people) {
    count += carriedOf(frame, employee, burden)
    share += sharePercentOf(frame, employee)
  }
  return { people, fair: share === 0 ? 0 : Math.floor((count * unit * 100) / share) }
}

interface Shared<P> {
  use: RuleUse<P>
  burden: Burden
  shares: Shares
  /** By employee: 1 when taking part. */
  takesPart: Uint8Array
}

const knownShares = new WeakMap<object, unknown>()

/** What the settings share out, worked out once: fair shares do not depend on the roster. */
function sharedOf<P>(
  frame: Frame,
  uses: RuleUses<P>,
  burdensOf: (use: RuleUse<P>) => readonly Burden[],
): readonly Shared<P>[] {
  const known = knownShares.get(uses) as readonly Shared<P>[] | undefined
  if (known) return known
  const made = distinctUses(uses).flatMap((use) =>
    burdensOf(use).map((burden) => {
      const shares = sharesOf(frame, uses, use, burden)
      const takesPart = new Uint8Array(frame.employeeCount)
      for (const person of shares.people) takesPart[person] = 1
      return { use, burden, shares, takesPart }
    }),
  )
  knownShares.set(uses, made)
  return made
}

/** One breach for each person away from the fair share, squared. Size: hundredths of a squared count, rounded down. */
export function fairBreaches<P>(
  view: RosterView,
  uses: RuleUses<P>,
  burdensOf: (use: RuleUse<P>) => readonly Burden[],
): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const { use, burden, shares, takesPart } of sharedOf(frame, uses, burdensOf))
    for (const person of view.people) {
      if (takesPart[person] === 0) continue
      const items = view.lines[person]!.filter((item) => item < frame.shiftCount && burden.isBurden(item))
      const count = new Set(items.map((item) => burden.groupOf?.(item) ?? item)).size
      const carried = carriedOf(frame, person, burden)
      const scaled = Math.floor(((count + carried) * unit * 100) / sharePercentOf(frame, person))
      const size = Math.floor((scaled - shares.fair) ** 2 / 3600)
      if (size === 0) continue
      const fairHundredths = Math.floor((shares.fair * 100) / unit)
      const justification = { ...burden.facts, count, carried, fairHundredths }
      breaches.push(breachOf(use, size, [frame.problem.employees[person]!.id], [], justification))
    }
  return breaches
}

/** The same incrementally: a fixed fair share makes every person a matter of their own. */
export function trackFair<P>(
  grid: Grid,
  uses: RuleUses<P>,
  burdensOf: (use: RuleUse<P>) => readonly Burden[],
): LineTracker[] {
  return sharedOf(grid.frame, uses, burdensOf).map(
    ({ use, burden, shares }) => new BurdenCounts(grid, burden, shares, use.weight),
  )
}

class BurdenCounts implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly grid: Grid
  private readonly weight: number
  private readonly fair: number
  /** By code: index of its group (0 where shifts count by themselves), -1 for no burden. */
  private readonly groupOf: Int32Array
  private readonly groups: number
  private readonly isGrouped: boolean
  /** By employee: 0 when not taking part. */
  private readonly sharePercent: Int32Array
  private readonly carried: Int32Array
  private readonly counts: Int32Array
  /** By employee and group: shifts. */
  private readonly inGroup: Int32Array

  constructor(grid: Grid, burden: Burden, { people, fair }: Shares, weight: number) {
    const { frame } = grid
    this.grid = grid
    this.weight = weight
    this.fair = fair
    this.isGrouped = burden.groupOf !== undefined
    const groups = new Map<number, number>()
    this.groupOf = new Int32Array(frame.itemCount + 1).fill(-1)
    for (let shift = 0; shift < frame.shiftCount; shift++) {
      if (!burden.isBurden(shift)) continue
      const group = burden.groupOf?.(shift) ?? 0
      if (!groups.has(group)) groups.set(group, groups.size)
      this.groupOf[shift + 1] = groups.get(group)!
    }
    this.groups = groups.size
    this.sharePercent = new Int32Array(frame.employeeCount)
    this.carried = new Int32Array(frame.employeeCount)
    for (const person of people) {
      this.sharePercent[person] = sharePercentOf(frame, person)
      this.carried[person] = carriedOf(frame, person, burden)
    }
    this.counts = new Int32Array(frame.employeeCount)
    this.inGroup = new Int32Array(this.isGrouped ? frame.employeeCount * this.groups : 0)
  }

  private penalty(employee: number, count: number): number {
    const scaled = Math.floor(((count + this.carried[employee]!) * unit * 100) / this.sharePercent[employee]!)
    const deviation = scaled - this.fair
    return this.weight * Math.floor((deviation * deviation) / 3600)
  }

  /** Counts a code in or out; answers by how much the person's count changes. */
  private count(employee: number, code: number, sign: number): number {
    const group = this.groupOf[code]!
    if (group < 0) return 0
    if (!this.isGrouped) return sign
    const at = employee * this.groups + group
    const was = this.inGroup[at]!
    this.inGroup[at] = was + sign
    return was + sign === 0 ? -1 : was === 0 ? 1 : 0
  }

  reset(employee: number): number {
    const { grid } = this
    if (this.sharePercent[employee] === 0) return 0
    if (this.isGrouped) this.inGroup.fill(0, employee * this.groups, (employee + 1) * this.groups)
    let count = 0
    for (let cell = grid.cell(employee, grid.pastDays); cell < (employee + 1) * grid.rowCells; cell++)
      if (grid.before[cell] !== 0) count += this.count(employee, grid.before[cell]!, 1)
    this.counts[employee] = count
    return this.penalty(employee, count)
  }

  private walk(change: Change, sign: number): number {
    let delta = 0
    for (let i = 0; i < change.addedCount; i++) delta += this.count(change.employee, change.added[i]!, sign)
    for (let i = 0; i < change.removedCount; i++) delta += this.count(change.employee, change.removed[i]!, -sign)
    return delta
  }

  evaluate(change: Change): number {
    const { employee } = change
    if (this.sharePercent[employee] === 0) return 0
    const delta = this.walk(change, 1)
    if (this.isGrouped) this.walk(change, -1)
    if (delta === 0) return 0
    return this.penalty(employee, this.counts[employee]! + delta) - this.penalty(employee, this.counts[employee]!)
  }

  apply(change: Change): void {
    const { employee } = change
    if (this.sharePercent[employee] !== 0) this.counts[employee] = this.counts[employee]! + this.walk(change, 1)
  }
}
