// Rules about sums: minutes, shifts or days of calendar periods and of rolling windows.
import type { Frame } from '../../model/frame.ts'
import { isJudged, type PeriodTable } from '../../rules/kit/periods.ts'
import { Interned, type LineMachine } from './line-machine.ts'

/** What is summed, and what a sum costs. */
export interface Summed {
  key: string
  valueOf(item: number): number
  /** Counts a day once. */
  countsDays: boolean
  /** Cost of the sum of a period (or window) from its first to its last local day. */
  costOf(sum: number, firstDay: number, lastDay: number): number
  /** Whether a sum that costs Infinity stays so whatever is added: then a line ends at once. */
  risesOnly: boolean
  /** Sums from here on cost the same. */
  enough: number
  fromDay: number
  untilDay: number
  /** Only periods whose days are all known count. */
  wantsComplete: boolean
}

function valueOn(summed: Summed, items: readonly number[]): number {
  let sum = 0
  for (const item of items) sum += summed.valueOf(item)
  return summed.countsDays ? Math.min(1, sum) : sum
}

/** Sums of calendar periods. A state is the sum so far of the period under way. */
export class PeriodSum implements LineMachine {
  readonly key: string
  readonly initial = 0
  cost = 0
  private readonly summed: Summed
  private readonly table: PeriodTable
  private readonly pastDays: number
  private readonly lastDay: number
  private readonly judged: readonly boolean[]

  /** `table` must reach `pastDays` into the past; `employee` stands for all whose past is as well known. */
  constructor(frame: Frame, summed: Summed, table: PeriodTable, pastDays: number, employee: number) {
    this.key = `period ${summed.key} ${frame.hasHistory[employee]}`
    this.summed = summed
    this.table = table
    this.pastDays = pastDays
    this.lastDay = frame.days - 1
    this.judged = table.firstDay.map((_, period) =>
      isJudged(frame, table, period, employee, summed.fromDay, summed.untilDay, summed.wantsComplete),
    )
  }

  look(shift: number): number {
    return this.summed.valueOf(shift)
  }

  step(state: number, day: number, items: readonly number[]): number {
    const { table, pastDays, summed } = this
    this.cost = 0
    const at = day + pastDays
    const period = at < 0 ? -1 : table.index[at]!
    if (period < 0 || !this.judged[period]) return 0
    const first = table.firstDay[period]!
    const last = table.lastDay[period]!
    const isFirst = at === 0 || table.index[at - 1] !== period
    const sum = (isFirst ? 0 : state) + valueOn(summed, items)
    const isLast = day === last || day === this.lastDay
    if (isLast || summed.risesOnly) this.cost = summed.costOf(sum, first, last)
    return isLast ? 0 : Math.min(sum, summed.enough)
  }

  end(): number {
    return 0
  }
}

/** Sums of every window of so many days. A state stands for the values of the days that are still in a window. */
export class RollingSum implements LineMachine {
  readonly key: string
  readonly initial: number
  cost = 0
  private readonly summed: Summed
  private readonly windowDays: number
  private readonly from: number
  private readonly memories = new Interned<readonly number[]>()

  constructor(summed: Summed, windowDays: number, hasHistory: boolean) {
    this.key = `rolling ${windowDays} ${summed.key} ${hasHistory}`
    this.summed = summed
    this.windowDays = windowDays
    this.from = Math.max(0, summed.fromDay, summed.wantsComplete && !hasHistory ? windowDays - 1 : 0)
    this.initial = this.remember(new Array<number>(windowDays - 1).fill(0))
  }

  private remember(values: readonly number[]): number {
    return this.memories.of(values.join(), () => values)
  }

  look(shift: number): number {
    return this.summed.valueOf(shift)
  }

  step(state: number, day: number, items: readonly number[]): number {
    const { summed, windowDays } = this
    const values = this.memories.at(state)
    const value = valueOn(summed, items)
    const isJudged = day >= this.from && day < summed.untilDay
    const sum = values.reduce((a, b) => a + b, value)
    this.cost = isJudged ? summed.costOf(sum, day - windowDays + 1, day) : 0
    return windowDays === 1 ? state : this.remember([...values.slice(1), value])
  }

  end(): number {
    return 0
  }
}
