// People's lines as automata: for problems whose rules need more memory than runs of days and totals (history, nights, weeks,
// rolling windows, soft rules about lines). People with equal settings share one automaton and differ in where they start.
import type { Frame } from '../../model/frame.ts'
import type { RuleId } from '../../model/problem.ts'
import type { PersonUse, RuleUses } from '../../rules/kit/define-rule.ts'
import { carriedMinutes, distinctUses, fairShare, sharePercentOf } from '../../rules/kit/fair-share.ts'
import { penaltyOf } from '../../rules/kit/measure.ts'
import { holdsOn } from '../../rules/kit/uses.ts'
import { requestedShifts } from '../../rules/kit/wishes.ts'
import type { LinePerson } from '../line-model.ts'
import type { PairCosts, RuleAtLevel } from '../read-rules.ts'
import { type Built, buildAutomaton } from './build-automaton.ts'
import { type LevelFactors, type LineMachine, priceOf } from './line-machine.ts'
import { type LineReading, readSetting } from './machines-of.ts'
import { PairMachine, type PairRule } from './pair-machine.ts'

/** Arcs of all automata before merging: beyond, building takes too long. */
const arcsMax = 6_000_000

export interface AutomataTask {
  frame: Frame
  /** Rules about lines, fair shares of minutes among them. */
  lineRules: readonly RuleAtLevel[]
  pairs: readonly PairCosts[]
  factors: LevelFactors
  unitMinutes: number
  byDay: readonly (readonly number[])[]
}

/** What the rules mean for one person beside what pairs cost. */
interface PersonReading extends LineReading {
  constant: number
  /** Cost by shift. */
  wishes: Map<number, number>
  key: string
}

const comparing = new Set<RuleId>(['no-overlap', 'min-rest', 'succession', 'short-turnaround', 'rotation'])
/** Rules that cost nothing where a day holds one shift. */
const aboutSplitDays = new Set<RuleId>(['compact-day', 'max-shifts-per-day'])

export type CompiledAutomata = { people: LinePerson[] } | { unsupported: RuleId[] }

/** The people's lines, or the rules that automata cannot hold. */
export function compileAutomata(task: AutomataTask): CompiledAutomata {
  const { frame, lineRules, byDay } = task
  const unsupported = new Set<RuleId>()
  const pairRules: PairRule[] = lineRules.filter(({ rule }) => comparing.has(rule.id))
  const readings = frame.problem.employees.map((_, p) => readPerson(task, p, unsupported))
  if (unsupported.size > 0) return { unsupported: [...unsupported] }
  const pairMachines = pairMachinesOf(task, pairRules)
  const groups = new Map<string, number[]>()
  for (const [p, reading] of readings.entries()) {
    reading.machines.unshift(pairMachines[p]!)
    reading.key = reading.machines.map((machine) => machine.key).join('\n')
    groups.set(reading.key, [...(groups.get(reading.key) ?? []), p])
  }
  if (mayWorkTwice(task, pairMachines)) return { unsupported: ['max-shifts-per-day'] }
  const people: LinePerson[] = []
  let arcs = 0
  for (const members of groups.values()) {
    const { machines } = readings[members[0]!]!
    const starts = members.map((p) => machines.map((machine) => startOf(frame, p, machine)))
    const built = buildAutomaton(frame, machines, starts, byDay, arcsMax - arcs)
    if (!built) return { unsupported: [largest(machines)] }
    arcs += built.arcs
    for (const [i, p] of members.entries()) people[p] = personOf(task, p, readings[p]!, built, built.starts[i]!)
  }
  return { people }
}

/** The rule to blame when there are too many states: the one whose memory is longest. */
function largest(machines: readonly LineMachine[]): RuleId {
  const keys = machines.map(({ key }) => key)
  return keys.some((key) => key.startsWith('rolling')) ? 'max-minutes' : 'weekly-rest'
}

