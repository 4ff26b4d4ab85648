// One search in steps: construction, then annealing in cycles whose temperature follows the evaluations used. Nothing
// here reads a clock; stopping, resuming and cancelling between two steps change nothing about the result.
import type { Checkpoint, Progress, Score, SolveOptions, SolveSession } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { BestKeeper } from './best-keeper.ts'
import { Board } from './board.ts'
import { constructionScale, constructSome, scarceFirst } from './construct.ts'
import { cycleEnds } from './cycles.ts'
import { adaptFactors, guideValue, measureScale, type Scale, setGuide } from './guide.ts'
import { HeatProfile } from './heat-profile.ts'
import { brokenLines, mendLine } from './mend-line.ts'
import { moves } from './moves/moves.ts'
import { Random } from './random.ts'
import { rebuild } from './rebuild/rebuild.ts'
import { Trial } from './rebuild/trial.ts'
import { listOf, rosterOf, type SavedSearch } from './saved-search.ts'
import { State } from './state.ts'

/** Temperatures of the first cycle in units of the scale, and how far the long one cools. */
const hottest = 1
const coldest = 1 / 1000
const longCooling = 1 / 200
/** Evaluations between two settings of the temperature, and temperature settings between two looks at broken rules. */
const coolEvery = 256
const adaptSteps = 200
/** Part of a cycle after which lines are mended, the part of evaluations it may take, and its temperatures in units of the scale. */
const mendFrom = 0.4
/** Sound lines gain from it only when they are long; on short ones it cools what should still move (measured). */
const soundLinesDays = 56
const mendPart = 0.05
const mendPartBroken = 0.4
const mendHottest = 1
const mendColdest = 0.1
/** Part of a cycle after which parts of the roster are rebuilt, and the part of evaluations it takes (measured: bench/README.md). */
const rebuildFrom = 0.3
const rebuildPart = 0.1

export class SearchSession implements SolveSession {
  readonly engine = 'search'
  private readonly options: SolveOptions
  private readonly state: State
  private readonly board: Board
  private readonly random: Random
  private readonly keeper: BestKeeper
  private readonly order: Int32Array
  private readonly check: ((state: State, move: string) => void) | null
  private evaluations = 0
  private evaluationsMax: number
  private nextHead = 0
  private scale: Scale | null = null
  private readonly factors: Float64Array
  private annealFrom = 0
  private cycle = 0
  private temperature = 0
  private profile = new HeatProfile(null)
  private startTemperature = 0
  private mendCredit = 0
  private rebuildCredit = 0

  /** `check` is called after every applied move (checked mode) and may throw. */
  constructor(problem: Problem, options: SolveOptions, check: ((state: State, move: string) => void) | null) {
    const saved = options.checkpoint?.state as SavedSearch | undefined
    this.options = options
    this.evaluationsMax = options.evaluationsMax
    const start = options.start ?? { assignments: [] }
    this.state = new State(problem, [start], saved?.slots)
    this.board = new Board(this.state)
    this.random = new Random(options.seed)
    this.check = check
    this.factors = new Float64Array(this.state.lines.length + this.state.rosterWide.length).fill(1)
    this.state.load(start.assignments)
    this.keeper = new BestKeeper(this.state)
    this.order = scarceFirst(this.board)
    setGuide(this.board, constructionScale, this.factors)
    if (saved) this.resume(problem, saved)
  }

  private resume(problem: Problem, saved: SavedSearch): void {
    this.state.load(rosterOf(problem, saved.best).assignments)
    this.keeper.reset()
    this.keeper.beforeLoad()
    this.state.load(rosterOf(problem, saved.current).assignments)
    this.random.load(saved.random)
    this.evaluations = saved.evaluations
    this.evaluationsMax = saved.evaluationsMax
    this.nextHead = saved.nextHead
    this.scale = saved.scale
    this.factors.set(saved.factors)
    this.annealFrom = saved.annealFrom
    this.cycle = saved.cycle
    this.temperature = saved.temperature
    this.profile = new HeatProfile(saved.profile)
    this.startTemperature = saved.startTemperature
    this.mendCredit = saved.mendCredit
    this.rebuildCredit = saved.rebuildCredit ?? 0
    if (this.scale) setGuide(this.board, this.scale, this.factors)
  }

  setBudget(evaluationsMax: number): void {
    this.evaluationsMax = evaluationsMax
  }

  isDone(): boolean {
    const { hard, medium, soft } = this.keeper.score
    return this.evaluations >= this.evaluationsMax || (hard === 0 && medium === 0 && soft === 0)
  }

  step(evaluations: number): Progress {
    const until = Math.min(this.evaluations + evaluations, this.evaluationsMax)
    while (this.evaluations < until && !this.isDone()) {
      if (this.nextHead < this.order.length) this.construct()
      else if (this.scale === null) this.beginAnnealing()
      else this.anneal()
    }
    return this.progress()
  }

  private construct(): void {
    const trial = new Trial(this.state, (move) => this.accept(move))
    const { next, evaluated } = constructSome(this.board, this.order, this.nextHead, trial, this.random)
    this.nextHead = next
    this.evaluations += 1 + evaluated
  }

  private beginAnnealing(): void {
    this.scale = measureScale(this.board, this.random)
    setGuide(this.board, this.scale, this.factors)
    this.annealFrom = this.evaluations
  }

