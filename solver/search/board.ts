// What moves need to know besides the roster: which shifts a day has, and which are the same work on different days.
import type { Random } from './random.ts'
import type { State } from './state.ts'

/** Above this many entries (kinds by days) equal work is not looked up, and block moves take any shift of the day. */
const kindEntriesMax = 4_000_000

export class Board {
  readonly state: State
  readonly employees: number
  readonly days: number
  readonly pastDays: number
  readonly codes: number
  /** Heads wanted by code: the target, else the minimum. */
  readonly wanted: Int32Array
  private readonly dayFirst: Int32Array
  private readonly dayCodes: Int32Array
  private readonly kindOf: Int32Array
  private readonly kindFirst: Int32Array | null
  private readonly kindCodes: Int32Array

  constructor(state: State) {
    const { frame } = state
    this.state = state
    this.employees = frame.employeeCount
    this.days = frame.days
    this.pastDays = state.grid.pastDays
    this.codes = frame.shiftCount
    this.wanted = new Int32Array(frame.shiftCount + 1)
    this.kindOf = new Int32Array(frame.shiftCount + 1)
    const kinds = new Map<string, number>()
    frame.problem.shifts.forEach((shift, index) => {
      this.wanted[index + 1] = shift.heads.target ?? shift.heads.min
      const length = frame.end[index]! - frame.start[index]!
      const key = JSON.stringify([shift.site, shift.type, frame.startMinuteOfDay[index], length, shift.skills])
      if (!kinds.has(key)) kinds.set(key, kinds.size)
      this.kindOf[index + 1] = kinds.get(key)!
    })
    const byDay = this.group(frame.days, (code) => frame.day[code - 1]!)
    this.dayFirst = byDay.first
    this.dayCodes = byDay.codes
    if (kinds.size * frame.days <= kindEntriesMax) {
      const byKind = this.group(
        kinds.size * frame.days,
        (code) => this.kindOf[code]! * frame.days + frame.day[code - 1]!,
      )
      this.kindFirst = byKind.first
      this.kindCodes = byKind.codes
    } else {
      this.kindFirst = null
      this.kindCodes = this.dayCodes
    }
  }

  private group(count: number, keyOf: (code: number) => number): { first: Int32Array; codes: Int32Array } {
    const first = new Int32Array(count + 1)
    for (let code = 1; code <= this.codes; code++) first[keyOf(code) + 1] = first[keyOf(code) + 1]! + 1
    for (let key = 0; key < count; key++) first[key + 1] = first[key + 1]! + first[key]!
    const next = first.slice()
    const codes = new Int32Array(this.codes)
    for (let code = 1; code <= this.codes; code++) {
      const key = keyOf(code)
      codes[next[key]!] = code
      next[key] = next[key]! + 1
    }
    return { first, codes }
  }

  /** A shift of the grid day that no hard rule keeps from the person, or 0 after a few tries. */
  pickCode(employee: number, gridDay: number, random: Random): number {
    const day = gridDay - this.pastDays
    const first = this.dayFirst[day]!
    const count = this.dayFirst[day + 1]! - first
    if (count === 0) return 0
    for (let attempt = 0; attempt < 6; attempt++) {
      const code = this.dayCodes[first + random.below(count)]!
      if (!this.state.isBarred(employee, code)) return code
    }
    return 0
  }

  /** The same work as `code` on another grid day, for the person; 0 when there is none. */
  sameKindOn(code: number, employee: number, gridDay: number, random: Random): number {
    if (this.kindFirst === null) return this.pickCode(employee, gridDay, random)
    const key = this.kindOf[code]! * this.days + gridDay - this.pastDays
    const first = this.kindFirst[key]!
    const count = this.kindFirst[key + 1]! - first
    if (count === 0) return 0
    const found = this.kindCodes[first + (count === 1 ? 0 : random.below(count))]!
    return this.state.isBarred(employee, found) ? 0 : found
  }

  pickDay(random: Random): number {
    return this.pastDays + random.below(this.days)
  }

  /** Makes `code` all that the person works on its day (nothing with 0). */
  writeDay(employee: number, gridDay: number, code: number): void {
    const { grid } = this.state
    const cell = grid.cell(employee, gridDay)
    grid.after[cell] = code
    for (let slot = 1; slot < grid.slots; slot++) grid.after[cell + slot] = 0
  }
}

/** A way to change the roster: touches what it writes into the grid; false when it found nothing to propose, what it touched is then taken back. */
export interface Move {
  name: string
  propose(board: Board, random: Random): boolean
}
