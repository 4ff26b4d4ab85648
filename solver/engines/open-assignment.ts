import { AssignmentSession, type SavedAssignment } from '../assignment/assignment-session.ts'
import type { SolveOptions } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import { State } from '../search/state.ts'
import { StateAssignmentBoard } from './assignment-board.ts'

/** The instant engine on a problem; `check` as in checked mode. `movable` are each person's shifts that exchanges may move besides those it gives. */
export function openAssignment(
  problem: Problem,
  options: SolveOptions,
  check: ((state: State, move: string) => void) | null,
  movable: readonly (readonly number[])[] = [],
): AssignmentSession {
  const saved = options.checkpoint?.state as SavedAssignment | undefined
  const start = saved?.roster ?? options.start ?? { assignments: [] }
  const state = new State(problem, [start])
  state.load(start.assignments)
  const board = new StateAssignmentBoard(state, check, saved?.given ?? movable)
  const { seed, evaluationsMax } = options
  const position = saved ? { position: saved.position } : {}
  return new AssignmentSession(board, { seed, evaluationsMax, ...position })
}
