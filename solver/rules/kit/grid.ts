// The day grid: a person's line is a row of days, a day has a few slots, a slot holds a code (0: free, else item + 1).
// Slots of a day are packed and sorted by start. `before` is the roster, `after` the same with a proposed change.
import type { Frame } from '../../model/frame.ts'

export class Grid {
  readonly frame: Frame
  readonly slots: number
  /** Days of the past in front of the period's first day. */
  readonly pastDays: number
  /** Grid days a row: pastDays + the period's days. */
  readonly rowDays: number
  readonly rowCells: number
  readonly before: Int32Array
  readonly after: Int32Array
  /** By code: minutes, and grid day. */
  readonly startOf: Int32Array
  readonly endOf: Int32Array
  readonly paidOf: Int32Array
  readonly dayOf: Int32Array
  readonly typeOf: Int32Array
  readonly siteOf: Int32Array

  constructor(frame: Frame, slots: number, lookbackDays: number) {
    let oldest = 0
    for (let item = frame.shiftCount; item < frame.itemCount; item++) oldest = Math.min(oldest, frame.day[item]!)
    this.frame = frame
    this.pastDays = Math.min(-oldest, lookbackDays)
    let fullest = slots
    for (const line of frame.past) fullest = Math.max(fullest, mostOnOneDay(frame, line))
    this.slots = fullest
    this.rowDays = this.pastDays + frame.days
    this.rowCells = this.rowDays * this.slots
    this.before = new Int32Array(frame.employeeCount * this.rowCells)
    this.after = new Int32Array(frame.employeeCount * this.rowCells)
    this.startOf = byCode(frame.start)
    this.endOf = byCode(frame.end)
    this.paidOf = byCode(frame.paidMinutes)
    this.typeOf = byCode(frame.type)
    this.siteOf = byCode(frame.site)
    this.dayOf = byCode(frame.day)
    for (let code = 1; code < this.dayOf.length; code++) this.dayOf[code] = this.dayOf[code]! + this.pastDays
    frame.past.forEach((line, employee) => {
      for (const item of line) if (frame.day[item]! + this.pastDays >= 0) this.place(this.before, employee, item + 1)
    })
    this.after.set(this.before)
  }

  /** Index of the first slot of a person's grid day. */
  cell(employee: number, gridDay: number): number {
    return employee * this.rowCells + gridDay * this.slots
  }

  /** Puts a code into its day, sorted by start; false when the day is full or holds it already. */
  place(cells: Int32Array, employee: number, code: number): boolean {
    const first = this.cell(employee, this.dayOf[code]!)
    const last = first + this.slots - 1
    if (cells[last] !== 0) return false
    let at = first
    while (cells[at] !== 0 && this.comesBefore(cells[at]!, code)) at++
    if (cells[at] === code) return false
    for (let slot = last; slot > at; slot--) cells[slot] = cells[slot - 1]!
    cells[at] = code
    return true
  }

  private comesBefore(a: number, b: number): boolean {
    return this.startOf[a]! < this.startOf[b]! || (this.startOf[a] === this.startOf[b] && a < b)
  }

  /** Takes a code out of its day; false when it is not there. */
  take(cells: Int32Array, employee: number, code: number): boolean {
    const first = this.cell(employee, this.dayOf[code]!)
    const end = first + this.slots
    let at = first
    while (at < end && cells[at] !== code) at++
    if (at === end) return false
    for (let slot = at; slot < end - 1; slot++) cells[slot] = cells[slot + 1]!
    cells[end - 1] = 0
    return true
  }
}

function byCode(values: Int32Array): Int32Array {
  const table = new Int32Array(values.length + 1)
  table.set(values, 1)
  return table
}

/** How many shifts a line has on its fullest day. */
export function mostOnOneDay(frame: Frame, line: readonly number[]): number {
  const perDay = new Map<number, number>()
  let most = 0
  for (const item of line) {
    const count = (perDay.get(frame.day[item]!) ?? 0) + 1
    perDay.set(frame.day[item]!, count)
    most = Math.max(most, count)
  }
  return most
}

/** Runs of worked or free days that a change touches, on one side of it. */
export class Runs {
  count = 0
  /** Grid day of the first day, and of the day after the last. */
  readonly start: Int32Array
  readonly end: Int32Array
  readonly isWork: Uint8Array

