// The engine behind the door of sessions: steps bounded by work, the best roster, checkpoints between groups.

import { missingHeads } from '../judge/key-figures.ts'
import { scoreRoster } from '../judge/score-roster.ts'
import type { Checkpoint, Progress, Score, SolveOptions, SolveSession } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { type CompiledLines, linesOf, rosterOf } from './compile-lines.ts'
import type { Line } from './line-model.ts'
import { LineSearch, type LineSearchState } from './line-search.ts'

/** Elementary operations that count as one evaluation: about as long as a move of the local search takes. */
const workPerEvaluation = 300

interface SavedSearch extends Omit<LineSearchState, 'lines' | 'pool' | 'centre' | 'cost'> {
  cost: number | null
  lines: SavedLine[]
  pool: SavedLine[][]
  centre: number[] | null
  work: number
}
type SavedLine = { cost: number; cells: number[] }

interface Scored extends Omit<Progress, 'evaluations'> {
  lines: readonly Line[]
  roster: Roster
}

/** Progress tells figures again after so many evaluations for each assignment: they take about a tenth of that. */
const evaluationsPerAssignment = 100

/** Column generation as a session. `compiled` is what `compileLines` made of the problem. */
export class MilpSession implements SolveSession {
  readonly engine = 'milp'
  private readonly problem: Problem
  private readonly options: SolveOptions
  private readonly compiled: CompiledLines
  private readonly search: LineSearch
  private readonly fallback: Roster
  private running: Generator<void, void> | undefined
  private saved: LineSearchState
  private savedWork: number
  private evaluationsMax: number
  private scored: Scored | undefined
  private scoredAt = 0
  private assignments = 0

  constructor(problem: Problem, options: SolveOptions, compiled: CompiledLines) {
    this.problem = problem
    this.options = options
    this.compiled = compiled
    this.fallback = options.start ?? { assignments: problem.assignments ?? problem.pins ?? [] }
    this.evaluationsMax = options.evaluationsMax
    const resumed = options.checkpoint?.state as SavedSearch | undefined
    this.savedWork = resumed?.work ?? 0
    const lines = linesOf(problem, compiled, this.fallback)
    const given = resumed ? { state: unpack(resumed) } : lines ? { lines } : {}
    this.search = new LineSearch(compiled.model, options.seed, given)
    this.search.spend.work = this.savedWork
    this.saved = this.search.snapshot()
    this.setBudget(options.evaluationsMax)
  }

  private evaluations(): number {
    return Math.floor(this.search.spend.work / workPerEvaluation)
  }

  step(evaluations: number): Progress {
    const until = Math.min(this.evaluations() + evaluations, this.evaluationsMax)
    while (this.evaluations() < until && this.search.state.phase !== 'done') {
      this.running ??= this.search.step()
      if (!this.running.next().done) continue
      this.running = undefined
      this.saved = this.search.snapshot()
      this.savedWork = this.search.spend.work
    }
    const spent = this.evaluations()
    const isDue = this.isDone() || spent - this.scoredAt >= evaluationsPerAssignment * this.assignments
    const { score, missingHeads, hardBreaches } = (isDue ? undefined : this.scored) ?? this.current()
    return { evaluations: spent, score, missingHeads, hardBreaches }
  }

  isDone(): boolean {
    return this.search.state.phase === 'done' || this.evaluations() >= this.evaluationsMax
  }

  setBudget(evaluationsMax: number): void {
    this.evaluationsMax = evaluationsMax
    this.search.workMax = evaluationsMax * workPerEvaluation
  }

  best(): Roster {
    return this.current().roster
  }

  bestScore(): Score {
    return this.current().score
  }

  /** A cost (medium and soft in one number) that no roster undercuts, or null while nothing is proven. */
  bound(): number | null {
    return this.search.state.bound
  }

  /** The state between two groups: a group under way is solved again after resuming. */
  checkpoint(): Checkpoint {
    const { saved } = this
    const plain = (line: { cost: number; cells: Int32Array }): SavedLine => ({
      cost: line.cost,
      cells: [...line.cells],
    })
    const state: SavedSearch = {
      ...saved,
      cost: Number.isFinite(saved.cost) ? saved.cost : null,
      lines: saved.lines.map(plain),
      pool: saved.pool.map((lines) => lines.map(plain)),
      centre: saved.centre ? [...saved.centre] : null,
      work: this.savedWork,
    }
    const evaluations = Math.floor(this.savedWork / workPerEvaluation)
    return { format: 'muster-checkpoint/1', engine: 'milp', seed: this.options.seed, evaluations, state }
  }

  /** The roster of the lines in hand and its figures, worked out once for as long as the lines stay. */
  private current(): Scored {
    const { lines } = this.search.state
    if (this.scored?.lines === lines) return this.scored
    const roster = lines.length > 0 ? rosterOf(this.problem, this.compiled, lines) : this.fallback
    const { score, breaches } = scoreRoster(this.problem, roster)
    const hardBreaches = breaches.filter((breach) => breach.level === 'hard').length
    this.scoredAt = this.evaluations()
    this.assignments = roster.assignments.length
    this.scored = { lines, roster, score, missingHeads: missingHeads(this.problem, roster), hardBreaches }
    return this.scored
  }
}

function unpack({ work: _, ...saved }: SavedSearch): LineSearchState {
  const line = ({ cost, cells }: SavedLine) => ({ cost, cells: Int32Array.from(cells) })
  return {
    ...saved,
    cost: saved.cost ?? Number.POSITIVE_INFINITY,
    lines: saved.lines.map(line),
    pool: saved.pool.map((lines) => lines.map(line)),
    centre: saved.centre ? Float64Array.from(saved.centre) : null,
  }
}
