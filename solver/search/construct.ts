// The first roster: shifts in order of scarcity, so many heads at a time by regret. Levels are far apart meanwhile: a head
// that a level above asks for is given whatever it costs below.
import type { Board } from './board.ts'
import type { Scale } from './guide.ts'
import type { Random } from './random.ts'
import { placeHeads } from './rebuild/place-heads.ts'
import type { Trial } from './rebuild/trial.ts'

/** Heads that compete with each other at a time. */
const headsAtATime = 60

/** What levels weigh while nothing is known about the roster's costs. */
export const constructionScale: Scale = { soft: 1, medium: 1e7, hard: 1e11 }

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

/** Gives heads to the next shifts of the order, from place `at` on. Answers the place to go on from, and the evaluations spent. */
export function constructSome(
  board: Board,
  order: Int32Array,
  at: number,
  trial: Trial,
  random: Random,
): { next: number; evaluated: number } {
  const { heads, short } = board.state
  const codes: number[] = []
  let next = at
  while (next < order.length && codes.length < headsAtATime) {
    const code = order[next++]!
    for (let head = heads[code]!; head < short.wanted[code]!; head++) codes.push(code)
  }
  return { next, evaluated: placeHeads(board, codes, trial, random, { overlookOneIn: 0 }) }
}
