// The whole search over lines: a start from prices over the whole period (or person by person), a few neighbourhoods, a master and
// dive over everybody where the budget has room for it, then neighbourhoods of people and days, each solved by column generation
// again. Everything a resumed session needs is in `LineSearchState`.
// Source of the neighbourhood scheme: D. Pisinger, S. Ropke, "Large neighborhood search" (2010).

import { AutomatonPricer } from './automaton/automaton-pricer.ts'
import { AutomatonRoom } from './automaton/automaton-room.ts'
import { startGreedily } from './greedy-start.ts'
import { GroupCosts } from './group-costs.ts'
import { GroupScope } from './group-scope.ts'
import { type GroupResult, solveGroup } from './group-solver.ts'
import { startHorizon } from './horizon/horizon-start.ts'
import { chooseNeighbourhood, everybodyKind, type KindRecord, newRecords, record } from './horizon/neighbourhoods.ts'
import { lineContext, open, SequenceStates } from './line-context.ts'
import { LineLabels } from './line-labels.ts'
import { type Line, type LineModel, rosterCost } from './line-model.ts'
import { LinePricer } from './line-pricer.ts'
import type { Pricer } from './pricer.ts'
import { Random } from './random.ts'

/** Lines kept a person for later groups. */
const poolMax = 40
/** People times days up to which everybody may be solved at once, and rows (people and cells) up to which they surely are. */
const rootCellsMax = 3000
const rootRowsSure = 120
/** A master over everybody and its dive take about so much work for each cube of its rows. */
const rootWork = 350
/** Part of the budget that they may take, by that measure. */
const rootPart = 0.8
/** What neighbourhoods have before, in parts of that measure and of the budget: a good roster is there early. */
const earlyRootPart = 0.2
const earlyPart = 0.1
/** Longer lines are priced too rarely to keep their tables. */
const keptDaysMax = 120
/** Dives of a group, and of one over everybody. */
const endsMax = 1
const rootEndsMax = 10
/** How often a group may end at the same cost: the search drifts over plateaus. */
const sidewaysShare = 0.3

/** Plain data: what a search knows between two groups, enough to go on to the very same result. */
export interface LineSearchState {
  lines: Line[]
  cost: number
  /** No roster costs less; null while nothing is proven. */
  bound: number | null
  random: number
  phase: 'start' | 'early' | 'root' | 'groups' | 'done'
  round: number
  pool: Line[][]
  centre: Float64Array | null
  /** Multipliers by person: units, weekends, counts. */
  multipliers: number[][]
  /** What neighbourhoods brought, by kind. */
  kinds: KindRecord[]
}

export class LineSearch {
  readonly model: LineModel
  readonly spend = { work: 0 }
  state: LineSearchState
  /** Elementary operations that the run may spend, as far as known; those before a checkpoint count. */
  workMax = Number.POSITIVE_INFINITY
  private readonly random: Random
  private readonly labels = new LineLabels()
  private readonly room = new AutomatonRoom()
  private readonly groupCosts: GroupCosts
  private readonly states: SequenceStates[]
  private readonly toGo: Float64Array
  private readonly whole: (Pricer | undefined)[]
  private readonly allOpen: Int32Array

  /** Begins anew, from `lines` (one a person, all allowed) where given, or goes on from `state`. */
  constructor(model: LineModel, seed: number, given: { lines?: Line[]; state?: LineSearchState } = {}) {
    this.model = model
    this.groupCosts = new GroupCosts(Math.max(1, ...model.people.map((p) => p.options.groupClass.length)))
    this.states = model.people.map((p) => new SequenceStates(p, model.days))
    this.toGo = new Float64Array((model.days + 1) * Math.max(1, ...this.states.map((s) => s.count)))
    this.whole = model.people.map(() => undefined)
    this.allOpen = new Int32Array(model.days).fill(open)
    const lines = given.lines ?? []
    this.state = given.state ?? {
      lines,
      cost: lines.length > 0 ? rosterCost(model, lines) : Number.POSITIVE_INFINITY,
      bound: null,
      random: seed >>> 0,
      phase: lines.length > 0 ? 'early' : 'start',
      round: 0,
      pool: model.people.map(() => []),
      centre: null,
      multipliers: [],
      kinds: newRecords(),
    }
    // A checkpoint from before a kind was added knows nothing of it.
    this.state.kinds = newRecords().map((none, kind) => this.state.kinds[kind] ?? none)
    this.random = new Random(this.state.random)
    this.state.multipliers.forEach((values, p) => {
      if (values.length > 0) this.pricerOf(p).bound.load(values)
    })
  }

  /** One group, or the start: after it, `snapshot` describes the search in full. */
  *step(): Generator<void, void> {
    const { state, model } = this
    const everybody = range(model.people.length)
    if (state.phase === 'start') yield* startsFromPrices(model) ? this.startWide() : this.start()
    else if (state.phase === 'early' && this.isRootDue()) state.phase = 'root'
    else if (state.phase === 'root') {
      if (!this.isRootTooMuch()) {
        const { work } = this.spend
        yield* this.within(rootPart, this.improve(everybody, range(model.days), state.cost, rootEndsMax, true))
        state.kinds = [...state.kinds]
        record(state.kinds, everybodyKind, 0, this.spend.work - work)
      }
      state.phase = 'groups'
    } else if (state.phase !== 'done') yield* this.neighbourhood()
    if (state.bound !== null && state.cost <= state.bound) state.phase = 'done'
    state.random = this.random.state
    state.multipliers = this.whole.map((pricer) => pricer?.bound.save() ?? [])
  }

  /** A copy that later steps leave alone. */
  snapshot(): LineSearchState {
    return { ...this.state, lines: [...this.state.lines], pool: [...this.state.pool] }
  }

