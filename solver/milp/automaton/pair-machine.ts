// Rules that compare a shift with the one before it: rest, overlap, succession, turnaround, rotation. What two shifts cost
// is asked of the rules' specs, once for every two that differ in a way the specs can see.
import type { Frame } from '../../model/frame.ts'
import type { RosterView, Rule, RuleUses } from '../../rules/kit/define-rule.ts'
import { Interned, type LevelFactors, type LineMachine, priceOf } from './line-machine.ts'

export interface PairRule {
  rule: Rule
  uses: RuleUses<unknown>
}

/** Beyond so many days two shifts do not meet. */
const reachMax = 8

interface Worked {
  /** Items of the last day with work, and that day. */
  items: readonly number[]
  day: number
}

/** A state stands for the last work and how many days ago it was; work that can meet nothing any more is forgotten. */
export class PairMachine implements LineMachine {
  readonly key: string
  readonly initial = 0
  cost = 0
  private readonly frame: Frame
  private readonly person: number
  private readonly rules: readonly PairRule[]
  private readonly factors: LevelFactors
  private readonly view: RosterView
  private readonly lines: number[][]
  private readonly looks: (string | undefined)[] = []
  private readonly costs = new Map<string, number>()
  private readonly states = new Interned<Worked | null>()
  /** By day and look: what a shift costs after those of the days before, and those of the days behind after it. */
  private readonly kinds = new Map<string, { asLater: string; asEarlier: string }>()
  private readonly byDay: readonly (readonly number[])[]
  private readonly reach: number

  /** `key` names the settings of `rules`; `person` stands for everybody with the same settings; `lastWork` are the last past items of all of them. */
  constructor(
    frame: Frame,
    person: number,
    key: string,
    rules: readonly PairRule[],
    factors: LevelFactors,
    byDay: readonly (readonly number[])[],
    lastWork: readonly (readonly number[])[],
  ) {
    this.key = key
    this.frame = frame
    this.person = person
    this.rules = rules
    this.factors = factors
    this.lines = frame.problem.employees.map(() => [])
    this.view = { frame, lines: this.lines, heads: new Int32Array(frame.shiftCount), people: [person], shifts: [] }
    this.byDay = byDay.map((shifts) => this.different(shifts))
    this.reach = this.reachOf(lastWork)
    this.states.of('', () => null)
  }

  /** One shift of each look. */
  private different(shifts: readonly number[]): number[] {
    const seen = new Map<string, number>()
    for (const shift of shifts) if (!seen.has(this.plainLook(shift))) seen.set(this.plainLook(shift), shift)
    return [...seen.values()]
  }

  private plainLook(item: number): string {
    const { frame } = this
    this.looks[item] ??= [
      frame.start[item],
      frame.end[item],
      frame.startMinuteOfDay[item],
      frame.type[item],
      frame.site[item],
      ...frame.tags[item]!,
    ].join()
    return this.looks[item]
  }

  private reachOf(lastWork: readonly (readonly number[])[]): number {
    const { frame, byDay } = this
    let reach = 1
    for (let gap = 2; gap <= reachMax; gap++)
      for (let d = 0; d + gap < byDay.length && reach < gap; d++)
        for (const before of byDay[d]!)
          if (byDay[d + gap]!.some((after) => this.costOf([before], after) > 0)) reach = gap
    for (const items of lastWork)
      for (let gap = reach + 1; gap <= reachMax; gap++) {
        const day = frame.day[items[0]!]! + gap
        if (day >= 0 && byDay[day]?.some((after) => this.costOf(items, after) > 0)) reach = gap
      }
    return reach
  }

  /** What the specs say about the two alone. */
  private costOf(before: readonly number[], after: number): number {
    const key = `${before.map((item) => this.plainLook(item)).join(';')}|${this.plainLook(after)}`
    const known = this.costs.get(key)
    if (known !== undefined) return known
    this.lines[this.person] = [...before, after]
    let cost = 0
    for (const { rule, uses } of this.rules)
      for (const breach of rule.spec(this.view, uses))
        cost += priceOf({ level: breach.level, weight: 1 }, this.factors)(breach.penalty)
    this.costs.set(key, cost)
    return cost
  }

  /** Whether two shifts of one day break no hard rule. */
  allowsTwoADay(): boolean {
    const { frame } = this
    return this.byDay.some((shifts) =>
      shifts.some((before) =>
        shifts.some(
          (after) =>
            frame.start[before]! <= frame.start[after]! && this.costOf([before], after) < Number.POSITIVE_INFINITY,
        ),
      ),
    )
  }

  look(shift: number): string {
    const kind = this.kindOf(shift)
    return `${kind.asLater}/${kind.asEarlier}`
  }

  private kindOf(shift: number): { asLater: string; asEarlier: string } {
    const plain = this.plainLook(shift)
    const known = this.kinds.get(plain)
    if (known) return known
    const day = this.frame.day[shift]!
    const asLater: number[] = []
    const asEarlier: number[] = []
    for (let gap = 1; gap <= this.reach; gap++) {
      for (const before of this.byDay[day - gap] ?? []) asLater.push(this.costOf([before], shift))
      for (const after of this.byDay[day + gap] ?? []) asEarlier.push(this.costOf([shift], after))
    }
    const kind = { asLater: asLater.join(), asEarlier: asEarlier.join() }
    this.kinds.set(plain, kind)
    return kind
  }

  step(state: number, day: number, items: readonly number[]): number {
    this.cost = 0
    const worked = this.states.at(state)
    if (items.length === 0) return worked && day + 1 - worked.day <= this.reach ? state : 0
    const after = items[0]!
    if (worked && day >= 0) this.cost = this.costOf(worked.items, after)
    const kind = day < 0 ? items.map((item) => this.plainLook(item)).join(';') : this.kindOf(after).asEarlier
    return this.states.of(`${day} ${kind}`, () => ({ items, day }))
  }

  end(): number {
    return 0
  }
}
