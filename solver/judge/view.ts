// Rosters as specs see them.
import { type Frame, frameOf } from '../model/frame.ts'
import type { Problem, Roster } from '../model/problem.ts'
import type { RosterView } from '../rules/kit/define-rule.ts'

/** By day, then start, then index. */
export function sortItems(frame: Frame, items: readonly number[]): number[] {
  return [...items].sort((a, b) => frame.day[a]! - frame.day[b]! || frame.start[a]! - frame.start[b]! || a - b)
}

const views = new WeakMap<Roster, RosterView>()

/**
 * The roster as specs see it, each assignment once; kept as long as the roster object lives, so that many questions about
 * one roster cost one reading. A roster is frozen: change a copy. Throws for an assignment that names nobody or nothing: a
 * roster belongs to its problem.
 */
export function viewOf(problem: Problem, roster: Roster): RosterView {
  const known = views.get(roster)
  if (known && known.frame.problem === problem) return known
  const view = readView(problem, roster)
  views.set(roster, view)
  return view
}

function readView(problem: Problem, roster: Roster): RosterView {
  const frame = frameOf(problem)
  const lines = frame.past.map((past) => [...past])
  const heads = new Int32Array(frame.shiftCount)
  for (const { employee, shift } of roster.assignments) {
    const person = frame.employeeIndex.get(employee)
    const index = frame.shiftIndex.get(shift)
    if (person === undefined)
      throw new Error(`The roster names employee "${employee}", whom the problem does not have.`)
    if (index === undefined) throw new Error(`The roster names shift "${shift}", which the problem does not have.`)
    const line = lines[person]!
    if (line.includes(index)) continue
    line.push(index)
    heads[index] = heads[index]! + 1
  }
  return {
    frame,
    lines: lines.map((line) => sortItems(frame, line)),
    heads,
    people: frame.problem.employees.map((_, index) => index),
    shifts: frame.problem.shifts.map((_, index) => index),
  }
}
