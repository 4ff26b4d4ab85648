// One batch of shifts filled at least cost: an assignment problem of missing heads by people, repeated while it gives
// anything, so that people can take a second shift of the day where rules let them.
import { levels } from '../model/problem.ts'
import { type AssignmentBoard, type Goal, isGain } from './assignment-board.ts'
import { assignRows, forbiddenCost } from './hungarian.ts'

/** Costs stay below this, as `assignRows` asks. */
const costMax = 2 ** 30

/** Fills what `shifts` lack. The result depends on nothing but the board. Answers how many heads were given. */
export const fillBatch = (board: AssignmentBoard, shifts: readonly number[], goal: Goal): number => {
  let given = 0
  for (;;) {
    const lacking = shifts.filter((shift) => board.missing(shift, goal) > 0)
    const now = lacking.length === 0 ? 0 : fillOnce(board, lacking, goal)
    if (now === 0) return given
    given += now
  }
}

function fillOnce(board: AssignmentBoard, shifts: readonly number[], goal: Goal): number {
  const costs = costTable(board, shifts)
  const rowShift: number[] = []
  shifts.forEach((shift, index) => {
    for (let head = Math.min(board.missing(shift, goal), board.people); head > 0; head--) rowShift.push(index)
  })
  const matrix = new Float64Array(rowShift.length * board.people)
  rowShift.forEach((index, row) => {
    matrix.set(costs.subarray(index * board.people, (index + 1) * board.people), row * board.people)
  })
  const { columnOfRow } = assignRows(matrix, rowShift.length, board.people)
  const rows = rowShift.map((_, row) => row).filter((row) => columnOfRow[row]! >= 0)
  const costOf = (row: number) => matrix[row * board.people + columnOfRow[row]!]!
  // The surest first: a later one is judged again, because what was given since may speak against it.
  rows.sort((a, b) => costOf(a) - costOf(b) || a - b)
  let given = 0
  for (const row of rows) if (board.give(columnOfRow[row]!, shifts[rowShift[row]!]!)) given++
  return given
}

/** Shifts by people: hard before medium before soft in one number; forbidden where a hard rule or the score speaks against it. */
function costTable(board: AssignmentBoard, shifts: readonly number[]): Float64Array {
  const { people, delta } = board
  const table = new Float64Array(shifts.length * people).fill(forbiddenCost)
  const hard = new Float64Array(table.length)
  const medium = new Float64Array(table.length)
  const most = { hard: 0, medium: 0, soft: 0 }
  shifts.forEach((shift, index) => {
    for (let person = 0; person < people; person++) {
      if (!board.judge(person, shift) || !isGain(delta)) continue
      const at = index * people + person
      hard[at] = delta.hard
      medium[at] = delta.medium
      table[at] = delta.soft
      for (const level of levels) most[level] = Math.max(most[level], Math.abs(delta[level]))
    }
  })
  const scale = { soft: Math.min(1, costMax / 8 / Math.max(1, most.soft)), medium: 0, hard: 0 }
  scale.medium = Math.min(2 * most.soft * scale.soft + 1, costMax / 4 / Math.max(1, most.medium))
  scale.hard = Math.min(2 * most.medium * scale.medium + 1, costMax / 4 / Math.max(1, most.hard))
  for (let at = 0; at < table.length; at++)
    if (table[at]! < forbiddenCost)
      table[at] = Math.round(hard[at]! * scale.hard + medium[at]! * scale.medium + table[at]! * scale.soft)
  return table
}
