// Rules about weekends: how many are worked, and whole ones or none.
import type { Frame } from '../../model/frame.ts'
import { weekdayOf } from '../../model/time.ts'
import type { PersonUse } from '../../rules/kit/define-rule.ts'
import { holdsOn } from '../../rules/kit/uses.ts'
import { periodAnchor, weekendOf, weekendPeriod } from '../../rules/kit/weekends.ts'
import type { LineMachine, Price } from './line-machine.ts'

interface WeekendDay {
  weekend: number
  period: number | null
  isJudged: boolean
}

interface MaxWeekends {
  weekends: number
  period: 'roster' | 'month'
  weekdays: readonly number[]
}

/** Most weekends with work. A state is twice the count so far (up to the limit), and one more when this weekend is counted. */
export class WeekendCount implements LineMachine {
  readonly key: string
  readonly initial = 0
  cost = 0
  private readonly frame: Frame
  private readonly held: PersonUse<MaxWeekends>
  private readonly price: Price
  private readonly known = new Map<number, WeekendDay | null>()

  constructor(frame: Frame, held: PersonUse<MaxWeekends>, price: Price) {
    this.key = JSON.stringify(['weekends', held])
    this.frame = frame
    this.held = held
    this.price = price
  }

  private dayOf(day: number): WeekendDay | null {
    const known = this.known.get(day)
    if (known !== undefined) return known
    const { weekdays, period: kind } = this.held.use.params
    const weekend = weekendOf(this.frame, day, weekdays)
    let found: WeekendDay | null = null
    if (weekend !== null) {
      const period = weekendPeriod(this.frame, weekend, weekdays, kind)
      const anchor = period === null ? -1 : periodAnchor(this.frame, period, kind)
      found = { weekend, period, isJudged: anchor >= 0 && holdsOn(this.held, anchor) }
    }
    this.known.set(day, found)
    return found
  }

  /** The weekend day before, at most a week back. */
  private previous(day: number): WeekendDay | null {
    for (let d = day - 1; d >= day - 7; d--) {
      const found = this.dayOf(d)
      if (found) return found
    }
    return null
  }

  look(): number {
    return 0
  }

  step(state: number, day: number, items: readonly number[]): number {
    this.cost = 0
    const today = this.dayOf(day)
    if (!today) return state
    if (!today.isJudged) return 0
    const before = this.previous(day)
    let count = before?.period === today.period ? state >> 1 : 0
    let isCounted = before?.weekend === today.weekend && (state & 1) === 1
    if (items.length > 0 && !isCounted) {
      isCounted = true
      if (count < this.held.use.params.weekends) count++
      else this.cost = this.price(1)
    }
    return 2 * count + (isCounted ? 1 : 0)
  }

  end(): number {
    return 0
  }
}

/** All days of a weekend or none. A state counts the days worked in the weekend under way. */
export class WholeWeekends implements LineMachine {
  readonly key: string
  readonly initial = 0
  cost = 0
  private readonly frame: Frame
  private readonly held: PersonUse<{ weekdays: readonly number[] }>
  private readonly price: Price
  private readonly weekdays: readonly number[]
  private readonly hasHistory: boolean

  constructor(frame: Frame, held: PersonUse<{ weekdays: readonly number[] }>, price: Price, hasHistory: boolean) {
    this.key = JSON.stringify(['whole weekends', held, hasHistory])
    this.frame = frame
    this.held = held
    this.price = price
    this.weekdays = [...new Set(held.use.params.weekdays)]
    this.hasHistory = hasHistory
  }

  look(): number {
    return 0
  }

  step(state: number, day: number, items: readonly number[]): number {
    const { weekdays } = this
    this.cost = 0
    const weekday = weekdayOf(this.frame.firstDay + day)
    if (!weekdays.includes(weekday)) return state
    const worked = (weekday === Math.min(...weekdays) ? 0 : state) + (items.length > 0 ? 1 : 0)
    const last = Math.max(...weekdays)
    if (weekday !== last) return worked
    const isKnown = day - last + Math.min(...weekdays) >= 0 || this.hasHistory
    const isHalf = worked > 0 && worked < weekdays.length
    if (isHalf && isKnown && day >= 0 && holdsOn(this.held, day)) this.cost = this.price(1)
    return 0
  }

  end(): number {
    return 0
  }
}
