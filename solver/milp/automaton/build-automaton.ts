// Machines multiplied into layers of states, one layer a day, and states that no future can tell apart made one. Layered, so
// that one pass from the last day to the first is enough (D. Revuz, "Minimisation of acyclic deterministic automata", 1992).
import type { Frame } from '../../model/frame.ts'
import type { LineMachine } from './line-machine.ts'

/** Ways from the states of one day to those of the next. Class 0 is a free day. */
interface AutomatonLayer {
  /** Arcs of state s are arcStart[s] … arcStart[s + 1] - 1. */
  arcStart: Int32Array
  arcClass: Int32Array
  arcNext: Int32Array
  arcCost: Float64Array
  classes: number
}

export interface LineAutomaton {
  layers: readonly AutomatonLayer[]
  /** By state after the last day. */
  endCost: Float64Array
  /** By shift: its class on its day, from 1 on. Shifts of one class are the same to every machine and pay the same minutes. */
  classOf: Int32Array
}

export interface Built {
  automaton: LineAutomaton
  /** State before the first day, by the order of `starts`. */
  starts: Int32Array
  arcs: number
}

interface Arc {
  kind: number
  next: number
  cost: number
}

/**
 * `starts` are tuples of states of the machines, one for each person. Undefined when the states need more than `arcsMax`
 * arcs before they are merged.
 */
export function buildAutomaton(
  frame: Frame,
  machines: readonly LineMachine[],
  starts: readonly (readonly number[])[],
  byDay: readonly (readonly number[])[],
  arcsMax: number,
): Built | undefined {
  const classOf = new Int32Array(frame.shiftCount)
  const layers: { arcs: Arc[][]; classes: number }[] = []
  let states = new Map<string, number>()
  let tuples: (readonly number[])[] = []
  const first = starts.map((tuple) => intern(states, tuples, tuple))
  let total = 0
  for (const [d, shifts] of byDay.entries()) {
    const examples = classesOf(frame, machines, shifts, classOf)
    const next = new Map<string, number>()
    const nextTuples: (readonly number[])[] = []
    const arcs = tuples.map((tuple) => {
      const found: Arc[] = []
      for (const [kind, items] of examples.entries()) {
        let cost = 0
        const after = new Array<number>(machines.length)
        for (let m = 0; m < machines.length && cost < Number.POSITIVE_INFINITY; m++) {
          after[m] = machines[m]!.step(tuple[m]!, d, items)
          cost += machines[m]!.cost
        }
        if (cost < Number.POSITIVE_INFINITY) found.push({ kind, cost, next: intern(next, nextTuples, after) })
      }
      return found
    })
    total += tuples.length * examples.length
    if (total > arcsMax) return undefined
    layers.push({ arcs, classes: examples.length })
    states = next
    tuples = nextTuples
  }
  const endCosts = tuples.map((tuple) => machines.reduce((sum, machine, m) => sum + machine.end(tuple[m]!), 0))
  return { ...merge(layers, endCosts, classOf, first), arcs: total }
}

function intern(known: Map<string, number>, tuples: (readonly number[])[], tuple: readonly number[]): number {
  const key = tuple.join()
  const found = known.get(key)
  if (found !== undefined) return found
  known.set(key, tuples.length)
  tuples.push(tuple)
  return tuples.length - 1
}

/** Classes of a day's shifts as items for the machines; the first is the free day. */
function classesOf(
  frame: Frame,
  machines: readonly LineMachine[],
  shifts: readonly number[],
  classOf: Int32Array,
): (readonly number[])[] {
  const examples: (readonly number[])[] = [[]]
  const known = new Map<string, number>()
  for (const shift of shifts) {
    const key = [frame.paidMinutes[shift], ...machines.map((machine) => machine.look(shift))].join('|')
    const found = known.get(key) ?? examples.length
    if (found === examples.length) examples.push([shift])
    known.set(key, found)
    classOf[shift] = found
  }
  return examples
}

/** From the last day back: states with the same arcs to the same states are one, states without an end are none. */
function merge(
  layers: readonly { arcs: readonly (readonly Arc[])[]; classes: number }[],
  endCosts: readonly number[],
  classOf: Int32Array,
  first: readonly number[],
): { automaton: LineAutomaton; starts: Int32Array } {
  const ends = new Map<number, number>()
  let merged = endCosts.map((cost) => {
    if (cost === Number.POSITIVE_INFINITY) return -1
    if (!ends.has(cost)) ends.set(cost, ends.size)
    return ends.get(cost)!
  })
  const flat: AutomatonLayer[] = []
  for (const { arcs, classes } of [...layers].reverse()) {
    const known = new Map<string, number>()
    const kept: Arc[][] = []
    const then = merged
    merged = arcs.map((list) => {
      const alive = list.flatMap(({ kind, next, cost }) => (then[next]! < 0 ? [] : [{ kind, next: then[next]!, cost }]))
      if (alive.length === 0) return -1
      const key = alive.map(({ kind, next, cost }) => `${kind} ${next} ${cost}`).join()
      const found = known.get(key) ?? kept.length
      if (found === kept.length) kept.push(alive)
      known.set(key, found)
      return found
    })
    flat.push(flatten(kept, classes))
  }
  return {
    automaton: { layers: flat.reverse(), endCost: Float64Array.from(ends.keys()), classOf },
    starts: Int32Array.from(first, (state) => merged[state]!),
  }
}

function flatten(states: readonly (readonly Arc[])[], classes: number): AutomatonLayer {
  const arcStart = new Int32Array(states.length + 1)
  states.forEach((arcs, s) => {
    arcStart[s + 1] = arcStart[s]! + arcs.length
  })
  const all = states.flat()
  return {
    arcStart,
    arcClass: Int32Array.from(all, ({ kind }) => kind),
    arcNext: Int32Array.from(all, ({ next }) => next),
    arcCost: Float64Array.from(all, ({ cost }) => cost),
    classes,
  }
}
