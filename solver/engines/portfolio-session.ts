// The portfolio: column generation, whose prices over the whole period give a good roster in the first second; local search stands
// in if it finds none. Where rules need a memory there are no such prices: local search finds a roster, column generation improves
// it. For problems whose rules lines can express; for the others local search has the whole budget (see open-session.ts).

import { scoreRoster } from '../judge/score-roster.ts'
import { type CompiledLines, compileLines } from '../milp/compile-lines.ts'
import { startsFromPrices } from '../milp/line-search.ts'
import { MilpSession } from '../milp/milp-session.ts'
import type { Checkpoint, Engine, Progress, Score, SolveOptions, SolveSession } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { compareScores } from '../score/compare-scores.ts'
import { SearchSession } from '../search/search.ts'
import type { State } from '../search/state.ts'

/** Part of the budget that local search has: enough for a start that keeps the hard rules. A twentieth and three tenths ended at the same costs. */
const searchPart = 0.1

interface Saved {
  /** What the first engine spent and found, once it has ended. */
  first: { evaluations: number; roster: Roster } | null
  inner: Checkpoint
}

type Check = ((state: State, move: string) => void) | null

/** Two engines one after the other behind one session; never worse than what the first of them found. */
export class PortfolioSession implements SolveSession {
  private readonly problem: Problem
  private readonly options: SolveOptions
  private readonly compiled: CompiledLines
  private evaluationsMax: number
  private readonly startsFromPrices: boolean
  /** Null while the first engine is at work. */
  private ended: { evaluations: number; roster: Roster; score: Score } | null = null
  private inner: SolveSession

  /** Throws for a problem that `canSolve` refuses. `check` is called after every applied move of the local search. */
  constructor(problem: Problem, options: SolveOptions, check: Check) {
    const saved = options.checkpoint?.state as Saved | undefined
    this.problem = problem
    this.compiled = compileLines(problem)
    this.startsFromPrices = startsFromPrices(this.compiled.model)
    this.options = options
    this.evaluationsMax = options.evaluationsMax
    const { checkpoint: _, ...plain } = options
    const resumed = saved ? { checkpoint: saved.inner } : {}
    if (saved?.first) {
      const { roster } = saved.first
      this.inner = this.open(
        saved.inner.engine === 'search' ? 'search' : 'milp',
        { ...plain, start: roster, ...resumed },
        null,
      )
      this.ended = { ...saved.first, score: scoreRoster(problem, roster).score }
    } else {
      this.inner = this.open(this.startsFromPrices ? 'milp' : 'search', { ...plain, ...resumed }, check)
    }
    this.setBudget(this.evaluationsMax)
  }

  get engine(): Engine {
    return this.inner.engine
  }

  step(evaluations: number): Progress {
    if (this.inner.isDone() && !this.isDone()) this.handOver()
    const progress = this.inner.step(evaluations)
    if (this.ended === null) return progress
    return { ...progress, evaluations: this.ended.evaluations + progress.evaluations }
  }

  isDone(): boolean {
    if (!this.inner.isDone()) return false
    if (this.ended !== null) return !this.isStuck()
    const { hard, medium, soft } = this.inner.bestScore()
    return hard === 0 && (this.startsFromPrices || (medium === 0 && soft === 0))
  }

  /** Column generation gave up: somebody has no line that keeps every hard rule. Local search goes on with the least breaches. */
  private isStuck(): boolean {
    if (this.inner.engine !== 'milp' || this.bestScore().hard === 0) return false
    return this.checkpoint().evaluations < this.evaluationsMax
  }

  setBudget(evaluationsMax: number): void {
    this.evaluationsMax = evaluationsMax
    const firstPart = this.startsFromPrices ? 1 : searchPart
    this.inner.setBudget(
      this.ended === null ? Math.round(evaluationsMax * firstPart) : evaluationsMax - this.ended.evaluations,
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
    const state: Saved = { first: ended && { evaluations: ended.evaluations, roster: ended.roster }, inner }
    const evaluations = (ended?.evaluations ?? 0) + inner.evaluations
    return { format: 'muster-checkpoint/1', engine: 'auto', seed: this.options.seed, evaluations, state }
  }

  private open(engine: 'search' | 'milp', options: SolveOptions, check: Check): SolveSession {
    if (engine === 'search') return new SearchSession(this.problem, options, check)
    return new MilpSession(this.problem, options, this.compiled)
  }

  private handOver(): void {
    const next = this.startsFromPrices || this.ended !== null ? 'search' : 'milp'
    const { evaluations } = this.checkpoint()
    const roster = this.best()
    this.ended = { evaluations, roster, score: this.bestScore() }
    const { checkpoint: _, ...plain } = this.options
    this.inner = this.open(next, { ...plain, start: roster }, null)
    this.setBudget(this.evaluationsMax)
  }

  private isFirstBetter(): boolean {
    return this.ended !== null && compareScores(this.ended.score, this.inner.bestScore()) < 0
  }
}
