// What moves need to know besides the roster: which shifts a day has, and which are the same work on different days.
import { groupCodes } from './day-order.ts'
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
  private readonly kindOf: Int32Array
  /** By kind and day: where its codes begin; null when there are too many. */
  private readonly byKind: { first: Int32Array; codes: Int32Array } | null

  constructor(state: State) {
    const { frame } = state
    this.state = state
    this.employees = frame.employeeCount
    this.days = frame.days
    this.pastDays = state.grid.pastDays
    this.codes = frame.shiftCount
    this.kindOf = new Int32Array(frame.shiftCount + 1)
    const kinds = new Map<string, number>()
    frame.problem.shifts.forEach((shift, index) => {
      const length = frame.end[index]! - frame.start[index]!
      const key = JSON.stringify([shift.site, shift.type, frame.startMinuteOfDay[index], length, shift.skills])
      if (!kinds.has(key)) kinds.set(key, kinds.size)
      this.kindOf[index + 1] = kinds.get(key)!
    })
    const keyOf = (code: number) => this.kindOf[code]! * frame.days + frame.day[code - 1]!
    const keys = kinds.size * frame.days
    this.byKind = keys <= kindEntriesMax ? groupCodes(this.codes, keys, keyOf) : null
  }

  /** A shift of the grid day that no hard rule keeps from the person; 0 when there is none. */
  pickCode(employee: number, gridDay: number, random: Random): number {
    const { pairs } = this.state
    const day = gridDay - this.pastDays
    const count = pairs.codesOn(employee, day)
    return count === 0 ? 0 : pairs.codeOn(employee, day, random.below(count))
  }

  /** Somebody whom no hard rule keeps from the shift; -1 when there is nobody. */
  pickPerson(code: number, random: Random): number {
    const { pairs } = this.state
    const count = pairs.peopleFor(code)
    return count === 0 ? -1 : pairs.personFor(code, random.below(count))
  }

  /** The same work as `code` on another grid day, for the person; 0 when there is none. */
  sameKindOn(code: number, employee: number, gridDay: number, random: Random): number {
    if (this.byKind === null) return this.pickCode(employee, gridDay, random)
    const { first, codes } = this.byKind
    const key = this.kindOf[code]! * this.days + gridDay - this.pastDays
    const count = first[key + 1]! - first[key]!
    if (count === 0) return 0
    const found = codes[first[key]! + (count === 1 ? 0 : random.below(count))]!
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
