// The search's state as the assignment sees it: what a person would cost on a shift comes from the rules' trackers.
import { type AssignmentBoard, type Goal, isGain } from '../assignment/assignment-board.ts'
import type { Score } from '../model/outcome.ts'
import type { Roster } from '../model/problem.ts'
import type { State } from '../search/state.ts'

/** Days that a shift may be tried together with, where rules ask for runs of at least so many. */
const runDaysMax = 5

export class StateAssignmentBoard implements AssignmentBoard {
  readonly people: number
  readonly days: readonly (readonly number[])[]
  readonly delta: Score = { hard: 0, medium: 0, soft: 0 }
  evaluations = 0
  private readonly state: State
  private readonly check: ((state: State, move: string) => void) | null
  private readonly kind: Int32Array
  /** What the last impossible proposal broke looks at worked days only: more days might mend it. */
  private couldRun = false
  private readonly given: readonly number[][]
  /** The shifts that the last possible proposal would give. */
  private run: readonly number[] = []

  /** `check` is called after every applied move (checked mode) and may throw; `given` is what a resumed session gave. */
  constructor(
    state: State,
    check: ((state: State, move: string) => void) | null,
    given: readonly (readonly number[])[] = [],
  ) {
    const { frame } = state
    this.state = state
    this.check = check
    this.people = frame.employeeCount
    this.given = Array.from({ length: frame.employeeCount }, (_, person) => [...(given[person] ?? [])])
    const days: number[][] = Array.from({ length: frame.days }, () => [])
    for (let shift = 0; shift < frame.shiftCount; shift++) days[frame.day[shift]!]!.push(shift)
    for (const shifts of days) shifts.sort((a, b) => frame.start[a]! - frame.start[b]! || a - b)
    this.days = days
    const kinds = new Map<string, number>()
    this.kind = Int32Array.from(frame.problem.shifts, (shift, index) => {
      const length = frame.end[index]! - frame.start[index]!
      const key = JSON.stringify([shift.site, shift.type, frame.startMinuteOfDay[index], length, shift.skills])
      if (!kinds.has(key)) kinds.set(key, kinds.size)
      return kinds.get(key)!
    })
  }

  wanted(shift: number): number {
    const { min, target } = this.state.problem.shifts[shift]!.heads
    return target ?? min
  }

  missing(shift: number, goal: Goal): number {
    const goalHeads = goal === 'min' ? this.state.problem.shifts[shift]!.heads.min : this.wanted(shift)
    return Math.max(0, goalHeads - this.state.heads[shift + 1]!)
  }

  judge(person: number, shift: number): boolean {
    const isPossible = this.propose(person, shift)
    if (isPossible) this.state.reject()
    return isPossible
  }

  give(person: number, shift: number): boolean {
    if (!this.propose(person, shift)) return false
    if (!isGain(this.delta)) {
      this.state.reject()
      return false
    }
    this.state.accept()
    this.check?.(this.state, 'assign')
    this.given[person]!.push(...this.run)
    return true
  }

  givenTo(person: number): readonly number[] {
    return this.given[person]!
  }

  judgeInstead(person: number, dropped: number, shift: number): boolean {
    const isPossible = this.proposeInstead(person, dropped, shift)
    if (isPossible) this.state.reject()
    return isPossible
  }

  giveInstead(person: number, dropped: number, shift: number, taker: number): boolean {
    if (!this.proposeInstead(person, dropped, shift, taker)) return false
    if (!isGain(this.delta)) {
      this.state.reject()
      return false
    }
    this.state.accept()
    this.check?.(this.state, 'assign-instead')
    const own = this.given[person]!
    own[own.indexOf(dropped)] = shift
    this.given[taker]!.push(dropped)
    return true
  }

  /** Leaves the exchange evaluated when it is possible, and nothing when it is not. */
  private proposeInstead(person: number, dropped: number, shift: number, taker = -1): boolean {
    const { state } = this
    const { grid } = state
    if (state.isBarred(person, shift + 1) || (taker >= 0 && state.isBarred(taker, dropped + 1))) return false
    const day = grid.dayOf[dropped + 1]!
    state.touch(person, day, day + 1)
    grid.take(grid.after, person, dropped + 1)
    const isWritten = this.write(person, shift) && (taker < 0 || this.write(taker, dropped))
    return this.isPossible(isWritten)
  }

  /** Leaves the proposal evaluated when it is possible, and nothing when it is not. */
  private propose(person: number, shift: number): boolean {
    const { state } = this
    if (state.isBarred(person, shift + 1)) return false
    const run = [shift]
    this.run = run
    for (;;) {
      if (this.isPossible(run.every((day) => this.write(person, day)))) return true
      if (!this.couldRun || run.length === runDaysMax) return false
      const next = this.nextOf(person, run.at(-1)!)
      if (next < 0) return false
      run.push(next)
    }
  }

  private write(person: number, shift: number): boolean {
    const { grid } = this.state
    const day = grid.dayOf[shift + 1]!
    this.state.touch(person, day, day + 1)
    return grid.place(grid.after, person, shift + 1)
  }

  /** Evaluates what was written; takes everything back when it does not fit or would break a hard rule anew. */
  private isPossible(isWritten: boolean): boolean {
    const { state, delta } = this
    this.evaluations++
    this.couldRun = false
    if (!isWritten) {
      state.reject()
      return false
    }
    if (!state.evaluate()) return false
    delta.hard = state.delta[0]!
    delta.medium = state.delta[1]!
    delta.soft = state.delta[2]!
    if (!this.breaksAnew()) return true
    state.reject()
    return false
  }

  /** Rule by rule: a gain in one (minutes still owed, say) does not pay for a breach of another. */
  private breaksAnew(): boolean {
    const { lines, rosterWide, delta } = this.state
    let rest = delta[0]!
    for (const watched of lines) {
      if (watched.level !== 0) continue
      if (watched.delta > 0) {
        // Trackers of worked days come last, so nothing else is broken.
        this.couldRun = watched.tracker.patternOnly
        return true
      }
      rest -= watched.delta
    }
    for (const watched of rosterWide) {
      if (watched.level !== 0) continue
      if (watched.delta > 0) return true
      rest -= watched.delta
    }
    return rest > 0
  }

  /** What the person could do on the day after a shift: the same work, else one that lacks heads; -1 when there is none. */
  private nextOf(person: number, shift: number): number {
    const { state } = this
    const { frame } = state
    let sameWork = -1
    let shortOther = -1
    for (const candidate of this.days[frame.day[shift]! + 1] ?? []) {
      if (state.isBarred(person, candidate + 1)) continue
      const isShort = this.missing(candidate, 'target') > 0
      const isSame = this.kind[candidate] === this.kind[shift]
      if (isSame && isShort) return candidate
      if (isSame) sameWork = candidate
      else if (isShort && shortOther < 0) shortOther = candidate
    }
    return shortOther >= 0 ? shortOther : sameWork
  }

  missingHeads(): number {
    let heads = 0
    for (let shift = 0; shift < this.state.frame.shiftCount; shift++) heads += this.missing(shift, 'min')
    return heads
  }

  score(): Score {
    return this.state.currentScore()
  }

  roster(): Roster {
    return this.state.rosterIn(this.state.grid.before)
  }
}
