// Which shifts miss the most heads together. Lagrangian relaxation: every head has a price from 0 to 1, everybody takes the
// heaviest line, and prices follow the average of what was left over (the volume algorithm: Barahona, Anbil, Mathematical Programming 87, 2000).
import type { CoverBound, Relaxed } from './cover-bound.ts'

export interface Short {
  shifts: readonly number[]
  /** No roster that keeps the rules misses fewer heads of them. */
  missing: number
}

const stepsMax = 120
/** Part of the newest leftovers in the average. */
const newest = 0.3
/** First step as a part of the way to `enough`; so many steps without a better bound make it shorter. */
const firstLength = 0.5
const patience = 10
const shorter = 0.7
/** Sets are read from the best prices every so many steps: what costs at least this much. */
const readEvery = 8
const thresholds = [0.25, 0.5, 0.75]

/**
 * The set of shifts with the most missing heads that was met, `start` among them. Ends at `enough` missing heads (a roster shows
 * that no more can be proven), where prices stand still, or with the effort.
 */
export function ascend(bound: CoverBound, among: readonly number[], start: Short, enough: number): Short {
  const prices = new Prices(among, start.shifts)
  let best = start
  for (let step = 1; step <= stepsMax && best.missing < enough; step++) {
    const relaxed = bound.relaxed(prices.now)
    if (relaxed === null || !prices.follow(bound, relaxed, enough)) break
    if (step % readEvery !== 0) continue
    for (const shifts of prices.sets()) {
      const missing = bound.missing(shifts)
      if (missing !== null && missing > best.missing) best = { shifts, missing }
    }
  }
  return best
}

/** Prices of heads by shift, 0 outside of `among`, and the best so far. */
class Prices {
  readonly now: Float64Array
  private readonly among: readonly number[]
  private best: Float64Array
  private mostMissing = Number.NEGATIVE_INFINITY
  /** By position in `among`: average of heads that nobody took (or that too many took, below 0). */
  private average: readonly number[] | null = null
  private length = firstLength
  private waited = 0

  constructor(among: readonly number[], start: readonly number[]) {
    this.among = among
    this.now = new Float64Array(among.reduce((most, shift) => Math.max(most, shift), 0) + 1)
    for (const shift of start) this.now[shift] = 1
    this.best = this.now.slice()
  }

  /** One step, as long as the way to `enough` asks for (Polyak); false where prices stand still. */
  follow(bound: CoverBound, { missing, taken }: Relaxed, enough: number): boolean {
    this.remember(missing)
    const left = this.among.map((shift) => bound.headsOf(shift) - taken[shift]!)
    const { average } = this
    const slope = average ? left.map((own, index) => newest * own + (1 - newest) * average[index]!) : left
    this.average = slope
    const isAtEnd = (shift: number, rise: number) => (rise > 0 ? this.now[shift] === 1 : this.now[shift] === 0)
    const square = slope.reduce((sum, rise, index) => sum + (isAtEnd(this.among[index]!, rise) ? 0 : rise ** 2), 0)
    if (square < 1e-9) return false
    const step = (this.length * (enough - missing + 1)) / square
    this.among.forEach((shift, index) => {
      this.now[shift] = Math.min(1, Math.max(0, this.now[shift]! + step * slope[index]!))
    })
    return true
  }

  /** Shifts that the best prices single out, at several thresholds. */
  sets(): number[][] {
    const found = thresholds.map((least) => this.among.filter((shift) => this.best[shift]! >= least))
    return found.filter((shifts, index) => shifts.length > 0 && shifts.length !== found[index - 1]?.length)
  }

  private remember(missing: number): void {
    if (missing > this.mostMissing + 1e-3) {
      this.mostMissing = missing
      this.best = this.now.slice()
      this.waited = 0
    } else if (++this.waited === patience) {
      this.waited = 0
      this.length *= shorter
    }
  }
}
