// Ruin and recreate: a small part of the roster is taken away and its heads are given anew; kept or put back as a whole.
// Source: G. Schrimpf et al., "Record breaking optimization results using the ruin and recreate principle" (2000).
import type { Board } from '../board.ts'
import type { Random } from '../random.ts'
import { placeHeads } from './place-heads.ts'
import { ruins, type Taken } from './ruins.ts'
import { Trial } from './trial.ts'

const overlookOneIn = 30

export interface RebuildOptions {
  /** What is worse is kept as annealing keeps it. */
  temperature: number
  /** Makes the evaluated move the roster. */
  accept: (move: string) => void
}

/** Takes a part away and gives it back. Answers the evaluations spent, one at least. */
export function rebuild(board: Board, random: Random, { temperature, accept }: RebuildOptions): number {
  const trial = new Trial(board.state, accept)
  const taken = ruins[random.below(ruins.length)]!(board, random)
  const codes = takeAway(board, taken, trial)
  const evaluated = placeHeads(board, codes, trial, random, { overlookOneIn })
  if (trial.guide > 0 && trial.guide > -temperature * Math.log(random.fraction())) trial.undo('put-back')
  return 1 + taken.length + evaluated
}

/** Answers the codes that went; pinned ones stay. */
function takeAway(board: Board, taken: readonly Taken[], trial: Trial): number[] {
  const { state } = board
  return taken.flatMap(({ employee, code }) => {
    const day = state.grid.dayOf[code]!
    state.grid.take(state.grid.after, employee, code)
    state.touch(employee, day, day + 1)
    if (!state.evaluate()) return []
    trial.apply('take-away')
    return [code]
  })
}
