// Rest of one piece in every window of days, as a hard rule.
import type { Frame } from '../../model/frame.ts'
import { dayMinutes } from '../../model/time.ts'
import type { Window } from '../../rules/kit/windows.ts'
import { Interned, type LineMachine } from './line-machine.ts'

/** No two local clocks are further apart. */
const zonesApartMinutes = 1560

/**
 * Windows in the order of their days are served by long rests one after the other: a rest that goes on from the end of a
 * shift to the start of the next serves every window that opens early enough before that start and was not over at its
 * beginning. So a state is the end of the last work and the first window not served yet.
 */
export class LongRests implements LineMachine {
  readonly key: string
  readonly initial: number
  cost = 0
  private readonly frame: Frame
  private readonly minutes: number
  private readonly windows: readonly { begins: number; ends: number }[]
  private readonly states = new Interned<{ free: number; window: number }>()

  /** `windows` must be those that are judged, in order. */
  constructor(frame: Frame, minutes: number, windows: readonly Window[]) {
    const clock = frame.clocks.at(-1)!
    const midnight = (day: number) => clock.toInstant((frame.firstDay + day) * dayMinutes)
    this.key = JSON.stringify(['weekly rest', minutes, windows])
    this.frame = frame
    this.minutes = minutes
    this.windows = windows.map(({ first, last }) => ({ begins: midnight(first), ends: midnight(last + 1) }))
    this.initial = this.stateOf(Number.NEGATIVE_INFINITY, 0)
  }

  private stateOf(free: number, window: number): number {
    return this.states.of(`${free} ${window}`, () => ({ free, window }))
  }

  look(shift: number): string {
    return `${this.frame.start[shift]} ${this.frame.end[shift]}`
  }

  step(state: number, day: number, items: readonly number[]): number {
    this.cost = 0
    let { free, window } = this.states.at(state)
    if (items.length === 0) {
      // What starts tomorrow or later comes after a long rest: when exactly work ended does not matter any more.
      const tomorrow = (this.frame.firstDay + day + 1) * dayMinutes
      return tomorrow - zonesApartMinutes - free >= this.minutes
        ? this.stateOf(Number.NEGATIVE_INFINITY, window)
        : state
    }
    for (const item of items) {
      window = this.serve(free, window, this.frame.start[item]!)
      free = Math.max(free, this.frame.end[item]!)
    }
    if (!this.isOpen(window, free)) this.cost = Number.POSITIVE_INFINITY
    return this.stateOf(free, window)
  }

  /** The first window that a rest from `free` to `start` leaves unserved. */
  private serve(free: number, window: number, start: number): number {
    let next = window
    if (start - free < this.minutes) return next
    while (next < this.windows.length && this.windows[next]!.begins <= start - this.minutes) next++
    return next
  }

  private isOpen(window: number, free: number): boolean {
    return window >= this.windows.length || this.windows[window]!.ends > free
  }

  end(): number {
    return 0
  }
}