  /** The pricer of a person with some days fixed. */
  private newPricer(p: number, forced: Int32Array): Pricer {
    const { model } = this
    const person = model.people[p]!
    if (person.automaton) return new AutomatonPricer(model, person, person.automaton, forced, this.room)
    const context = lineContext(model, person, this.states[p]!, forced)
    return new LinePricer(model, context, this.labels, this.toGo, this.groupCosts)
  }

  private pricerOf(p: number): Pricer {
    let pricer = this.whole[p]
    if (!pricer) {
      pricer = this.newPricer(p, this.allOpen)
      if (this.model.days <= keptDaysMax) this.whole[p] = pricer
    }
    return pricer
  }

  /** Everybody's line from prices over the whole period. */
  private *startWide(): Generator<void, void> {
    const { model, state, states, labels, toGo, random } = this
    const { lines, bound } = yield* startHorizon(
      {
        model,
        states,
        labels,
        toGo,
        groups: this.groupCosts,
        random: () => random.next(),
        workMax: () => this.workMax,
        onLines: (lines) => {
          state.lines = [...lines]
          state.cost = rosterCost(model, state.lines)
        },
      },
      this.spend,
    )
    state.bound = Math.ceil(bound - 1e-4)
    if (lines) state.phase = 'early'
    else yield* this.start()
  }

  /** Everybody's line, one person after the other. */
  private *start(): Generator<void, void> {
    const { model, state } = this
    const lines = yield* startGreedily(
      model,
      (p) => this.pricerOf(p),
      () => this.random.next(),
      this.spend,
    )
    state.phase = lines ? 'root' : 'done'
    if (!lines) return
    state.lines = lines
    state.cost = rosterCost(model, lines)
  }

  private *neighbourhood(): Generator<void, void> {
    const { state, random, model, spend } = this
    state.round++
    const before = state.cost
    const workBefore = spend.work
    const { kind, people, days } = chooseNeighbourhood(model, state.lines, state.kinds, random, {
      cost: state.cost,
      withEverybody: state.kinds[everybodyKind]!.tries > 0,
    })
    const isEverybody = kind === everybodyKind
    const isSideways = !isEverybody && random.next() < sidewaysShare
    yield* this.improve(people, days, before - (isSideways ? 0 : 1), isEverybody ? rootEndsMax : endsMax)
    state.kinds = [...state.kinds]
    record(state.kinds, kind, before - state.cost, spend.work - workBefore)
  }

  /** Goes on with a group until it ends or has had its part of what is left of the budget; a group that is stopped changes nothing. */
  private *within(part: number, group: Generator<void, void>): Generator<void, void> {
    const { work } = this.spend
    while (!group.next().done) {
      // The budget follows the pace where time is given.
      if (this.spend.work - work > part * (this.workMax - work)) return
      yield
    }
  }

  private isRootDue(): boolean {
    return this.spend.work >= Math.min(earlyPart * this.workMax, earlyRootPart * rootWorkOf(this.model))
  }

  private isRootTooMuch(): boolean {
    const { model, workMax } = this
    if (model.days * model.people.length > rootCellsMax) return true
    return rowsOf(model) > rootRowsSure && rootWorkOf(model) > rootPart * workMax
  }

  /** Solves the group over the days and takes what is at most `worthMax` in all. */
  private *improve(
    people: readonly number[],
    days: readonly number[],
    worthMax: number,
    endsMax: number,
    exact = false,
  ): Generator<void, void> {
    const { model, state } = this
    const scope = new GroupScope(model, state.lines, people, days)
    const pricers: Pricer[] = []
    const lines: Line[][] = []
    for (const p of people) {
      const line = state.lines[p]!
      pricers.push(scope.hasEveryDay ? this.pricerOf(p) : this.newPricer(p, scope.forced(line)))
      lines.push(scope.hasEveryDay ? [line, ...state.pool[p]!] : [scope.openPart(line)])
    }
    const result = yield* solveGroup(
      {
        model,
        pricers,
        lines,
        heads: scope.heads,
        cells: scope.cells,
        worthMax: worthMax - scope.elsewhere,
        random: () => this.random.next(),
        endsMax,
        onLines: (lines) => {
          const joined = [...state.lines]
          lines.forEach((line, i) => {
            joined[people[i]!] = scope.join(joined[people[i]!]!, line)
          })
          state.lines = joined
          state.cost = rosterCost(model, joined)
        },
        exact,
        ...(state.centre ? { centre: state.centre } : {}),
      },
      this.spend,
    )
    if (scope.hasEveryDay) this.learn(people, result)
  }

  /** Keeps what a group over the whole period found out: lines, prices, and a bound where everybody took part. */
  private learn(people: readonly number[], { generated, price, bound }: GroupResult): void {
    const { state, model } = this
    generated.forEach((list, i) => {
      const kept = state.pool[people[i]!]!
      const fresh = new Set(list)
      const copies = list.map(({ cost, cells }) => ({ cost, cells }))
      state.pool[people[i]!] = [...copies, ...kept.filter((line) => !fresh.has(line))].slice(0, poolMax)
    })
    const isEverybody = people.length === model.people.length
    if (isEverybody || !state.centre) state.centre = price
    if (isEverybody) state.bound = Math.max(state.bound ?? bound, bound)
  }
}

function rowsOf({ people, cells }: LineModel): number {
  return people.length + cells.count
}

function rootWorkOf(model: LineModel): number {
  return rootWork * rowsOf(model) ** 3
}

/** Does the search find its own start from prices over the whole period? Automata have no multipliers to price by. */
export function startsFromPrices(model: LineModel): boolean {
  return !model.people.some((person) => person.automaton)
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i)
}
