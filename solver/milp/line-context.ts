// What is left of a person's line when some of its days are fixed: the span that pricing walks, where it starts, which states
// lead to an allowed end, and how much of each limit the fixed days leave.
import type { LineModel, LinePerson } from './line-model.ts'

/** Marks in `forced`: the day is open, or surely free; any other value is the cell that is surely worked. */
export const open = -2
export const free = -1

/** The sequence states of one person: rest run 1 … offMin (the last means "enough"), work run by length and class, and the start. */
export class SequenceStates {
  readonly count: number
  readonly start: number
  /** Next state after a free day, or -1. */
  readonly nextOff: Int32Array
  /** Next state after working class b: `nextWork[s * classes + b]`, or -1. */
  readonly nextWork: Int32Array
  /** Class of the last day's work, or -1 when the last day was free. */
  readonly classOf: Int32Array
  /** States of one row go on to the same states: those of `rowNext[row * classes + b]`, or -1. */
  readonly rowOf: Int32Array
  readonly rowNext: Int32Array
  /** Which classes may follow which, by day; equal days share one. */
  readonly successors: readonly Successors[]

  constructor(person: LinePerson, days: number) {
    const { runMin, offMin, classes } = person
    const unbounded = person.runMax >= days
    const longest = unbounded ? runMin : Math.max(1, person.runMax)
    const work = (run: number, b: number) => offMin + (Math.min(run, longest) - 1) * classes + b
    const exempt = (run: number, b: number) => offMin + longest * classes + (run - 1) * classes + b
    this.start = offMin + (longest + runMin - 1) * classes
    this.count = this.start + 1
    this.nextOff = new Int32Array(this.count).fill(-1)
    this.nextWork = new Int32Array(this.count * classes).fill(-1)
    this.classOf = new Int32Array(this.count).fill(-1)
    for (let k = 1; k <= offMin; k++) this.nextOff[k - 1] = Math.min(k + 1, offMin) - 1
    this.nextOff[this.start] = offMin - 1
    for (let b = 0; b < classes; b++) {
      this.nextWork[(offMin - 1) * classes + b] = work(1, b)
      this.nextWork[this.start * classes + b] = runMin > 1 ? exempt(1, b) : work(1, b)
      for (let run = 1; run <= longest; run++) {
        const s = work(run, b)
        this.classOf[s] = b
        if (run >= runMin) this.nextOff[s] = 0
        if (run < longest || unbounded)
          for (let c = 0; c < classes; c++) this.nextWork[s * classes + c] = work(run + 1, c)
      }
      for (let run = 1; run < runMin; run++) {
        const s = exempt(run, b)
        this.classOf[s] = b
        this.nextOff[s] = 0
        if (run < longest)
          for (let c = 0; c < classes; c++)
            this.nextWork[s * classes + c] = run + 1 < runMin ? exempt(run + 1, c) : work(run + 1, c)
      }
    }
    if (offMin === 1) this.nextOff[0] = 0
    if (person.before)
      this.begin(person.before.worked ? work(person.before.days, 0) : Math.min(person.before.days, offMin) - 1, classes)
    const { rowOf, rowNext } = rowsOf(this.nextWork, this.count, classes)
    this.rowOf = rowOf
    this.rowNext = rowNext
    this.successors = successorsOf(person, days)
  }

  /** The line begins as it would go on from state `s`. */
  private begin(s: number, classes: number): void {
    this.nextOff[this.start] = this.nextOff[s]!
    for (let b = 0; b < classes; b++) this.nextWork[this.start * classes + b] = this.nextWork[s * classes + b]!
  }
}

/** Classes that may follow class a: `list[start[a]] … list[start[a + 1] - 1]`. */
interface Successors {
  start: Int32Array
  list: Int32Array
}

function rowsOf(nextWork: Int32Array, count: number, classes: number) {
  const rows = new Map<string, number>()
  const rowNext: number[] = []
  const rowOf = Int32Array.from({ length: count }, (_, s) => {
    const next = nextWork.subarray(s * classes, (s + 1) * classes)
    const key = next.join()
    const row = rows.get(key) ?? rows.size
    if (row === rows.size) rowNext.push(...next)
    rows.set(key, row)
    return row
  })
  return { rowOf, rowNext: Int32Array.from(rowNext) }
}

function successorsOf({ follows, classes }: LinePerson, days: number): Successors[] {
  const kinds = new Map<string, Successors>()
  return Array.from({ length: days }, (_, d) => {
    const may = follows.subarray(d * classes * classes, (d + 1) * classes * classes)
    const key = may.join('')
    const start = new Int32Array(classes + 1)
    const list: number[] = []
    for (let a = 0; a < classes && !kinds.has(key); a++) {
      for (let b = 0; b < classes; b++) if (may[a * classes + b] !== 0) list.push(b)
      start[a + 1] = list.length
    }
    const kind = kinds.get(key) ?? { start, list: Int32Array.from(list) }
    kinds.set(key, kind)
    return kind
  })
}

