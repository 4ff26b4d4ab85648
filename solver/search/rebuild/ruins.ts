// What is taken away before it is given back: pieces of work that stand in each other's way.
import type { Board } from '../board.ts'
import type { Random } from '../random.ts'

/** A shift that is to go from somebody's line. */
export interface Taken {
  employee: number
  code: number
}

type Ruin = (board: Board, random: Random) => Taken[]

/** Of a day or a site so much goes at once. */
const takenMin = 2
const takenMax = 10
const personDaysMin = 3
const personDaysMax = 14
/** People from around a shift that lacks heads. */
const aroundPeople = 5

/** Some of what is worked on a day. */
function ruinDay(board: Board, random: Random): Taken[] {
  return some(workedOn(board, board.pickDay(random)), random)
}

/** What somebody works on some days in a row. */
function ruinPerson(board: Board, random: Random): Taken[] {
  const employee = random.below(board.employees)
  const from = board.pickDay(random)
  const to = from + personDaysMin + random.below(personDaysMax - personDaysMin + 1)
  return stretch(board, employee, from, to)
}

/** Some of what is worked at one site on a day and the next. */
function ruinSite(board: Board, random: Random): Taken[] {
  const { grid } = board.state
  const day = board.pickDay(random)
  const site = grid.siteOf[1 + random.below(board.codes)]!
  const days = day + 1 < grid.rowDays ? [day, day + 1] : [day]
  const atSite = days.flatMap((one) => workedOn(board, one)).filter(({ code }) => grid.siteOf[code] === site)
  return some(atSite, random)
}

/** Where a shift lacks heads: what people who could have it work that day, the day before and the day after. */
function ruinBreach(board: Board, random: Random): Taken[] {
  const { state } = board
  const code = state.short.from(1 + random.below(board.codes))
  if (code === 0) return ruinDay(board, random)
  const day = state.grid.dayOf[code]!
  const people = new Set(Array.from({ length: aroundPeople }, () => board.pickPerson(code, random)))
  people.delete(-1)
  return [...people].flatMap((employee) => stretch(board, employee, day - 1, day + 2))
}

export const ruins: readonly Ruin[] = [ruinDay, ruinPerson, ruinSite, ruinBreach]

/** What somebody works on grid days [from, to), as far as they lie in the period. */
function stretch(board: Board, employee: number, from: number, to: number): Taken[] {
  const { grid } = board.state
  const taken: Taken[] = []
  const first = grid.cell(employee, Math.max(from, board.pastDays))
  const end = grid.cell(employee, Math.min(to, grid.rowDays))
  for (let cell = first; cell < end; cell++)
    if (grid.before[cell] !== 0) taken.push({ employee, code: grid.before[cell]! })
  return taken
}

function workedOn(board: Board, day: number): Taken[] {
  const taken: Taken[] = []
  for (let employee = 0; employee < board.employees; employee++) taken.push(...stretch(board, employee, day, day + 1))
  return taken
}

function some(all: Taken[], random: Random): Taken[] {
  const count = takenMin + random.below(takenMax - takenMin + 1)
  const chosen: Taken[] = []
  while (all.length > 0 && chosen.length < count) chosen.push(...all.splice(random.below(all.length), 1))
  return chosen
}
