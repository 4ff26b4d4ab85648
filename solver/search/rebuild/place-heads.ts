// Heads are given by regret: first the one for which the second best person is so much worse than the best that it should
// not wait. Source: J.-Y. Potvin, J.-M. Rousseau, "A parallel route building algorithm ..." (1993).
import type { Board } from '../board.ts'
import type { Random } from '../random.ts'
import type { Trial } from './trial.ts'

/** So many people are asked for a head; of more, a sample. */
const askedMax = 40

/** A head that is wanted, who could have it, and by how much the guide would change (Infinity where it cannot be). */
interface WantedHead {
  code: number
  people: number[]
  guides: number[]
}

export interface PlaceOptions {
  /** One answer in so many is overlooked, so that the same heads do not always go to the same people; 0 for none. */
  overlookOneIn: number
}

/** Gives a head of each code (one may stand there twice) to somebody, where the guide falls by it. Answers the moves evaluated. */
export function placeHeads(
  board: Board,
  codes: readonly number[],
  trial: Trial,
  random: Random,
  { overlookOneIn }: PlaceOptions,
): number {
  let evaluated = 0
  const ask = (employee: number, code: number) => {
    evaluated++
    return guideOf(board, employee, code)
  }
  const wanted = codes.map((code): WantedHead => {
    const people = candidates(board, code, random).filter(
      () => overlookOneIn === 0 || random.below(overlookOneIn) !== 0,
    )
    return { code, people, guides: people.map((employee) => ask(employee, code)) }
  })
  while (wanted.length > 0) {
    const { index, best } = mostRegretted(wanted)
    const { code, people, guides } = wanted[index]!
    wanted.splice(index, 1)
    const employee = people[best]
    if (employee === undefined || guides[best]! >= 0 || !proposeHead(board, employee, code)) continue
    evaluated++
    if (!board.state.evaluate()) continue
    trial.apply('place-head')
    for (const head of wanted)
      head.people.forEach((person, i) => {
        // What one person works and how many heads one shift has are all that changed, but for rules that couple people.
        if (person === employee || head.code === code) head.guides[i] = ask(person, head.code)
      })
  }
  return evaluated
}

function candidates(board: Board, code: number, random: Random): number[] {
  const { pairs } = board.state
  const count = pairs.peopleFor(code)
  const asksAll = count <= askedMax
  return Array.from({ length: Math.min(count, askedMax) }, (_, i) =>
    pairs.personFor(code, asksAll ? i : random.below(count)),
  )
}

/** The head with the greatest regret, and the place of its best person (-1 when nobody can have it). */
function mostRegretted(wanted: readonly WantedHead[]): { index: number; best: number } {
  let chosen = { index: 0, best: -1 }
  let most = -Infinity
  wanted.forEach(({ guides }, index) => {
    let best = -1
    let first = Infinity
    let second = Infinity
    guides.forEach((guide, i) => {
      if (guide < first) {
        second = first
        first = guide
        best = i
      } else if (guide < second) second = guide
    })
    const regret = best < 0 ? -Infinity : second - first
    if (
      regret > most ||
      (regret === most && regret === Infinity && first < wanted[chosen.index]!.guides[chosen.best]!)
    ) {
      most = regret
      chosen = { index, best }
    }
  })
  return chosen
}

function guideOf(board: Board, employee: number, code: number): number {
  const { state } = board
  if (!proposeHead(board, employee, code) || !state.evaluate()) return Infinity
  state.reject()
  return state.deltaGuide
}

/** Writes one more shift into a person's day; false where a hard rule or the day itself leaves no room. */
function proposeHead(board: Board, employee: number, code: number): boolean {
  const { state } = board
  if (state.isBarred(employee, code)) return false
  const day = state.grid.dayOf[code]!
  if (!state.grid.place(state.grid.after, employee, code)) return false
  state.touch(employee, day, day + 1)
  return true
}