/** Consumption of a stretch of days. */
interface Usage {
  cost: number
  units: number
  weekends: number
  counters: Int32Array
}

/** One person's pricing problem: days `from` … `to` - 1, of which only those marked `open` in `forced` may change. */
export interface LineContext {
  person: LinePerson
  states: SequenceStates
  forced: Int32Array
  from: number
  to: number
  startState: number
  /** Cost and limits used outside [from, to). */
  outside: Usage
  unitsMin: number
  unitsMax: number
  weekendsMax: number
  countersMax: Int32Array
  /** Counters that can still run full; the others need no place in a label. */
  live: readonly number[]
}

/** Does working on `day` begin a weekend, given whether the day before was worked? */
export function countsWeekend(weekend: Int32Array, day: number, workedBefore: boolean): boolean {
  const w = weekend[day]!
  return w >= 0 && !(workedBefore && day > 0 && weekend[day - 1] === w)
}

/** Group of the option that uses `cell` on day `d`, or -1. */
function groupOf(person: LinePerson, d: number, cell: number): number {
  const { dayStart, groupStart, optionCell } = person.options
  for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++)
    for (let o = groupStart[g]!; o < groupStart[g + 1]!; o++) if (optionCell[o] === cell) return g
  return -1
}

function optionCostOf(person: LinePerson, group: number, cell: number): number {
  const { groupStart, optionCell, optionCost } = person.options
  for (let o = groupStart[group]!; o < groupStart[group + 1]!; o++) if (optionCell[o] === cell) return optionCost[o]!
  return Number.POSITIVE_INFINITY
}

/** Builds the context of `person` for the days marked open; `forced` must describe an allowed line on the others. */
export function lineContext(
  model: LineModel,
  person: LinePerson,
  states: SequenceStates,
  forced: Int32Array,
): LineContext {
  const { days, weekend } = model
  let from = 0
  let to = days
  while (from < days && forced[from] !== open) from++
  while (to > from && forced[to - 1] !== open) to--
  to = endOfSpan(forced, to, days)
  const outside: Usage = {
    cost: person.constant,
    units: 0,
    weekends: 0,
    counters: new Int32Array(person.countersMax.length),
  }
  let state = states.start
  for (let d = 0; d < from; d++) state = step(model, person, states, forced, d, state, outside)
  const startState = state
  for (let d = to; d < days; d++) addUsage(person, weekend, forced, d, d > 0 && forced[d - 1] !== free, outside)
  const countersMax = person.countersMax.map((max, k) => max - outside.counters[k]!)
  const possible = new Int32Array(countersMax.length)
  for (let d = from; d < to; d++) {
    const seen = new Set<number>()
    for (let g = person.options.dayStart[d]!; g < person.options.dayStart[d + 1]!; g++)
      seen.add(person.options.groupCounter[g]!)
    for (const k of seen) if (k >= 0) possible[k]!++
  }
  return {
    person,
    states,
    forced,
    from,
    to,
    startState,
    outside,
    unitsMin: person.unitsMin - outside.units,
    unitsMax: person.unitsMax - outside.units,
    weekendsMax: person.weekendsMax - outside.weekends,
    countersMax,
    live: [...countersMax.keys()].filter((k) => possible[k]! > countersMax[k]!),
  }
}

/** After the last open day the span goes on through the block there and the first day of the next: then only one state is left. */
function endOfSpan(forced: Int32Array, to: number, days: number): number {
  let end = to
  for (let changes = 0; end < days && changes < 1; end++)
    if (end > to && (forced[end] === free) !== (forced[end - 1] === free)) changes++
  return end
}

function addUsage(
  person: LinePerson,
  weekend: Int32Array,
  forced: Int32Array,
  d: number,
  workedBefore: boolean,
  usage: Usage,
): number {
  const cell = forced[d]!
  if (cell === free) {
    usage.cost += person.offCost[d]!
    return -1
  }
  const group = groupOf(person, d, cell)
  if (group < 0) throw new Error(`a fixed day ${d} uses cell ${cell}, which the person cannot work`)
  usage.cost += optionCostOf(person, group, cell)
  usage.units += person.options.groupUnits[group]!
  if (countsWeekend(weekend, d, workedBefore)) usage.weekends++
  const counter = person.options.groupCounter[group]!
  if (counter >= 0) usage.counters[counter]!++
  return person.options.groupClass[group]!
}

function step(
  model: LineModel,
  person: LinePerson,
  states: SequenceStates,
  forced: Int32Array,
  d: number,
  state: number,
  usage: Usage,
): number {
  const b = addUsage(person, model.weekend, forced, d, states.classOf[state]! >= 0, usage)
  const next = b < 0 ? states.nextOff[state]! : states.nextWork[state * person.classes + b]!
  if (next < 0) throw new Error(`the fixed days before day ${d + 1} break the person's rules`)
  return next
}
