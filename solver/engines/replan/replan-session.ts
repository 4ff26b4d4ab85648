// Planning again after something happened. Stage by stage the part that may move grows: first only the gaps are filled,
// by whoever is free or by one exchange; then the search may move people on the days around them, at last everywhere. It
// ends with the first stage that closes the gaps, so nothing moves that need not.
import { scoreRoster } from '../../judge/score-roster.ts'
import { frameOf } from '../../model/frame.ts'
import type { Checkpoint, Engine, Progress, Score, SolveOptions, SolveSession } from '../../model/outcome.ts'
import type { Problem, Roster } from '../../model/problem.ts'
import { compareScores } from '../../score/compare-scores.ts'
import { SearchSession } from '../../search/search.ts'
import { checkOf } from '../checked-mode.ts'
import { openAssignment } from '../open-assignment.ts'
import { headsOf, narrowProblem } from './neighbourhood.ts'
import { undoNeedless } from './undo-needless.ts'

export interface ReplanTask {
  /** After the changes, with disruption against what was published. */
  problem: Problem
  /** The same with the heads of gaps that are to be found again as minimum. */
  aim: Problem
  /** The published roster without what became impossible. */
  kept: Roster
  /** Shifts to find people for, and how many heads they are to have. */
  gaps: ReadonlyMap<string, number>
  /** The instant before which nothing moves. */
  at: string
}

interface Saved {
  stage: number
  spent: number
  best: Roster
  isOver: boolean
  inner: Checkpoint
}

/** Days around a gap, and the part of the remaining budget. The first stage only fills and exchanges. */
const stages = [
  { days: 1, share: 1 },
  { days: 1, share: 0.15 },
  { days: 3, share: 0.25 },
  { days: 8, share: 0.4 },
  { days: null, share: 1 },
]
/** Evaluations between two looks whether the gaps are closed: fixed, so that a result does not depend on how it was sliced. */
const lookEvery = 2000

export class ReplanSession implements SolveSession {
  private readonly task: ReplanTask
  private readonly options: SolveOptions
  /** Hard breaches that were there before anything was moved; more than these are never accepted. */
  private readonly hardBefore: number
  private evaluationsMax: number
  private stage: number
  /** Evaluations of the stages that have ended. */
  private spent: number
  private roster: Roster
  private isOver: boolean
  private inner: SolveSession

  constructor(task: ReplanTask, options: SolveOptions) {
    const saved = options.checkpoint?.state as Saved | undefined
    this.task = task
    this.options = options
    this.hardBefore = scoreRoster(task.aim, task.kept).score.hard
    this.evaluationsMax = options.evaluationsMax
    this.stage = saved?.stage ?? 0
    this.spent = saved?.spent ?? 0
    this.roster = saved?.best ?? task.kept
    this.isOver = saved?.isOver ?? task.gaps.size === 0
    this.inner = this.openStage(saved?.inner)
  }

  get engine(): Engine {
    return this.inner.engine
  }

  private openStage(checkpoint?: Checkpoint): SolveSession {
    const { aim, gaps, at } = this.task
    const { stage, roster } = this
    const problem = narrowProblem(aim, roster, { gaps, days: stages[stage]!.days, at })
    const seed = this.options.seed + stage
    const options = { seed, evaluationsMax: this.stageBudget(), start: roster, ...(checkpoint && { checkpoint }) }
    const check = checkOf(problem, { ...this.options, seed })
    if (stage > 0) return new SearchSession(problem, options, check)
    return openAssignment(problem, options, check, movableShifts(problem, roster))
  }

  private stageBudget(): number {
    return Math.max(1, Math.round((this.evaluationsMax - this.spent) * stages[this.stage]!.share))
  }

  private get evaluations(): number {
    return this.spent + this.inner.checkpoint().evaluations
  }

  step(evaluations: number): Progress {
    const until = Math.min(this.evaluations + evaluations, this.evaluationsMax)
    do this.look()
    while (!this.isDone() && this.evaluations < until)
    const score = this.bestScore()
    const missingHeads = missingIn(this.task.problem, this.roster)
    return { evaluations: this.evaluations, score, missingHeads, hardBreaches: score.hard }
  }

  /** Works up to the next look; ends the stage when its gaps are closed or its budget is used. */
  private look(): void {
    if (this.isDone()) return
    if (!this.inner.isDone()) this.inner.step(lookEvery)
    const isClosed = this.closesGaps(this.inner.best())
    if (!isClosed && !this.inner.isDone()) return
    this.keep(this.inner.best())
    const spent = this.evaluations
    this.isOver = this.closesGaps(this.roster) || this.stage + 1 === stages.length || spent >= this.evaluationsMax
    if (this.isOver) return
    this.spent = spent
    this.stage++
    this.inner = this.openStage()
  }

  private keep(found: Roster): void {
    const { aim, kept } = this.task
    const needed = undoNeedless(aim, kept, found)
    if (compareScores(scoreRoster(aim, needed).score, scoreRoster(aim, this.roster).score) < 0) this.roster = needed
  }

  private closesGaps(roster: Roster): boolean {
    const heads = headsOf(roster)
    for (const [shift, wanted] of this.task.gaps) if ((heads.get(shift) ?? 0) < wanted) return false
    return scoreRoster(this.task.aim, roster).score.hard <= this.hardBefore
  }

  isDone(): boolean {
    return this.isOver
  }

  setBudget(evaluationsMax: number): void {
    this.evaluationsMax = evaluationsMax
    this.inner.setBudget(this.stageBudget())
  }

  best(): Roster {
    return this.roster
  }

  bestScore(): Score {
    return scoreRoster(this.task.problem, this.roster).score
  }

  checkpoint(): Checkpoint {
    const { stage, spent, isOver, evaluations } = this
    const inner = this.inner.checkpoint()
    const state: Saved = { stage, spent, best: this.roster, isOver, inner }
    return { format: 'muster-checkpoint/1', engine: inner.engine, seed: this.options.seed, evaluations, state }
  }
}

/** By person: shifts that exchanges may move, which are all that no pin holds. */
function movableShifts(problem: Problem, roster: Roster): number[][] {
  const { employeeIndex, shiftIndex, pins } = frameOf(problem)
  const movable: number[][] = problem.employees.map(() => [])
  for (const { employee, shift } of roster.assignments) {
    const person = employeeIndex.get(employee)!
    const index = shiftIndex.get(shift)!
    if (!pins[person]!.includes(index)) movable[person]!.push(index)
  }
  return movable
}

function missingIn(problem: Problem, roster: Roster): number {
  const heads = headsOf(roster)
  return problem.shifts.reduce((sum, shift) => sum + Math.max(0, shift.heads.min - (heads.get(shift.id) ?? 0)), 0)
}
