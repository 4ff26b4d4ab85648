// Incremental wishes for and against shifts. A wish that one shift can decide is a table; one that several shifts of a
// day can decide, where a day holds several, is counted.
import type { LineTracker, PairTracker, RuleUses, Tracker } from './define-rule.ts'
import type { Change, Grid } from './grid.ts'
import { requestedShifts } from './wishes.ts'

interface Wish {
  penalty: number
  shifts: readonly number[]
}

export function trackRequests(grid: Grid, uses: RuleUses<unknown>, kind: 'on' | 'off'): Tracker[] {
  const { frame } = grid
  const tabled: Wish[][] = []
  const counted: Wish[][] = []
  let basePenalty = 0
  frame.problem.employees.forEach((employee, index) => {
    const alone: Wish[] = []
    const several: Wish[] = []
    for (const request of employee.requests ?? []) {
      if (request.kind !== kind) continue
      const shifts = requestedShifts(frame, request)
      const day = shifts.length === 0 ? 0 : frame.day[shifts[0]!]!
      let weight = 0
      for (const { use, fromDay, untilDay } of uses.people[index]!)
        if (day >= fromDay && day < untilDay) weight += use.weight
      const wish = { penalty: weight * request.weight, shifts }
      if (wish.penalty === 0) continue
      if (grid.slots === 1 || shifts.length <= 1) alone.push(wish)
      else several.push(wish)
    }
    if (kind === 'on') for (const wish of alone) basePenalty += wish.penalty
    tabled.push(alone)
    counted.push(several)
  })
  const trackers: Tracker[] = []
  const sign = kind === 'on' ? -1 : 1
  const pair: PairTracker = {
    kind: 'pair',
    basePenalty,
    // A person's wishes are few: all of them are written, whichever shifts are asked about.
    addTo: (employee, row) => {
      for (const wish of tabled[employee]!)
        for (const shift of wish.shifts) row[shift] = row[shift]! + sign * wish.penalty
    },
  }
  if (tabled.some((wishes) => wishes.length > 0)) trackers.push(pair)
  if (counted.some((wishes) => wishes.length > 0)) trackers.push(new WishCounts(grid, counted, kind))
  return trackers
}

class WishCounts implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = false
  private readonly wishes: readonly (readonly Wish[])[]
  /** Whether a wish is decided against the person by work (off) or by its absence (on). */
  private readonly costsWorked: boolean
  private readonly grid: Grid
  private readonly counts: readonly Int32Array[]
  private readonly byCode: readonly ReadonlyMap<number, readonly number[]>[]

  constructor(grid: Grid, wishes: readonly (readonly Wish[])[], kind: 'on' | 'off') {
    this.grid = grid
    this.wishes = wishes
    this.counts = wishes.map((list) => new Int32Array(list.length))
    this.costsWorked = kind === 'off'
    this.byCode = wishes.map((list) => {
      const found = new Map<number, number[]>()
      list.forEach((wish, index) => {
        for (const shift of wish.shifts) found.set(shift + 1, [...(found.get(shift + 1) ?? []), index])
      })
      return found
    })
  }

  reset(employee: number): number {
    const { before, rowCells } = this.grid
    const counts = this.counts[employee]!.fill(0)
    for (let cell = employee * rowCells; cell < (employee + 1) * rowCells; cell++)
      for (const index of this.byCode[employee]!.get(before[cell]!) ?? []) counts[index] = counts[index]! + 1
    let penalty = 0
    this.wishes[employee]!.forEach((wish, index) => {
      penalty += this.penaltyOf(wish, counts[index]!)
    })
    return penalty
  }

  private penaltyOf(wish: Wish, count: number): number {
    return count > 0 === this.costsWorked ? wish.penalty : 0
  }

  evaluate(change: Change): number {
    return this.walk(change, false)
  }

  apply(change: Change): void {
    this.walk(change, true)
  }

  private walk(change: Change, keeps: boolean): number {
    const { employee } = change
    const counts = this.counts[employee]!
    const old = keeps ? null : counts.slice()
    let penalty = 0
    const add = (code: number, delta: number) => {
      for (const index of this.byCode[employee]!.get(code) ?? []) {
        const wish = this.wishes[employee]![index]!
        penalty -= this.penaltyOf(wish, counts[index]!)
        counts[index] = counts[index]! + delta
        penalty += this.penaltyOf(wish, counts[index]!)
      }
    }
    if (this.byCode[employee]!.size === 0) return 0
    for (let i = 0; i < change.removedCount; i++) add(change.removed[i]!, -1)
    for (let i = 0; i < change.addedCount; i++) add(change.added[i]!, 1)
    if (old) counts.set(old)
    return penalty
  }
}
