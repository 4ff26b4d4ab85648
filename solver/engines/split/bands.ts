import { frameOf } from '../../model/frame.ts'
import type { Problem } from '../../model/problem.ts'

/** People who must stay together: whoever may only work with somebody, and all of these. By employee index, everybody in one band. */
export function bandsOf(problem: Problem): number[][] {
  const { employeeIndex } = frameOf(problem)
  const leader = problem.employees.map((_, person) => person)
  const find = (person: number): number => {
    let at = person
    while (leader[at] !== at) at = leader[at]!
    return at
  }
  problem.employees.forEach(({ onlyWith }, person) => {
    for (const id of onlyWith ?? []) {
      const [one, other] = [find(person), find(employeeIndex.get(id)!)]
      leader[Math.max(one, other)] = Math.min(one, other)
    }
  })
  return [...Map.groupBy(leader.keys(), find).values()]
}
