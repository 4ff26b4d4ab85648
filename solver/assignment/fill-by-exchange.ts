// A head that nobody is free for: somebody gives up another shift to a third person and takes it. One exchange deep, like
// the shortest ejection chains of Glover ("Ejection chains, reference structures and alternating path methods", 1996).
import type { AssignmentBoard } from './assignment-board.ts'

/**
 * Tries to fill what `shift` lacks of its minimum, asking at most about `evaluationsMax` questions. Moves only what the
 * board gave itself. Answers how many heads were given.
 */
export const fillByExchange = (board: AssignmentBoard, shift: number, evaluationsMax: number): number => {
  const until = board.evaluations + evaluationsMax
  let given = 0
  while (board.missing(shift, 'min') > 0 && exchangeFor(board, shift, until)) given++
  return given
}

function exchangeFor(board: AssignmentBoard, shift: number, until: number): boolean {
  for (let person = 0; person < board.people; person++)
    for (const dropped of board.givenTo(person)) {
      if (board.evaluations >= until) return false
      if (dropped === shift || !board.judgeInstead(person, dropped, shift)) continue
      for (let taker = 0; taker < board.people; taker++)
        if (taker !== person && board.giveInstead(person, dropped, shift, taker)) return true
    }
  return false
}