function readPerson(task: AutomataTask, p: number, unsupported: Set<RuleId>): PersonReading {
  const { frame, lineRules, factors } = task
  const reading: PersonReading = { machines: [], minutesCosts: [], constant: 0, wishes: new Map(), key: '' }
  for (const { rule, uses } of lineRules) {
    if (comparing.has(rule.id) || aboutSplitDays.has(rule.id)) continue
    if (rule.id === 'fair-minutes') {
      if (!addFairMinutes(frame, p, uses as never, factors, reading)) unsupported.add(rule.id)
    } else if (rule.id === 'request-on' || rule.id === 'request-off') {
      if (!addWishes(frame, p, rule.id === 'request-on', uses, factors, reading)) unsupported.add(rule.id)
    } else if (rule.id === 'travel') addDayCosts(frame, p, { rule, uses }, factors, reading)
    else if (!within(frame, uses.people[p]!).every((held) => readSetting(frame, p, held, factors, reading)))
      unsupported.add(rule.id)
  }
  return reading
}

/** Settings with their days cut to the period, so that those who joined on different days before it are alike. */
function within(frame: Frame, held: readonly PersonUse<unknown>[]): PersonUse<unknown>[] {
  return held.flatMap(({ use, fromDay, untilDay }) =>
    untilDay <= 0 || fromDay >= frame.days
      ? []
      : [{ use, fromDay: Math.max(0, fromDay), untilDay: Math.min(frame.days, untilDay) }],
  )
}

/** Squared distances are a matter of each person; the spread couples people. */
function addFairMinutes(
  frame: Frame,
  p: number,
  uses: RuleUses<{ measure: 'squared' | 'spread' }>,
  factors: LevelFactors,
  reading: PersonReading,
): boolean {
  for (const use of distinctUses(uses)) {
    if (use.params.measure === 'spread') return false
    if (!uses.people[p]!.some((held) => held.use === use)) continue
    const price = priceOf(use, factors)
    const measure = {
      mode: 'square',
      bound: fairShare(frame, uses, use).fairMinutes,
      slack: carriedMinutes(frame, p),
      sharePercent: sharePercentOf(frame, p),
      weight: 1,
    } as const
    reading.minutesCosts.push((minutes) => price(penaltyOf(measure, minutes)))
  }
  return true
}

/** A wish is decided by the one shift of its day. False for wishes that are orders. */
function addWishes(
  frame: Frame,
  p: number,
  isOn: boolean,
  uses: RuleUses<unknown>,
  factors: LevelFactors,
  reading: PersonReading,
): boolean {
  const wishes = (frame.problem.employees[p]!.requests ?? []).filter(({ kind }) => kind === (isOn ? 'on' : 'off'))
  for (const request of wishes) {
    const shifts = requestedShifts(frame, request)
    const day = shifts.length === 0 ? 0 : frame.day[shifts[0]!]!
    for (const held of uses.people[p]!) {
      if (!holdsOn(held, day)) continue
      if (held.use.level === 'hard') return false
      const size = priceOf(held.use, factors)(request.weight)
      if (isOn) reading.constant += size
      for (const shift of shifts) reading.wishes.set(shift, (reading.wishes.get(shift) ?? 0) + (isOn ? -size : size))
    }
  }
  return true
}

/** Rules about one day cost by shift, where a day holds one. */
function addDayCosts(
  frame: Frame,
  p: number,
  { rule, uses }: PairRule,
  factors: LevelFactors,
  reading: PersonReading,
): void {
  if (uses.people[p]!.length === 0) return
  const lines: number[][] = frame.problem.employees.map(() => [])
  const view = { frame, lines, heads: new Int32Array(frame.shiftCount), people: [p], shifts: [] }
  for (let shift = 0; shift < frame.shiftCount; shift++) {
    lines[p] = [shift]
    for (const { level, penalty } of rule.spec(view, uses)) {
      const cost = priceOf({ level, weight: 1 }, factors)(penalty)
      reading.wishes.set(shift, (reading.wishes.get(shift) ?? 0) + cost)
    }
  }
}

/** By person; people with equal settings share one. */
function pairMachinesOf({ frame, factors, byDay }: AutomataTask, rules: readonly PairRule[]): PairMachine[] {
  const keyOf = (p: number) => JSON.stringify(rules.map(({ uses }) => within(frame, uses.people[p]!)))
  const keys = frame.problem.employees.map((_, p) => keyOf(p))
  const known = new Map<string, PairMachine>()
  return keys.map((key, p) => {
    const lastWork = () =>
      keys.flatMap((other, q) => {
        const past = other === key ? frame.past[q]! : []
        const last = past.at(-1)
        return last === undefined ? [] : [past.filter((item) => frame.day[item] === frame.day[last])]
      })
    const machine = known.get(key) ?? new PairMachine(frame, p, key, rules, factors, byDay, lastWork())
    known.set(key, machine)
    return machine
  })
}

