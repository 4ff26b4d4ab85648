// The instant engine: day after day, missing heads are given to people by one assignment problem each (the Hungarian
// method), first up to every minimum, then up to what is wanted. It adds and never takes away, so a given roster and
// pins stay, and no hard rule is broken that was not broken before.
import type { Checkpoint, Progress, Score, SolveSession } from '../model/outcome.ts'
import type { Roster } from '../model/problem.ts'
import type { AssignmentBoard, Goal } from './assignment-board.ts'
import { fillBatch } from './fill-batch.ts'

/** Heads of one assignment problem; a fuller day is cut by start, because the method's time grows with their square. */
const batchHeadsMax = 120

/** How far it got: every batch for the minima, then every batch for the targets. */
export interface AssignmentPosition {
  next: number
  evaluations: number
  evaluationsMax: number
}

export interface AssignmentSessionOptions {
  seed: number
  evaluationsMax: number
  /** Where an earlier session stood; the board must hold its roster. */
  position?: AssignmentPosition
}

/** What a checkpoint of this engine keeps. */
export interface SavedAssignment {
  position: AssignmentPosition
  roster: Roster
}

export class AssignmentSession implements SolveSession {
  readonly engine = 'assignment'
  private readonly board: AssignmentBoard
  private readonly seed: number
  private readonly batches: readonly (readonly number[])[]
  private readonly evaluationsBefore: number
  private evaluationsMax: number
  /** From 0 to twice the batches. */
  private next: number

  constructor(board: AssignmentBoard, options: AssignmentSessionOptions) {
    this.board = board
    this.seed = options.seed
    this.batches = batchesOf(board)
    this.next = options.position?.next ?? 0
    this.evaluationsBefore = options.position?.evaluations ?? 0
    this.evaluationsMax = options.position?.evaluationsMax ?? options.evaluationsMax
  }

  private get evaluations(): number {
    return this.evaluationsBefore + this.board.evaluations
  }

  step(evaluations: number): Progress {
    const until = Math.min(this.evaluations + evaluations, this.evaluationsMax)
    while (this.evaluations < until && !this.isDone()) {
      const goal: Goal = this.next < this.batches.length ? 'min' : 'target'
      fillBatch(this.board, this.batches[this.next % this.batches.length]!, goal)
      this.next++
    }
    const score = this.board.score()
    const missingHeads = this.board.missingHeads()
    return { evaluations: this.evaluations, score, missingHeads, hardBreaches: score.hard }
  }

  isDone(): boolean {
    return this.next >= 2 * this.batches.length || this.evaluations >= this.evaluationsMax
  }

  best(): Roster {
    return this.board.roster()
  }

  bestScore(): Score {
    return this.board.score()
  }

  setBudget(evaluationsMax: number): void {
    this.evaluationsMax = evaluationsMax
  }

  checkpoint(): Checkpoint {
    const { next, evaluations, evaluationsMax } = this
    const state: SavedAssignment = { position: { next, evaluations, evaluationsMax }, roster: this.board.roster() }
    return { format: 'muster-checkpoint/1', engine: 'assignment', seed: this.seed, evaluations, state }
  }
}

/** Days without shifts left out, full days in several parts. */
function batchesOf(board: AssignmentBoard): number[][] {
  return board.days.flatMap((shifts) => {
    const batches: number[][] = []
    let heads = batchHeadsMax
    for (const shift of shifts) {
      const wanted = board.wanted(shift)
      if (heads + wanted > batchHeadsMax) {
        batches.push([])
        heads = 0
      }
      batches.at(-1)!.push(shift)
      heads += wanted
    }
    return batches
  })
}
