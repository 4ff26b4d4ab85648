// One person's line, annealed alone: a broken line is often a deep local minimum that moves between people cannot leave.
import type { Board } from './board.ts'
import { slide } from './moves/slide-line.ts'
import type { Random } from './random.ts'

/** Evaluations spent on a line, per day of the period, and at most. */
const evaluationsPerDay = 80
const evaluationsMax = 20_000

/** Size-weighted hard penalty of one person's line. */
function hardOfLine(board: Board, employee: number): number {
  let sum = 0
  for (const watched of board.state.lines) if (watched.level === 0) sum += watched.tracker.reset(employee)
  return sum
}

/** People whose lines break hard rules. */
export function brokenLines(board: Board): number[] {
  const broken: number[] = []
  for (let employee = 0; employee < board.employees; employee++)
    if (hardOfLine(board, employee) > 0) broken.push(employee)
  return broken
}

export interface MendOptions {
  /** From where to where the temperature falls. */
  hot: number
  cold: number
  /** What one hard breach weighs meanwhile: little enough to pass through some. */
  hardGuide: number
  /** Makes the evaluated move the roster. */
  accept: (move: string) => void
}

/** Anneals a line and keeps the result when it breaks less; else the old line comes back. Answers the evaluations spent. */
export function mendLine(board: Board, employee: number, random: Random, options: MendOptions): number {
  const { state } = board
  const { grid } = state
  const row = employee * grid.rowCells
  const old = grid.before.slice(row, row + grid.rowCells)
  const oldScore = state.currentScore()
  const count = Math.min(evaluationsMax, evaluationsPerDay * board.days)
  const guides = state.lines.map((watched) => watched.guide)
  for (const watched of state.lines) if (watched.level === 0) watched.guide = options.hardGuide / watched.unit
  for (let i = 0; i < count; i++) {
    const temperature = options.hot * (options.cold / options.hot) ** (i / count)
    if (!propose(board, employee, random)) {
      state.reject()
      continue
    }
    if (!state.evaluate()) continue
    if (state.deltaGuide > 0 && state.deltaGuide > -temperature * Math.log(random.fraction())) state.reject()
    else options.accept('mend-line')
  }
  state.lines.forEach((watched, index) => {
    watched.guide = guides[index]!
  })
  const score = state.currentScore()
  const isBetter =
    score.hard < oldScore.hard ||
    (score.hard === oldScore.hard && score.medium <= oldScore.medium && score.soft < oldScore.soft)
  if (!isBetter) {
    grid.after.set(old, row)
    state.touch(employee, grid.pastDays, grid.rowDays)
    if (state.evaluate()) options.accept('unmend-line')
  }
  return count
}

/** A change of one line: a day, a stretch of days, two of its days traded, or a part of it slid. */
function propose(board: Board, employee: number, random: Random): boolean {
  const { grid } = board.state
  const kind = random.below(12)
  if (kind >= 10) return slide(board, employee, random, random.below(2) === 0 ? board.days : 14)
  const from = board.pickDay(random)
  if (kind < 4) {
    board.writeDay(employee, from, random.below(3) === 0 ? 0 : board.pickCode(employee, from, random))
    board.state.touch(employee, from, from + 1)
    return true
  }
  if (kind < 7) {
    const to = Math.min(from + 2 + random.below(4), grid.rowDays)
    const code = random.below(4) === 0 ? 0 : board.pickCode(employee, from, random)
    for (let day = from; day < to; day++) {
      const same = code === 0 ? 0 : board.sameKindOn(code, employee, day, random)
      if (code === 0 || same !== 0) board.writeDay(employee, day, same)
    }
    board.state.touch(employee, from, to)
    return true
  }
  const other = from + 1 + random.below(28)
  if (other >= grid.rowDays) return false
  const a = grid.before[grid.cell(employee, from)]!
  const b = grid.before[grid.cell(employee, other)]!
  const aThere = a === 0 ? 0 : board.sameKindOn(a, employee, other, random)
  const bHere = b === 0 ? 0 : board.sameKindOn(b, employee, from, random)
  if ((a !== 0 && aThere === 0) || (b !== 0 && bHere === 0)) return false
  board.writeDay(employee, from, bHere)
  board.writeDay(employee, other, aThere)
  board.state.touch(employee, from, other + 1)
  return true
}
