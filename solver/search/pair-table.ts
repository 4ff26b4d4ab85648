// What each person on each shift costs by itself. Only pairs that no hard rule speaks about have numbers of their own, of
// the smallest type that fits; of a large problem's pairs those are few. The others are worked out when one is met.
import { type Level, levels } from '../model/problem.ts'
import type { PairTracker } from '../rules/kit/define-rule.ts'
import { BitRows } from './bit-rows.ts'
import type { DayOrder } from './day-order.ts'

type Numbers = Int16Array | Int32Array | Float64Array

/** So many worked out pairs are remembered. */
const knownMax = 4096

export interface PairSource {
  employees: number
  shifts: number
  order: DayOrder
  trackers: readonly { tracker: PairTracker; level: Level }[]
  /** By employee: shifts that must stay theirs, which a rule may owe. */
  pins: readonly (readonly number[])[]
}

export class PairTable {
  private readonly order: DayOrder
  private readonly trackers: readonly (readonly PairTracker[])[]
  /** Employees by positions: set where no hard rule says anything. */
  private readonly open: BitRows
  /** The same, positions by employees. */
  private readonly openTo: BitRows
  /** By number of an open pair; null where no rule of the level is about pairs. */
  private readonly medium: Numbers | null
  private readonly soft: Numbers | null
  private readonly row: Float64Array
  private readonly known = new Map<number, readonly number[]>()
  private readonly employees: number

  constructor({ employees, shifts, order, trackers, pins }: PairSource) {
    this.order = order
    this.employees = employees
    this.trackers = levels.map((level) =>
      trackers.filter((entry) => entry.level === level).map(({ tracker }) => tracker),
    )
    this.row = new Float64Array(shifts)
    this.open = new BitRows(employees, shifts)
    this.openTo = new BitRows(shifts, employees)
    const all = Array.from({ length: shifts }, (_, shift) => shift)
    for (let employee = 0; employee < employees; employee++)
      for (const shift of this.openShifts(employee, all, pins[employee]!.length > 0)) {
        this.open.set(employee, order.position[shift + 1]!)
        this.openTo.set(order.position[shift + 1]!, employee)
      }
    const count = this.open.close()
    this.openTo.close()
    this.medium = this.fill(count, this.trackers[1]!)
    this.soft = this.fill(count, this.trackers[2]!)
  }

  /** Shifts about which the hard rules are silent. One word is enough, unless a pin may be owed: then all are heard. */
  private openShifts(employee: number, shifts: readonly number[], hearsAll: boolean): readonly number[] {
    const { row } = this
    row.fill(0)
    let left = shifts
    for (const tracker of this.trackers[0]!) {
      tracker.addTo(employee, row, left)
      if (!hearsAll) left = left.filter((shift) => row[shift] === 0)
    }
    return hearsAll ? left.filter((shift) => row[shift] === 0) : left
  }

  private fill(count: number, trackers: readonly PairTracker[]): Numbers | null {
    if (trackers.length === 0) return null
    const { row, open, order } = this
    let table: Numbers = new Int16Array(count)
    let at = 0
    for (let employee = 0; employee < this.employees; employee++) {
      const own = open.count(employee, 0, row.length)
      let column = -1
      const shifts = Array.from({ length: own }, () => {
        column = open.select(employee, column + 1, 0)
        return order.codes[column]! - 1
      })
      row.fill(0)
      for (const tracker of trackers) tracker.addTo(employee, row, shifts)
      let largest = 0
      for (const shift of shifts) largest = Math.max(largest, Math.abs(row[shift]!))
      if (largest > 2147483647 && !(table instanceof Float64Array)) table = Float64Array.from(table)
      else if (largest > 32767 && table instanceof Int16Array) table = Int32Array.from(table)
      for (const shift of shifts) table[at++] = row[shift]!
    }
    return table
  }

  isOpen(employee: number, code: number): boolean {
    return this.open.has(employee, this.order.position[code]!)
  }

  /** Adds a pair's penalties, level by level, `sign` times. */
  addTo(into: Float64Array, employee: number, code: number, sign: number): void {
    const number = this.open.numberOf(employee, this.order.position[code]!)
    if (number >= 0) {
      if (this.medium !== null) into[1] = into[1]! + sign * this.medium[number]!
      if (this.soft !== null) into[2] = into[2]! + sign * this.soft[number]!
      return
    }
    const penalties = this.penaltiesOf(employee, code)
    for (let level = 0; level < 3; level++) into[level] = into[level]! + sign * penalties[level]!
  }

  private penaltiesOf(employee: number, code: number): readonly number[] {
    const key = employee * (this.row.length + 1) + code
    const found = this.known.get(key)
    if (found) return found
    const { row } = this
    const penalties = this.trackers.map((trackers) => {
      row[code - 1] = 0
      for (const tracker of trackers) tracker.addTo(employee, row, [code - 1])
      return row[code - 1]!
    })
    if (this.known.size >= knownMax) this.known.clear()
    this.known.set(key, penalties)
    return penalties
  }

  /** How many shifts of a day are open to a person, and one of them. */
  codesOn(employee: number, day: number): number {
    return this.open.count(employee, this.order.first[day]!, this.order.first[day + 1]!)
  }

  codeOn(employee: number, day: number, index: number): number {
    return this.order.codes[this.open.select(employee, this.order.first[day]!, index)]!
  }

  /** How many people a shift is open to, and one of them. */
  peopleFor(code: number): number {
    return this.openTo.count(this.order.position[code]!, 0, this.employees)
  }

  personFor(code: number, index: number): number {
    return this.openTo.select(this.order.position[code]!, 0, index)
  }
}
