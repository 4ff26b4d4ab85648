// The guide: one number that annealing follows. Soft penalties count as they are; medium and hard ones by weights taken
// from the size of soft differences, raised for rules that stay broken. Results are still compared level by level.
import type { Board } from './board.ts'
import { moves } from './moves/moves.ts'
import type { Random } from './random.ts'

export interface Scale {
  /** A typical large difference of soft penalty; temperatures are measured in it. */
  soft: number
  medium: number
  hard: number
}

const samples = 3000
/** Where the sampled differences are cut: most moves below, the largest left out. */
const quantile = 0.8
const hardBySoft = 2.5
const mediumBySoft = 3

/** Samples moves on the current roster and takes the scale from what they would change; answers it and the moves evaluated. */
export function measureScale(board: Board, random: Random): Scale {
  const { state } = board
  const soft: number[] = []
  const medium: number[] = []
  for (let i = 0; i < samples; i++) {
    const move = moves[random.below(moves.length)]!
    if (!move.propose(board, random)) {
      state.reject()
      continue
    }
    if (!state.evaluate()) continue
    if (state.delta[2] !== 0) soft.push(Math.abs(state.delta[2]!))
    if (state.delta[1] !== 0) medium.push(Math.abs(state.delta[1]!))
    state.reject()
  }
  const at = (list: number[], part: number, otherwise: number) =>
    list.length === 0 ? otherwise : list.sort((a, b) => a - b)[Math.floor((list.length - 1) * part)]!
  const typical = at(soft, quantile, 40)
  const weightMedium = (mediumBySoft * typical) / at(medium, 0.2, 1)
  const hasMedium = medium.length > 0
  return { soft: typical, medium: weightMedium, hard: hasMedium ? 2 * mediumBySoft * typical : hardBySoft * typical }
}

/** Sets the weights a scale asks for; `factors` (by tracker) start at 1. */
export function setGuide(board: Board, scale: Scale, factors: Float64Array): void {
  const { state } = board
  state.levelGuide[0] = scale.hard
  state.levelGuide[1] = scale.medium
  const watched = [...state.lines, ...state.rosterWide]
  watched.forEach((entry, index) => {
    const base = entry.level === 0 ? scale.hard / entry.unit : entry.level === 1 ? scale.medium / entry.unit : 1
    entry.guide = entry.level === 2 ? 1 : base * factors[index]!
  })
}

/** The guide's value of the roster as it stands, without what was raised. */
export function guideValue(board: Board, scale: Scale): number {
  const { state } = board
  let value = state.score[2]! + state.score[1]! * scale.medium
  for (const watched of [...state.lines, ...state.rosterWide]) {
    if (watched.level === 0) value += (watched.penalty * scale.hard) / watched.unit
    if (watched.level === 1) value += watched.penalty * (scale.medium / watched.unit - scale.medium)
  }
  return value
}

const raise = 1.12
const ease = 0.95
const factorMax = 60

/**
 * While a hard rule is broken all hard rules get dearer, else cheaper again down to their own weight. All together, because
 * a line that is too tight hands its one breach from rule to rule.
 */
export function adaptFactors(board: Board, factors: Float64Array): void {
  const { state } = board
  const isBroken = state.score[0]! > 0
  const watched = [...state.lines, ...state.rosterWide]
  watched.forEach((entry, index) => {
    if (entry.level !== 0) return
    factors[index] = isBroken ? Math.min(factorMax, factors[index]! * raise) : Math.max(1, factors[index]! * ease)
  })
}
