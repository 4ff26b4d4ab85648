// The first roster: shifts in order of scarcity, each head to the person for whom the guide falls most.
import type { Board } from './board.ts'
import type { Random } from './random.ts'

/** So many people are asked for a head; of more, a sample. */
const askedMax = 60

/** Codes by how few people could take a head of theirs, scarcest first. */
export function scarceFirst(board: Board): Int32Array {
  const { state } = board
  const ease = new Float64Array(board.codes + 1)
  for (let code = 1; code <= board.codes; code++) {
    ease[code] = state.pairs.peopleFor(code) / Math.max(1, state.short.wanted[code]!)
  }
  const order = Int32Array.from({ length: board.codes }, (_, index) => index + 1)
  return order.sort((a, b) => ease[a]! - ease[b]! || state.grid.startOf[a]! - state.grid.startOf[b]! || a - b)
}

/** Finds to whom one more head of a shift is best given. When `isFound`, that move stands evaluated, to be accepted. */
export function addHead(board: Board, code: number, random: Random): { evaluated: number; isFound: boolean } {
  const { state } = board
  const people = state.pairs.peopleFor(code)
  const asksAll = people <= askedMax
  const count = asksAll ? people : askedMax
  let best = -1
  let bestGuide = 0
  let evaluated = 0
  for (let i = 0; i < count; i++) {
    const employee = state.pairs.personFor(code, asksAll ? i : random.below(people))
    if (!propose(board, employee, code)) continue
    evaluated++
    if (state.evaluate()) {
      if (state.deltaGuide < bestGuide) {
        bestGuide = state.deltaGuide
        best = employee
      }
      state.reject()
    }
  }
  return { evaluated: evaluated + 1, isFound: best >= 0 && propose(board, best, code) && state.evaluate() }
}

function propose(board: Board, employee: number, code: number): boolean {
  const { state } = board
  if (state.isBarred(employee, code)) return false
  const day = state.grid.dayOf[code]!
  if (!state.grid.place(state.grid.after, employee, code)) return false
  state.touch(employee, day, day + 1)
  return true
}
