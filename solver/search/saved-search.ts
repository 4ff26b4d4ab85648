// What a checkpoint of the search keeps: plain lists of numbers, so that it goes through JSON unchanged.
import type { Problem, Roster } from '../model/problem.ts'
import type { Scale } from './guide.ts'
import type { State } from './state.ts'

/** Pairs of employee and shift, as indices. */
type PairList = readonly (readonly [number, number])[]

export interface SavedSearch {
  current: PairList
  best: PairList
  slots: number
  random: readonly number[]
  evaluations: number
  evaluationsMax: number
  nextHead: number
  scale: Scale | null
  factors: readonly number[]
  annealFrom: number
  cycle: number
  temperature: number
  profile: { sums: number[]; counts: number[] }
  startTemperature: number
  mendCredit: number
  /** Absent in checkpoints of engines that did not rebuild yet. */
  rebuildCredit?: number
}

/** The roster in cells laid out like the grid's. */
export function listOf({ grid, frame }: State, cells: Int32Array): PairList {
  const list: [number, number][] = []
  for (let employee = 0; employee < frame.employeeCount; employee++)
    for (let cell = grid.cell(employee, grid.pastDays); cell < (employee + 1) * grid.rowCells; cell++)
      if (cells[cell] !== 0) list.push([employee, cells[cell]! - 1])
  return list
}

export function rosterOf({ employees, shifts }: Problem, list: PairList): Roster {
  return {
    assignments: list.map(([employee, shift]) => ({ employee: employees[employee]!.id, shift: shifts[shift]!.id })),
  }
}
