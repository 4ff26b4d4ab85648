// The people for one shift, ranked at the pace of a click: differences come from the search's trackers, and the breaches
// behind them from the specs when somebody reads them.
import { candidateOf, rankBy } from '../judge/rank-employees.ts'
import { viewOf } from '../judge/view.ts'
import type { UnfilledCandidate } from '../model/outcome.ts'
import type { Assignment, Problem, Roster, ShiftId } from '../model/problem.ts'
import { State } from '../search/state.ts'

type View = ReturnType<typeof viewOf>

/** A problem that was asked about; from the second question on with a state that holds a roster. */
interface Asked {
  state: State | null
  view: View | null
}

const asked = new WeakMap<Problem, Asked>()

/**
 * Everyone who does not work the shift yet, best first: what taking it would break and cost. Among those whom hard rules
 * stop, the people who could do the work if the roster were another come first. The first question about a problem is
 * answered by the specs; later ones prepare trackers once and then take milliseconds. `added` and `removed` are worked out when read.
 */
export function rankEmployees(problem: Problem, roster: Roster, shift: ShiftId): UnfilledCandidate[] {
  const view = viewOf(problem, roster)
  const state = stateFor(problem, roster, view)
  const bySpecs = (person: number, index: number) => candidateOf(view, person, index)
  if (state === null) return rankBy(view, shift, bySpecs)
  const byTrackers = (person: number, index: number) => judgeBy(state, view, person, index) ?? bySpecs(person, index)
  return rankBy(view, shift, byTrackers, (person, index) => state.isBarred(person, index + 1))
}

/** Null where the day of the person has no room left in the state. */
function judgeBy(state: State, view: View, person: number, shift: number): UnfilledCandidate | null {
  const { grid, delta } = state
  const day = grid.dayOf[shift + 1]!
  if (!grid.place(grid.after, person, shift + 1)) return null
  state.touch(person, day, day + 1)
  if (!state.evaluate()) return null
  const [hard, medium, soft] = delta
  state.reject()
  let known: UnfilledCandidate | null = null
  const bySpecs = () => (known ??= candidateOf(view, person, shift))
  return {
    employee: view.frame.problem.employees[person]!.id,
    get added() {
      return bySpecs().added
    },
    get removed() {
      return bySpecs().removed
    },
    delta: { hard: hard!, medium: medium!, soft: soft! },
  }
}

/** A state that holds exactly the roster; null at the first question, and where pins would make it another roster. */
function stateFor(problem: Problem, roster: Roster, view: View): State | null {
  const known = asked.get(problem)
  if (!known) {
    asked.set(problem, { state: null, view: null })
    return null
  }
  if (known.view === view) return known.state
  known.view = view
  if (known.state) {
    known.state.load(roster.assignments)
    if (holds(known.state, view)) return known.state
  }
  const state = new State(problem, [roster, crowded(problem, view)])
  state.load(roster.assignments)
  known.state = holds(state, view) ? state : null
  return known.state
}

const holds = (state: State, view: View) => view.heads.every((heads, shift) => state.heads[shift + 1] === heads)

/** Somebody with one shift more on a day than anyone has in the roster: a state deep enough for it can ask about one more. */
function crowded(problem: Problem, { frame, lines }: View): Roster {
  const byDay = new Map<number, number[]>()
  for (let shift = 0; shift < frame.shiftCount; shift++)
    byDay.set(frame.day[shift]!, [...(byDay.get(frame.day[shift]!) ?? []), shift])
  let most = 0
  for (const line of lines) {
    const perDay = new Map<number, number>()
    for (const item of line) perDay.set(frame.day[item]!, (perDay.get(frame.day[item]!) ?? 0) + 1)
    most = Math.max(most, ...perDay.values())
  }
  const fullest = [...byDay.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
  const employee = problem.employees[0]?.id
  const assignments: Assignment[] = fullest
    .slice(0, employee === undefined ? 0 : most + 1)
    .map((shift) => ({ employee: employee!, shift: problem.shifts[shift]!.id }))
  return { assignments }
}
