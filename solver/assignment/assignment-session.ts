// The instant engine: day after day, missing heads are given to people by one assignment problem each (the Hungarian
// method), first up to every minimum (with exchanges where nobody is free), then up to what is wanted. What was there before stays,
// pins included, and no hard rule is broken that was not broken before.
import type { Checkpoint, Progress, Score, SolveSession } from '../model/outcome.ts'
import type { Roster } from '../model/problem.ts'
import type { AssignmentBoard } from './assignment-board.ts'
import { fillBatch } from './fill-batch.ts'
import { fillByExchange } from './fill-by-exchange.ts'

/** Heads of one assignment problem; a fuller day is cut by start, because the method's time grows with their square. */
const batchHeadsMax = 120

/** Exchanges for a head that nobody was free for may ask so many questions per person. */
const exchangeAsksPerPerson = 100
/** And all of them together this much more than filling asked. */
const exchangeShare = 4

/** How far it got, and how many evaluations of it were exchanges. */
interface AssignmentPosition {
  next: number
  evaluations: number
  evaluationsMax: number
  exchangeEvaluations: number
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
  /** By person: the shifts that this engine gave, which exchanges may move. */
  given: readonly (readonly number[])[]
}

export class AssignmentSession implements SolveSession {
  readonly engine = 'assignment'
  private readonly board: AssignmentBoard
  private readonly seed: number
  private readonly batches: readonly (readonly number[])[]
  private readonly byStart: readonly number[]
  private readonly evaluationsBefore: number
  private evaluationsMax: number
  /** Every batch for the minima, every shift by exchanges, every batch for the targets. */
  private next: number
  private exchangeEvaluations: number

  constructor(board: AssignmentBoard, options: AssignmentSessionOptions) {
    this.board = board
    this.seed = options.seed
    this.batches = batchesOf(board)
    this.byStart = board.days.flat()
    this.next = options.position?.next ?? 0
    this.exchangeEvaluations = options.position?.exchangeEvaluations ?? 0
    this.evaluationsBefore = options.position?.evaluations ?? 0
    this.evaluationsMax = options.position?.evaluationsMax ?? options.evaluationsMax
  }

  private get evaluations(): number {
    return this.evaluationsBefore + this.board.evaluations
  }

  step(evaluations: number): Progress {
    const until = Math.min(this.evaluations + evaluations, this.evaluationsMax)
    while (this.evaluations < until && !this.isDone()) {
      this.doUnit(this.next)
      this.next++
    }
    const score = this.board.score()
    const missingHeads = this.board.missingHeads()
    return { evaluations: this.evaluations, score, missingHeads, hardBreaches: score.hard }
  }

  private doUnit(unit: number): void {
    const { batches, board, byStart } = this
    if (unit < batches.length) fillBatch(board, batches[unit]!, 'min')
    else if (unit < batches.length + byStart.length) this.exchange(byStart[unit - batches.length]!)
    else fillBatch(board, batches[unit - batches.length - byStart.length]!, 'target')
  }

  private exchange(shift: number): void {
    const before = this.board.evaluations
    const filling = this.evaluations - this.exchangeEvaluations
    const left = exchangeShare * filling - this.exchangeEvaluations
    fillByExchange(this.board, shift, Math.min(left, exchangeAsksPerPerson * this.board.people))
    this.exchangeEvaluations += this.board.evaluations - before
  }

  isDone(): boolean {
    return this.next >= 2 * this.batches.length + this.byStart.length || this.evaluations >= this.evaluationsMax
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

  private given(): number[][] {
    return Array.from({ length: this.board.people }, (_, person) => [...this.board.givenTo(person)])
  }

  checkpoint(): Checkpoint {
    const { next, evaluations, evaluationsMax, exchangeEvaluations } = this
    const position = { next, evaluations, evaluationsMax, exchangeEvaluations }
    const state: SavedAssignment = { position, roster: this.board.roster(), given: this.given() }
    return { format: 'muster-checkpoint/1', engine: 'assignment', seed: this.seed, evaluations, state }
  }
}

/** Days without shifts left out, full days in several parts. */
function batchesOf(board: AssignmentBoard): number[][] {
  return board.days.flatMap((shifts) => {
    const batches: number[][] = []
    let heads = 0
    for (const shift of shifts) {
      const wanted = board.wanted(shift)
      if (batches.length === 0 || heads + wanted > batchHeadsMax) {
        batches.push([])
        heads = 0
      }
      batches.at(-1)!.push(shift)
      heads += wanted
    }
    return batches
  })
}
