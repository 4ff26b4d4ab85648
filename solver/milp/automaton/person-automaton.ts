import type { LineModel, LinePerson } from '../line-model.ts'
import type { LineAutomaton } from './build-automaton.ts'

/** An automaton with what is one person's own. */
export interface PersonAutomaton {
  automaton: LineAutomaton
  start: number
  /** Cost of all units of a line, by units; undefined where minutes cost nothing. */
  unitsCost: Float64Array | undefined
}

/** The person's own cost of working exactly `cells`, ascending by day; Infinity where a rule or an option forbids it. */
export function automatonCost(
  model: LineModel,
  person: LinePerson,
  own: PersonAutomaton,
  cells: ArrayLike<number>,
): number {
  const { layers, endCost, classOf } = own.automaton
  const { dayStart, groupStart, optionCell, optionCost, groupUnits } = person.options
  let state = own.start
  let cost = state < 0 ? Number.POSITIVE_INFINITY : person.constant
  let units = 0
  let next = 0
  for (let d = 0; d < model.days && cost < Number.POSITIVE_INFINITY; d++) {
    const cell = cells[next]
    let kind = 0
    let own = person.offCost[d]!
    if (cell !== undefined && model.cellDay[cell] === d) {
      next++
      kind = classOf[cell]!
      own = Number.POSITIVE_INFINITY
      for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++)
        for (let o = groupStart[g]!; o < groupStart[g + 1]!; o++)
          if (optionCell[o] === cell) {
            own = optionCost[o]!
            units += groupUnits[g]!
          }
    }
    const { arcStart, arcClass, arcNext, arcCost } = layers[d]!
    let arc = arcStart[state]!
    while (arc < arcStart[state + 1]! && arcClass[arc] !== kind) arc++
    cost += own + (arc < arcStart[state + 1]! ? arcCost[arc]! : Number.POSITIVE_INFINITY)
    state = arcNext[arc]!
  }
  if (next < cells.length || cost === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY
  return cost + endCost[state]! + (own.unitsCost ? own.unitsCost[units]! : 0)
}