  /** Sets the temperature for where the cycle stands, then tries `coolEvery` moves. */
  private anneal(): void {
    const span = Math.max(1, this.evaluationsMax - this.annealFrom)
    const used = (this.evaluations - this.annealFrom) / span
    const ends = cycleEnds(span, this.board.employees * this.board.days)
    while (this.cycle < ends.length - 1 && used >= ends[this.cycle]!) {
      this.cycle++
      this.factors.fill(1)
    }
    const cycle = Math.min(this.cycle, ends.length - 1)
    const from = cycle === 0 ? 0 : ends[cycle - 1]!
    const part = Math.min(1, Math.max(0, (used - from) / (ends[cycle]! - from)))
    const [hot, cold] = this.temperatures()
    this.temperature = hot * (cold / hot) ** part
    if (this.cycle === 0) this.profile.record(part, guideValue(this.board, this.scale!))
    const stepEvaluations = (span * (ends[cycle]! - from)) / adaptSteps
    const before = Math.floor(((used - from) * span) / stepEvaluations)
    this.tryMoves()
    if (part > rebuildFrom) this.rebuildParts()
    const after = Math.floor((((this.evaluations - this.annealFrom) / span - from) * span) / stepEvaluations)
    if (after <= before || part <= mendFrom) return
    const isBroken = this.state.score[0]! > 0
    if (isBroken) this.mendCredit += stepEvaluations * mendPartBroken
    else if (this.board.days > soundLinesDays) this.mendCredit += stepEvaluations * mendPart
    this.mend(isBroken ? brokenLines(this.board) : this.everyone())
    adaptFactors(this.board, this.factors)
    setGuide(this.board, this.scale!, this.factors)
  }

  /** Takes small parts of the roster away and gives them back, as many as there is credit for. */
  private rebuildParts(): void {
    const heat = { temperature: this.temperature, accept: (move: string) => this.accept(move) }
    this.rebuildCredit += (coolEvery * rebuildPart) / (1 - rebuildPart)
    while (this.rebuildCredit > 0) {
      const spent = rebuild(this.board, this.random, heat)
      this.evaluations += spent
      this.rebuildCredit -= spent
    }
  }

  private temperatures(): [number, number] {
    const hot = this.scale!.soft * hottest
    const cold = this.scale!.soft * coldest
    if (this.cycle === 0) return [hot, cold]
    if (this.startTemperature === 0) this.startTemperature = this.profile.startTemperature(hot, cold)
    return [this.startTemperature, this.startTemperature * longCooling]
  }

  private everyone(): number[] {
    return Array.from({ length: this.board.employees }, (_, employee) => employee)
  }

  /** Gives lines a treatment of their own, as many as there is credit for. */
  private mend(lines: number[]): void {
    const { soft, hard } = this.scale!
    const heat = { hot: soft * mendHottest, cold: soft * mendColdest, hardGuide: hard }
    const accept = (move: string) => this.accept(move)
    while (this.mendCredit > 0 && lines.length > 0) {
      const employee = lines.splice(this.random.below(lines.length), 1)[0]!
      const spent = mendLine(this.board, employee, this.random, { ...heat, accept })
      this.evaluations += spent
      this.mendCredit -= spent
    }
  }

  private accept(move: string): void {
    this.keeper.beforeAccept()
    this.state.accept()
    this.keeper.afterAccept()
    this.check?.(this.state, move)
  }

  private tryMoves(): void {
    const { board, state, random, temperature } = this
    for (let i = 0; i < coolEvery; i++) {
      const move = moves[random.below(moves.length)]!
      if (!move.propose(board, random)) {
        state.reject()
        continue
      }
      if (!state.evaluate()) continue
      if (state.deltaGuide > 0 && state.deltaGuide > -temperature * Math.log(random.fraction())) {
        state.reject()
        continue
      }
      this.accept(move.name)
    }
    this.evaluations += coolEvery
  }

  private progress(): Progress {
    const { score } = this.keeper
    const best = this.keeper.currentBest()
    const heads = new Int32Array(this.state.frame.itemCount + 1)
    for (const code of best) if (code !== 0) heads[code] = heads[code]! + 1
    let missingHeads = 0
    this.state.problem.shifts.forEach((shift, index) => {
      missingHeads += Math.max(0, shift.heads.min - heads[index + 1]!)
    })
    return { evaluations: this.evaluations, score, missingHeads, hardBreaches: score.hard }
  }

  best(): Roster {
    return this.state.rosterIn(this.keeper.currentBest())
  }

  bestScore(): Score {
    return this.keeper.score
  }

  checkpoint(): Checkpoint {
    const state: SavedSearch = {
      current: listOf(this.state, this.state.grid.before),
      best: listOf(this.state, this.keeper.currentBest()),
      slots: this.state.grid.slots,
      random: this.random.save(),
      evaluations: this.evaluations,
      evaluationsMax: this.evaluationsMax,
      nextHead: this.nextHead,
      scale: this.scale,
      factors: [...this.factors],
      annealFrom: this.annealFrom,
      cycle: this.cycle,
      temperature: this.temperature,
      profile: this.profile.save(),
      startTemperature: this.startTemperature,
      mendCredit: this.mendCredit,
      rebuildCredit: this.rebuildCredit,
    }
    return {
      format: 'muster-checkpoint/1',
      engine: 'search',
      seed: this.options.seed,
      evaluations: this.evaluations,
      state,
    }
  }
}
