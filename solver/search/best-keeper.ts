// The best roster so far, kept as a list of what was overwritten since, so that finding one costs nothing.
import type { Score } from '../model/outcome.ts'
import { compareScores } from '../score/compare-scores.ts'
import type { State } from './state.ts'

export class BestKeeper {
  private readonly state: State
  score: Score
  private readonly cells: Int32Array
  /** The copy in `cells` is the best; else it is the current roster without what the journal lists. */
  private isCopied = false
  private readonly journalCells: Int32Array
  private readonly journalCodes: Int32Array
  private journalCount = 0

  constructor(state: State) {
    this.state = state
    this.score = state.currentScore()
    this.cells = state.grid.before.slice()
    this.journalCells = new Int32Array(state.grid.before.length)
    this.journalCodes = new Int32Array(state.grid.before.length)
  }

  /** Takes the current roster as the best, whatever its score. */
  reset(): void {
    this.score = this.state.currentScore()
    this.isCopied = false
    this.journalCount = 0
  }

  /** To be called before the evaluated move is accepted. */
  beforeAccept(): void {
    if (this.isCopied) return
    const { state } = this
    const { before, after, slots } = state.grid
    for (let i = 0; i < state.changeCount; i++) {
      const change = state.changes[i]!
      for (let d = 0; d < change.dayCount; d++) {
        const cell = change.rowStart + change.days[d]! * slots
        for (let slot = cell; slot < cell + slots; slot++) {
          if (before[slot] === after[slot]) continue
          if (this.journalCount === this.journalCells.length) {
            this.copy()
            return
          }
          this.journalCells[this.journalCount] = slot
          this.journalCodes[this.journalCount++] = before[slot]!
        }
      }
    }
  }

  /** To be called after it was. */
  afterAccept(): void {
    const { state } = this
    const { delta } = state
    if (delta[0]! > 0 && state.score[0]! > this.score.hard) return
    if (compareScores(state.currentScore(), this.score) < 0) this.reset()
  }

  /** Keeps a copy of the best, so that the roster may be replaced by another. */
  beforeLoad(): void {
    if (!this.isCopied) this.copy()
  }

  private copy(): void {
    this.cells.set(this.currentBest())
    this.isCopied = true
  }

  /** The best roster's cells; a copy. */
  currentBest(): Int32Array {
    if (this.isCopied) return this.cells.slice()
    const cells = this.state.grid.before.slice()
    for (let i = this.journalCount - 1; i >= 0; i--) cells[this.journalCells[i]!] = this.journalCodes[i]!
    return cells
  }
}
