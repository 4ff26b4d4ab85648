import { free, open } from '../line-context.ts'
import type { LineModel, LinePerson } from '../line-model.ts'
import type { PersonAutomaton } from './person-automaton.ts'

/** The cheapest option of every class of every day at given prices. Class k of day d stands at `start[d] + k`; class 0 is a free day. */
export class ClassCosts {
  readonly start: Int32Array
  /** Cost with prices. */
  readonly cost: Float64Array
  /** The option, or -1. */
  readonly option: Int32Array
  readonly units: Int32Array
  private readonly person: LinePerson
  /** Marks days as open, free, or worked in a cell. */
  private readonly forced: Int32Array

  constructor(model: LineModel, person: LinePerson, { automaton }: PersonAutomaton, forced: Int32Array) {
    const { layers } = automaton
    this.person = person
    this.forced = forced
    this.start = new Int32Array(layers.length + 1)
    for (const [d, layer] of layers.entries()) this.start[d + 1] = this.start[d]! + layer.classes
    const places = this.start[layers.length]!
    this.cost = new Float64Array(places)
    this.option = new Int32Array(places)
    this.units = new Int32Array(places)
    const { dayStart, groupClass, groupUnits } = person.options
    for (let d = 0; d < model.days; d++)
      for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) this.units[this.start[d]! + groupClass[g]!] = groupUnits[g]!
  }

  /** Takes new prices of cells; a fixed cell pays none. */
  update(price: Float64Array): void {
    const { cost, option, start, forced, person } = this
    const { dayStart, groupClass, groupStart, optionCell, optionCost } = person.options
    cost.fill(Number.POSITIVE_INFINITY)
    option.fill(-1)
    for (let d = 0; d < forced.length; d++) {
      const fixed = forced[d]!
      if (fixed === open || fixed === free) cost[start[d]!] = person.offCost[d]!
      for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
        const place = start[d]! + groupClass[g]!
        for (let o = groupStart[g]!; o < groupStart[g + 1]!; o++) {
          const cell = optionCell[o]!
          if (fixed !== open && fixed !== cell) continue
          const value = fixed === open ? optionCost[o]! + price[cell]! : optionCost[o]!
          if (value >= cost[place]!) continue
          cost[place] = value
          option[place] = o
        }
      }
    }
  }

  /** The option's own cost, without prices; that of a free day where there is none. */
  ownCost(d: number, place: number): number {
    const option = this.option[place]!
    return option < 0 ? this.person.offCost[d]! : this.person.options.optionCost[option]!
  }

  /** The cell that an open day takes, or -1. */
  openCell(d: number, place: number): number {
    const option = this.option[place]!
    return option >= 0 && this.forced[d] === open ? this.person.options.optionCell[option]! : -1
  }
}
