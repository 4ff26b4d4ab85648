// Rules about days in a row: too many of them, too few of them, and what must follow a run of nights.
import type { Frame } from '../../model/frame.ts'
import type { PersonUse } from '../../rules/kit/define-rule.ts'
import type { RunMinimumParams } from '../../rules/kit/run-minimum.ts'
import { holdsOn } from '../../rules/kit/uses.ts'
import type { LineMachine, Price } from './line-machine.ts'

/** Most days in a row with an item that counts. A state is the length of the run, up to the limit. */
export class LongestRun implements LineMachine {
  readonly key: string
  readonly initial = 0
  cost = 0
  private readonly held: PersonUse<unknown>
  private readonly limit: number
  private readonly price: Price
  private readonly counts: (item: number) => boolean

  constructor(held: PersonUse<unknown>, limit: number, price: Price, counts: (item: number) => boolean) {
    this.key = JSON.stringify(['longest', held])
    this.held = held
    this.limit = limit
    this.price = price
    this.counts = counts
  }

  look(shift: number): number {
    return this.counts(shift) ? 1 : 0
  }

  step(run: number, day: number, items: readonly number[]): number {
    this.cost = 0
    if (!items.some(this.counts)) return 0
    if (run < this.limit) return run + 1
    if (holdsOn(this.held, day)) this.cost = this.price(1)
    return run
  }

  end(): number {
    return 0
  }
}

/**
 * Fewest days of a run of work (or of rest). State 0: the other kind of day; else one more than the length of the run, up to
 * the length that is enough. A run that may have begun earlier counts as long enough where borders are open.
 */
export class ShortestRun implements LineMachine {
  readonly key: string
  readonly initial: number
  cost = 0
  private readonly held: PersonUse<RunMinimumParams>
  private readonly price: Price
  private readonly ofWork: boolean
  private readonly required: number
  private readonly lastDay: number
  private readonly exemptStart: boolean

  constructor(
    frame: Frame,
    held: PersonUse<RunMinimumParams>,
    price: Price,
    { ofWork, hasHistory }: { ofWork: boolean; hasHistory: boolean },
  ) {
    const { days, borders } = held.use.params
    this.key = JSON.stringify(['shortest', held, ofWork, hasHistory])
    this.held = held
    this.price = price
    this.ofWork = ofWork
    this.required = days
    this.lastDay = frame.days - 1
    this.exemptStart = ofWork && !hasHistory && borders === 'open'
    this.initial = ofWork ? 0 : hasHistory || borders === 'open' ? days + 1 : 1
  }

  look(): number {
    return 0
  }

  step(state: number, day: number, items: readonly number[]): number {
    this.cost = 0
    if (items.length > 0 === this.ofWork) {
      if (state === 0 && day === 0 && this.exemptStart) return this.required + 1
      return Math.min(Math.max(state, 1) + 1, this.required + 1)
    }
    if (state > 1) this.cost = this.missing(state, day - 1)
    return 0
  }

  end(state: number): number {
    return state > 1 && this.held.use.params.borders === 'closed' ? this.missing(state, this.lastDay) : 0
  }

  private missing(state: number, last: number): number {
    return last >= -1 && holdsOn(this.held, Math.max(0, last)) ? this.price(this.required + 1 - state) : 0
  }
}

/** Free days after a run of nights. States: 0; 1 … nightsMin for a night and the run behind it; beyond, free days since. */
export class FreeAfterNights implements LineMachine {
  readonly key: string
  readonly initial = 0
  cost = 0
  private readonly held: PersonUse<{ days: number; nightsMin: number }>
  private readonly price: Price
  private readonly isNight: (item: number) => boolean

  constructor(held: PersonUse<{ days: number; nightsMin: number }>, price: Price, isNight: (item: number) => boolean) {
    this.key = JSON.stringify(['after nights', held])
    this.held = held
    this.price = price
    this.isNight = isNight
  }

  look(shift: number): number {
    return this.isNight(shift) ? 1 : 0
  }

  step(state: number, day: number, items: readonly number[]): number {
    const { days, nightsMin } = this.held.use.params
    this.cost = 0
    const free = state - nightsMin
    if (items.length === 0) return free < 0 || free + 1 >= days ? 0 : state + 1
    const isNight = items.some(this.isNight)
    const goesOn = isNight && free <= 0
    if (free >= 0 && !goesOn && holdsOn(this.held, day)) this.cost = this.price(days - free)
    if (!isNight) return 0
    return goesOn ? Math.min(state + 1, nightsMin) : 1
  }

  end(): number {
    return 0
  }
}
