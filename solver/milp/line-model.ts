// The problem as lines: one person's whole period, day by day, over cells (a shift that wants heads). Everything a line must
// obey is here; people meet only in the cells' costs. Flat and integer-indexed: pricing runs over it millions of times.
import { automatonCost, type PersonAutomaton } from './automaton/person-automaton.ts'
import type { CellCosts } from './cell-costs.ts'
import type { RunBefore } from './line-past.ts'

/** Options of equal class, units and counter on one day: pricing keeps only the cheapest of a group. */
interface LineOptions {
  /** Groups of day d are dayStart[d] … dayStart[d + 1] - 1. */
  dayStart: Int32Array
  groupClass: Int32Array
  /** Paid minutes divided by `LineModel.unitMinutes`. */
  groupUnits: Int32Array
  /** Index of the bounded count the option adds to, or -1. */
  groupCounter: Int32Array
  /** Options of group g are groupStart[g] … groupStart[g + 1] - 1. */
  groupStart: Int32Array
  optionCell: Int32Array
  /** What the person pays for the option by itself (requests, wishes). */
  optionCost: Float64Array
}

export interface LinePerson {
  options: LineOptions
  /** Cost of a free day, by day; Infinity where the person must work. */
  offCost: Float64Array
  /** Cost that every line of the person has. */
  constant: number
  unitsMin: number
  unitsMax: number
  weekendsMax: number
  countersMax: Int32Array
  /** Consecutive days of work (at least 1) and of rest (at least 1). A run at the border of the period is exempt from the minima. */
  runMin: number
  runMax: number
  offMin: number
  /** Days worked or free just before the period; where nothing is known, the first run is exempt from its minimum. */
  before?: RunBefore | undefined
  /** Succession: may class b on day d follow class a on day d - 1? `follows[(d * classes + a) * classes + b]`. */
  follows: Uint8Array
  classes: number
  /** Where it is given, it holds every rule of the line, and the limits above hold none. */
  automaton?: PersonAutomaton
}

export interface LineModel {
  days: number
  unitMinutes: number
  /** Weekend of a day, or -1; a weekend's days lie together. */
  weekend: Int32Array
  cells: CellCosts
  cellDay: Int32Array
  people: readonly LinePerson[]
}

/** A line: its cost without cells, and the cells it uses, by day. */
export interface Line {
  cost: number
  cells: Int32Array
}

/** The person's own cost of working exactly `cells` (options that do not exist cost Infinity). */
export function lineCost(model: LineModel, person: LinePerson, cells: ArrayLike<number>): number {
  if (person.automaton) return automatonCost(model, person, person.automaton, cells)
  const { options, offCost } = person
  let cost = person.constant
  let next = 0
  for (let d = 0; d < model.days; d++) {
    const cell = cells[next]
    if (cell === undefined || model.cellDay[cell] !== d) {
      cost += offCost[d]!
      continue
    }
    next++
    let found = Number.POSITIVE_INFINITY
    for (let o = options.groupStart[options.dayStart[d]!]!; o < options.groupStart[options.dayStart[d + 1]!]!; o++)
      if (options.optionCell[o] === cell) found = options.optionCost[o]!
    cost += found
  }
  return next === cells.length ? cost : Number.POSITIVE_INFINITY
}

/** Total cost of a roster of lines. */
export function rosterCost(model: LineModel, lines: readonly Line[]): number {
  const heads = new Float64Array(model.cells.count)
  let cost = 0
  for (const line of lines) {
    cost += line.cost
    for (const cell of line.cells) heads[cell]!++
  }
  for (let c = 0; c < model.cells.count; c++) cost += model.cells.at(c, heads[c]!)
  return cost
}
