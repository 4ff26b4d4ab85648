// What each person on each shift costs by itself, level by level, as dense tables of the smallest type that fits.
import type { Level } from '../model/problem.ts'
import type { PairTracker } from '../rules/kit/define-rule.ts'

type Numbers = Int16Array | Int32Array | Float64Array

export class PairTable {
  /** Row length: shifts + 1, so that codes index a row. */
  readonly stride: number
  /** 1 where a hard rule forbids the pair, 2 where one owes it (a pin), else 0. */
  readonly barred: Uint8Array
  private readonly hard = new Map<number, number>()
  readonly medium: Numbers | null
  readonly soft: Numbers | null

  constructor(employees: number, shifts: number, trackers: readonly { tracker: PairTracker; level: Level }[]) {
    this.stride = shifts + 1
    this.barred = new Uint8Array(employees * this.stride)
    const at = (level: Level) => trackers.filter((entry) => entry.level === level).map((entry) => entry.tracker)
    const row = new Float64Array(shifts)
    const hard = at('hard')
    for (let employee = 0; employee < employees; employee++) {
      row.fill(0)
      for (const tracker of hard) tracker.addTo(employee, row)
      for (let shift = 0; shift < shifts; shift++) {
        if (row[shift] === 0) continue
        const index = employee * this.stride + shift + 1
        this.barred[index] = row[shift]! > 0 ? 1 : 2
        this.hard.set(index, row[shift]!)
      }
    }
    this.medium = this.fill(employees, shifts, at('medium'))
    this.soft = this.fill(employees, shifts, at('soft'))
  }

  private fill(employees: number, shifts: number, trackers: readonly PairTracker[]): Numbers | null {
    if (trackers.length === 0) return null
    const row = new Float64Array(shifts)
    let table: Numbers = new Int16Array(employees * this.stride)
    for (let employee = 0; employee < employees; employee++) {
      row.fill(0)
      for (const tracker of trackers) tracker.addTo(employee, row)
      let largest = 0
      for (let shift = 0; shift < shifts; shift++) largest = Math.max(largest, Math.abs(row[shift]!))
      if (largest > 2147483647 && !(table instanceof Float64Array)) table = Float64Array.from(table)
      else if (largest > 32767 && table instanceof Int16Array) table = Int32Array.from(table)
      table.set(row, employee * this.stride + 1)
    }
    return table
  }

  hardOf(index: number): number {
    return this.barred[index] === 0 ? 0 : (this.hard.get(index) ?? 0)
  }
}
