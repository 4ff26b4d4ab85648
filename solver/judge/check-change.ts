import type { Breach, RosterDiff, Score } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import type { RosterView } from '../rules/kit/define-rule.ts'
import { rulesInForce } from '../rules/rules-in-force.ts'
import { scoreOf, subtractScores } from '../score/compare-scores.ts'
import { compareBreaches } from './compare-breaches.ts'
import { sortItems, viewOf } from './view.ts'

export interface ChangeReport {
  delta: Score
  added: Breach[]
  removed: Breach[]
}

/** What a change would do to a roster: only the touched people and shifts are judged, and what couples people. */
export function checkChange(problem: Problem, roster: Roster, diff: RosterDiff): ChangeReport {
  return changeOf(viewOf(problem, roster), diff)
}

/** The same on a view, for many questions about one roster. */
export function changeOf(view: RosterView, diff: RosterDiff): ChangeReport {
  const { frame } = view
  const moves = [
    ...diff.removed.map((assignment) => ({ ...assignment, delta: -1 })),
    ...diff.added.map((assignment) => ({ ...assignment, delta: 1 })),
  ]
  const lines = [...view.lines]
  const heads = view.heads.slice()
  const people = new Set<number>()
  const shifts = new Set<number>()
  for (const { employee, shift, delta } of moves) {
    const person = frame.employeeIndex.get(employee)
    const index = frame.shiftIndex.get(shift)
    if (person === undefined || index === undefined)
      throw new Error(`The change names employee "${employee}" and shift "${shift}", which the problem does not have.`)
    const line = lines[person]!
    if (line.includes(index) === delta > 0) continue
    lines[person] = delta > 0 ? sortItems(frame, [...line, index]) : line.filter((item) => item !== index)
    heads[index] = heads[index]! + delta
    people.add(person)
    shifts.add(index)
  }
  const focus = { people: [...people], shifts: [...shifts] }
  const before = { ...view, ...focus }
  const after = { ...view, ...focus, lines, heads }
  const added: Breach[] = []
  const removed: Breach[] = []
  for (const { rule, uses } of rulesInForce(frame.problem))
    compareBreaches(rule.spec(before, uses), rule.spec(after, uses), removed, added)
  return { delta: subtractScores(scoreOf(added), scoreOf(removed)), added, removed }
}
