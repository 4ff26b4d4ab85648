// The portfolio: local search finds a good roster fast, column generation improves it. For problems whose rules lines can
// express; for the others local search has the whole budget (see open-session.ts).
import { type CompiledLines, compileLines } from '../milp/compile-lines.ts'
import { MilpSession } from '../milp/milp-session.ts'
import type { Checkpoint, Engine, Progress, Score, SolveOptions, SolveSession } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { compareScores } from '../score/compare-scores.ts'
import { SearchSession } from '../search/search.ts'
import type { State } from '../search/state.ts'

/** Part of the budget that local search has: enough for a start that keeps the hard rules. Chosen, not yet compared with others. */
const searchPart = 0.1

interface Saved {
  /** What local search spent and found, once it has ended. */
  search: { evaluations: number; roster: Roster } | null
  inner: Checkpoint
}

type Check = ((state: State, move: string) => void) | null

/** Two engines one after the other behind one session; never worse than what the first of them found. */
export class PortfolioSession implements SolveSession {
  private readonly problem: Problem
  private readonly options: SolveOptions
  private readonly compiled: CompiledLines
  private evaluationsMax: number
  /** Null while local search is at work. */
  private ended: { evaluations: number; roster: Roster; score: Score } | null = null
  private inner: SolveSession

  /** Throws for a problem that `canSolve` refuses. `check` is called after every applied move of the local search. */
  constructor(problem: Problem, options: SolveOptions, check: Check) {
    const saved = options.checkpoint?.state as Saved | undefined
    this.problem = problem
    this.compiled = compileLines(problem)
    this.options = options
    this.evaluationsMax = options.evaluationsMax
    const { checkpoint: _, ...plain } = options
    const resumed = saved ? { checkpoint: saved.inner } : {}
    if (saved?.search) {
      const { roster } = saved.search
      this.inner = new MilpSession(problem, { ...plain, start: roster, ...resumed }, this.compiled)
      const first = new SearchSession(problem, { ...plain, start: roster }, null)
      this.ended = { ...saved.search, score: first.bestScore() }
    } else {
      this.inner = new SearchSession(problem, { ...plain, ...resumed }, check)
    }
    this.setBudget(this.evaluationsMax)
  }

  get engine(): Engine {
    return this.inner.engine
  }

  step(evaluations: number): Progress {
    if (this.ended === null && this.inner.isDone()) this.handOver()
    const progress = this.inner.step(evaluations)
    if (this.ended === null) return progress
    return { ...progress, evaluations: this.ended.evaluations + progress.evaluations }
  }

  isDone(): boolean {
    if (this.ended !== null) return this.inner.isDone()
    const { hard, medium, soft } = this.inner.bestScore()
    return this.inner.isDone() && hard === 0 && medium === 0 && soft === 0
  }

  setBudget(evaluationsMax: number): void {
    this.evaluationsMax = evaluationsMax
    this.inner.setBudget(
      this.ended === null ? Math.round(evaluationsMax * searchPart) : evaluationsMax - this.ended.evaluations,
    )
  }

  best(): Roster {
    return this.isFirstBetter() ? this.ended!.roster : this.inner.best()
  }

  bestScore(): Score {
    return this.isFirstBetter() ? this.ended!.score : this.inner.bestScore()
  }

  checkpoint(): Checkpoint {
    const inner = this.inner.checkpoint()
    const { ended } = this
    const state: Saved = { search: ended && { evaluations: ended.evaluations, roster: ended.roster }, inner }
    const evaluations = (ended?.evaluations ?? 0) + inner.evaluations
    return { format: 'muster-checkpoint/1', engine: 'auto', seed: this.options.seed, evaluations, state }
  }

  private handOver(): void {
    const { inner } = this
    const { evaluations } = inner.checkpoint()
    const roster = inner.best()
    this.ended = { evaluations, roster, score: inner.bestScore() }
    const { checkpoint: _, ...plain } = this.options
    this.inner = new MilpSession(this.problem, { ...plain, start: roster }, this.compiled)
    this.setBudget(this.evaluationsMax)
  }

  private isFirstBetter(): boolean {
    return this.ended !== null && compareScores(this.ended.score, this.inner.bestScore()) < 0
  }
}
