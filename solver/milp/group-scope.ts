import { free, open } from './line-context.ts'
import type { Line, LineModel } from './line-model.ts'

/** What a group of people may change on some days, and what stands fixed around it. */
export class GroupScope {
  readonly people: readonly number[]
  /** Cells of the open days. */
  readonly cells: Int32Array
  /** Heads of everything that is fixed, by cell. */
  readonly heads: Float64Array
  /** Cost of lines of others, and of cells on other days. */
  readonly elsewhere: number
  readonly hasEveryDay: boolean
  private readonly model: LineModel
  private readonly days: readonly number[]
  private readonly isOpen: Uint8Array

  constructor(model: LineModel, lines: readonly Line[], people: readonly number[], days: readonly number[]) {
    this.model = model
    this.people = people
    this.days = days
    this.hasEveryDay = days.length === model.days
    this.isOpen = new Uint8Array(model.days)
    for (const d of days) this.isOpen[d] = 1
    const inGroup = new Uint8Array(model.people.length)
    for (const p of people) inGroup[p] = 1
    this.heads = new Float64Array(model.cells.count)
    let elsewhere = 0
    lines.forEach((line, p) => {
      if (inGroup[p] === 0) elsewhere += line.cost
      for (const cell of line.cells) if (inGroup[p] === 0 || !this.isOpenCell(cell)) this.heads[cell]!++
    })
    const cells: number[] = []
    for (let c = 0; c < model.cells.count; c++)
      if (this.isOpenCell(c)) cells.push(c)
      else elsewhere += model.cells.at(c, this.heads[c]!)
    this.cells = Int32Array.from(cells)
    this.elsewhere = elsewhere
  }

  /** The line's cells on open days. */
  openPart(line: Line): Line {
    return { cost: line.cost, cells: line.cells.filter((cell) => this.isOpenCell(cell)) }
  }

  /** Marks of days for pricing: open, free, or worked in the line's cell. */
  forced(line: Line): Int32Array {
    const forced = new Int32Array(this.model.days).fill(free)
    for (const cell of line.cells) forced[this.model.cellDay[cell]!] = cell
    for (const d of this.days) forced[d] = open
    return forced
  }

  /** The whole line: `part` on open days, `line` on the others. */
  join(line: Line, part: Line): Line {
    const { cellDay } = this.model
    const kept = line.cells.filter((cell) => !this.isOpenCell(cell))
    return {
      cost: part.cost,
      cells: Int32Array.from([...kept, ...part.cells]).sort((a, b) => cellDay[a]! - cellDay[b]!),
    }
  }

  private isOpenCell(cell: number): boolean {
    return this.isOpen[this.model.cellDay[cell]!] === 1
  }
}