  constructor(rowDays: number) {
    this.start = new Int32Array(rowDays + 1)
    this.end = new Int32Array(rowDays + 1)
    this.isWork = new Uint8Array(rowDays + 1)
  }

  /** Lists the runs of [from, to), which must begin and end with whole runs. */
  scan(cells: Int32Array, rowStart: number, slots: number, from: number, to: number): void {
    let count = 0
    let day = from
    while (day < to) {
      const work = cells[rowStart + day * slots] !== 0
      let end = day + 1
      while (end < to && (cells[rowStart + end * slots] !== 0) === work) end++
      this.start[count] = day
      this.end[count] = end
      this.isWork[count] = work ? 1 : 0
      count++
      day = end
    }
    this.count = count
  }
}

/** A proposed change of one person's line inside a window of grid days. */
export class Change {
  readonly grid: Grid
  employee = 0
  /** Index of the row's first cell. */
  rowStart = 0
  /** Window of grid days [from, to) outside of which nothing differs. */
  from = 0
  to = 0
  /** Grid days that differ, ascending. */
  readonly days: Int32Array
  dayCount = 0
  /** Codes taken away and put in. */
  readonly removed: Int32Array
  removedCount = 0
  readonly added: Int32Array
  addedCount = 0
  /** Whether a day turned from worked to free or back; only then are the runs filled. */
  patternChanged = false
  readonly runsBefore: Runs
  readonly runsAfter: Runs

  constructor(grid: Grid) {
    this.grid = grid
    this.days = new Int32Array(grid.rowDays)
    this.removed = new Int32Array(grid.rowCells)
    this.added = new Int32Array(grid.rowCells)
    this.runsBefore = new Runs(grid.rowDays)
    this.runsAfter = new Runs(grid.rowDays)
  }

  /** Compares before and after inside [from, to) of a person's row. */
  read(employee: number, from: number, to: number): void {
    const { grid } = this
    const { before, after, slots } = grid
    this.employee = employee
    this.rowStart = employee * grid.rowCells
    this.removedCount = 0
    this.addedCount = 0
    this.dayCount = 0
    this.patternChanged = false
    let first = to
    let last = from
    for (let day = from; day < to; day++) {
      const cell = this.rowStart + day * slots
      if (slots === 1) {
        const old = before[cell]!
        const now = after[cell]!
        if (old === now) continue
        if (old !== 0) this.removed[this.removedCount++] = old
        else this.patternChanged = true
        if (now !== 0) this.added[this.addedCount++] = now
        else this.patternChanged = true
      } else if (!this.readSlots(cell, slots)) continue
      if (day < first) first = day
      last = day + 1
      this.days[this.dayCount++] = day
    }
    this.from = first
    this.to = last
    if (this.patternChanged) this.scanRuns()
  }

  private readSlots(cell: number, slots: number): boolean {
    const { before, after } = this.grid
    const counted = this.removedCount + this.addedCount
    for (let slot = cell; slot < cell + slots; slot++) {
      const old = before[slot]!
      const now = after[slot]!
      if (old === now) continue
      if (old !== 0 && !holds(after, cell, slots, old)) this.removed[this.removedCount++] = old
      if (now !== 0 && !holds(before, cell, slots, now)) this.added[this.addedCount++] = now
    }
    if ((before[cell] !== 0) !== (after[cell] !== 0)) this.patternChanged = true
    return this.removedCount + this.addedCount > counted
  }

  private scanRuns(): void {
    const { grid, rowStart } = this
    const { before, slots, rowDays } = grid
    let from = this.from
    if (from > 0) {
      const work = before[rowStart + (from - 1) * slots] !== 0
      while (from > 0 && (before[rowStart + (from - 1) * slots] !== 0) === work) from--
    }
    let to = this.to
    if (to < rowDays) {
      const work = before[rowStart + to * slots] !== 0
      while (to < rowDays && (before[rowStart + to * slots] !== 0) === work) to++
    }
    this.runsBefore.scan(before, rowStart, slots, from, to)
    this.runsAfter.scan(grid.after, rowStart, slots, from, to)
  }
}

function holds(cells: Int32Array, cell: number, slots: number, code: number): boolean {
  for (let slot = cell; slot < cell + slots; slot++) if (cells[slot] === code) return true
  return false
}
