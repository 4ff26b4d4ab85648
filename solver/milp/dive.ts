// Places of a dive: people whose line is fixed, those still open, and what the master over these said. A place can be left and
// come back to for another choice.
// Source of choices against the master's first: M. Ginsberg, W. Harvey, "Limited discrepancy search" (1995); in dives over
// columns: R. Sadykov et al., "Primal heuristics for branch and price" (2019).
import type { Line } from './line-model.ts'
import type { LinePart } from './master.ts'

/** Lines of which the master takes so much are taken whole. */
const wholePart = 0.98
/** More than one line that is not whole is fixed at once where the master takes so much of each. */
const surePart = 0.7
/** Choices at one place until it is given up. */
const choicesMax = 3
/** Parts shrink by chance, by up to this share: no two dives go the same way. */
const noise = 0.6

/** A line for the person in place `index` of those still open. */
export interface Pick {
  index: number
  line: Line
}

export class DivePlace {
  /** People still open, as numbers of the group. */
  readonly left: readonly number[]
  /** Lines to start from, by open person. */
  readonly pools: readonly (readonly Line[])[]
  /** Heads of everything that is fixed, by cell. */
  readonly heads: Float64Array
  /** Cost of the lines fixed so far. */
  readonly fixedCost: number
  /** Line by person of the group, for those who are fixed. */
  readonly chosen: readonly (Line | undefined)[]
  private parts: readonly LinePart[][] | undefined
  private keep: readonly (readonly Line[])[] = []
  private readonly tried = new Set<Line>()
  private choices = 0

  constructor(
    left: readonly number[],
    pools: readonly (readonly Line[])[],
    heads: Float64Array,
    fixedCost: number,
    chosen: readonly (Line | undefined)[],
  ) {
    this.left = left
    this.pools = pools
    this.heads = heads
    this.fixedCost = fixedCost
    this.chosen = chosen
  }

  get isSolved(): boolean {
    return this.parts !== undefined
  }

  /** Takes what the master over the open people answered. */
  solved({ parts, keep }: { parts: LinePart[][]; keep: Line[][] }): void {
    this.parts = parts
    this.keep = keep
  }

  /** Another choice of lines to fix, or undefined when there is none left. */
  next(random: () => number): DivePlace | undefined {
    const picks = this.choices < choicesMax ? this.pick(random) : []
    this.choices++
    return picks.length > 0 ? this.after(picks) : undefined
  }

  private pick(random: () => number): Pick[] {
    const heaviest = this.parts!.map((list, index) => {
      let best = { index, line: list[0]!.line, part: 0, isWhole: false }
      for (const { line, part } of list) {
        if (part >= wholePart) return { index, line, part, isWhole: true }
        if (this.tried.has(line)) continue
        const weight = part * (1 - noise * random())
        if (weight > best.part) best = { index, line, part: weight, isWhole: false }
      }
      return best
    })
    heaviest.sort((a, b) => b.part - a.part || a.index - b.index)
    const picks: Pick[] = heaviest.filter(({ isWhole }) => isWhole)
    // Where all lines are whole there is but one choice.
    if (picks.length === this.left.length) this.choices = choicesMax
    const most = picks.length + Math.max(1, Math.floor(this.left.length / 10))
    for (const pick of heaviest.slice(picks.length)) {
      if (pick.part === 0 || picks.length === most || (picks.length > 0 && pick.part < surePart)) break
      picks.push(pick)
      this.tried.add(pick.line)
    }
    return picks
  }

  private after(picks: readonly Pick[]): DivePlace {
    const heads = Float64Array.from(this.heads)
    const chosen = [...this.chosen]
    let cost = this.fixedCost
    for (const { index, line } of picks) {
      chosen[this.left[index]!] = line
      cost += line.cost
      for (const cell of line.cells) heads[cell]!++
    }
    const gone = new Set(picks.map(({ index }) => index))
    const open = <T>(list: readonly T[]): T[] => list.filter((_, index) => !gone.has(index))
    return new DivePlace(open(this.left), open(this.keep), heads, cost, chosen)
  }
}