/** Whether somebody could work two shifts of one day: then lines with one shift a day are not all lines. */
function mayWorkTwice({ frame, lineRules }: AutomataTask, machines: readonly PairMachine[]): boolean {
  const limits = lineRules.filter(({ rule }) => rule.id === 'max-shifts-per-day')
  const isSingle = (p: number) =>
    limits.some(({ uses }) =>
      uses.people[p]!.some(
        ({ use, fromDay, untilDay }) =>
          use.level === 'hard' &&
          (use.params as { shifts: number }).shifts <= 1 &&
          fromDay <= 0 &&
          untilDay >= frame.days,
      ),
    )
  const open = new Set(machines.filter((_, p) => !isSingle(p)))
  return [...open].some((machine) => machine.allowsTwoADay())
}

/** The state that the person's past leads to. */
function startOf(frame: Frame, p: number, machine: LineMachine): number {
  const past = frame.past[p]!
  let state = machine.initial
  if (past.length === 0) return state
  for (let day = frame.day[past[0]!]!; day < 0; day++)
    state = machine.step(
      state,
      day,
      past.filter((item) => frame.day[item] === day),
    )
  return state
}

function personOf(task: AutomataTask, p: number, reading: PersonReading, built: Built, start: number): LinePerson {
  const { frame, pairs, unitMinutes, byDay } = task
  const pair = pairs[p]!
  const { classOf } = built.automaton
  const dayStart = [0]
  const groupClass: number[] = []
  const groupUnits: number[] = []
  const groupStart = [0]
  const optionCell: number[] = []
  const optionCost: number[] = []
  const offCost = new Float64Array(frame.days)
  let most = 0
  for (const [d, shifts] of byDay.entries()) {
    const owed = shifts.filter((shift) => pair.owed[shift] === 1)
    if (owed.length > 0) offCost[d] = Number.POSITIVE_INFINITY
    const groups = new Map<number, number[]>()
    for (const shift of owed.length > 0 ? owed : shifts) {
      const wish = reading.wishes.get(shift) ?? 0
      if ((pair.forbidden[shift] === 1 || wish === Number.POSITIVE_INFINITY) && owed.length === 0) continue
      groups.set(classOf[shift]!, [...(groups.get(classOf[shift]!) ?? []), shift])
    }
    let longest = 0
    for (const [kind, members] of groups) {
      const units = frame.paidMinutes[members[0]!]! / unitMinutes
      longest = Math.max(longest, units)
      groupClass.push(kind)
      groupUnits.push(units)
      for (const shift of members) {
        optionCell.push(shift)
        optionCost.push(pair.cost[shift]! + (reading.wishes.get(shift) ?? 0))
      }
      groupStart.push(optionCell.length)
    }
    most += longest
    dayStart.push(groupClass.length)
  }
  const { minutesCosts } = reading
  const costOf = (units: number) => minutesCosts.reduce((sum, cost) => sum + cost(units * unitMinutes), 0)
  return {
    options: {
      dayStart: Int32Array.from(dayStart),
      groupClass: Int32Array.from(groupClass),
      groupUnits: Int32Array.from(groupUnits),
      groupCounter: new Int32Array(groupClass.length).fill(-1),
      groupStart: Int32Array.from(groupStart),
      optionCell: Int32Array.from(optionCell),
      optionCost: Float64Array.from(optionCost),
    },
    offCost,
    constant: reading.constant,
    automaton: {
      automaton: built.automaton,
      start,
      unitsCost: minutesCosts.length === 0 ? undefined : Float64Array.from({ length: most + 1 }, (_, u) => costOf(u)),
    },
    ...unlimited(frame.days),
  }
}

/** The limits of a line whose rules are all in its automaton. */
function unlimited(days: number) {
  return {
    unitsMin: 0,
    unitsMax: 1 << 16,
    weekendsMax: 63,
    countersMax: new Int32Array(0),
    runMin: 1,
    runMax: days,
    offMin: 1,
    follows: new Uint8Array(0),
    classes: 0,
  }
}
