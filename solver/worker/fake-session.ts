// A session that needs no problem: its score falls by a seeded draw, and its checkpoint resumes exactly. For tests.
import type { Checkpoint, Progress, SolveSession } from '../model/outcome.ts'

interface State {
  draw: number
  soft: number
}

export interface FakeSession extends SolveSession {
  /** Sizes of the steps taken. */
  steps: number[]
  budget: number
}

/** `onStep` is called for every step: a test moves its clock there. */
export const fakeSession = (options: {
  evaluationsMax: number
  seed?: number
  checkpoint?: Checkpoint
  onStep?: (evaluations: number) => void
}): FakeSession => {
  const resumed = options.checkpoint?.state as State | undefined
  const state: State = resumed === undefined ? { draw: options.seed ?? 1, soft: 1_000_000 } : { ...resumed }
  let evaluations = options.checkpoint?.evaluations ?? 0
  const progress = (): Progress => ({
    evaluations,
    score: { hard: 0, medium: 0, soft: state.soft },
    missingHeads: 0,
    hardBreaches: 0,
  })
  const session: FakeSession = {
    engine: 'search',
    steps: [],
    budget: options.evaluationsMax,
    setBudget: (evaluationsMax) => {
      session.budget = evaluationsMax
    },
    step: (wanted) => {
      const spent = Math.min(wanted, session.budget - evaluations)
      session.steps.push(spent)
      evaluations += spent
      state.draw = (Math.imul(state.draw, 1_664_525) + 1_013_904_223) >>> 0
      state.soft = Math.max(0, state.soft - (state.draw % 1000))
      options.onStep?.(spent)
      return progress()
    },
    isDone: () => evaluations >= session.budget,
    best: () => ({ assignments: [{ employee: `e${state.draw}`, shift: `s${state.soft}` }] }),
    bestScore: () => progress().score,
    checkpoint: () => ({
      format: 'muster-checkpoint/1',
      engine: 'search',
      seed: options.seed ?? 1,
      evaluations,
      state: { ...state },
    }),
  }
  return session
}
