// The search's state as the assignment sees it: what a person would cost on a shift comes from the rules' trackers.
import type { AssignmentBoard, Goal } from '../assignment/assignment-board.ts'
import { AssignmentSession, type SavedAssignment } from '../assignment/assignment-session.ts'
import type { Score, SolveOptions } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { State } from './state.ts'

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
  /** Whether a rule looks at runs of days, so that a single day can be wrong where several are right. */
  private readonly hasRuns: boolean

  /** `check` is called after every applied move (checked mode) and may throw. */
  constructor(state: State, check: ((state: State, move: string) => void) | null) {
    const { frame } = state
    this.state = state
    this.check = check
    this.people = frame.employeeCount
    const days: number[][] = Array.from({ length: frame.days }, () => [])
    for (let shift = 0; shift < frame.shiftCount; shift++) days[frame.day[shift]!]!.push(shift)
    for (const shifts of days) shifts.sort((a, b) => frame.start[a]! - frame.start[b]! || a - b)
    this.days = days
    this.hasRuns = state.lines.some(({ tracker, level }) => level === 0 && tracker.patternOnly)
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
    const { hard, medium, soft } = this.delta
    if (hard > 0 || (hard === 0 && (medium > 0 || (medium === 0 && soft >= 0)))) {
      this.state.reject()
      return false
    }
    this.state.accept()
    this.check?.(this.state, 'assign')
    return true
  }

  /** Leaves the proposal evaluated when it is possible, and nothing when it is not. */
  private propose(person: number, shift: number): boolean {
    const { state } = this
    if (state.isBarred(person, shift + 1)) return false
    if (this.tryRun(person, [shift])) return true
    if (!this.hasRuns) return false
    const run = [shift]
    while (run.length < runDaysMax) {
      const next = this.nextOf(person, run.at(-1)!)
      if (next < 0) return false
      run.push(next)
      if (this.tryRun(person, run)) return true
    }
    return false
  }

  /** Writes and evaluates; takes everything back when a hard rule would be broken anew. */
  private tryRun(person: number, run: readonly number[]): boolean {
    const { state, delta } = this
    const { grid } = state
    this.evaluations++
    for (const shift of run) {
      const day = grid.dayOf[shift + 1]!
      state.touch(person, day, day + 1)
      if (grid.place(grid.after, person, shift + 1)) continue
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
      if (watched.delta > 0) return true
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

/** The instant engine on a problem; `check` as in checked mode. */
export function openAssignment(
  problem: Problem,
  options: SolveOptions,
  check: ((state: State, move: string) => void) | null,
): AssignmentSession {
  const saved = options.checkpoint?.state as SavedAssignment | undefined
  const start = saved?.roster ?? options.start ?? { assignments: [] }
  const state = new State(problem, [start])
  state.load(start.assignments)
  const { seed, evaluationsMax } = options
  const position = saved ? { position: saved.position } : {}
  return new AssignmentSession(new StateAssignmentBoard(state, check), { seed, evaluationsMax, ...position })
}
