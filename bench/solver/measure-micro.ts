// What a person feels at the screen: one hand-made change judged, one shift's candidates ranked. Runs in Node and in a browser.
import { checkChange, diffRosters, openSession, rankEmployees } from '../../solver/index.ts'
import type { Problem, Roster } from '../../solver/model/problem.ts'
import { Random } from '../../solver/search/random.ts'
import { generateProblem } from './generate-problem.ts'

/** Medians of milliseconds on 500 people by 28 days, and the first call of each, which prepares the problem. */
export interface MicroFigures {
  checkChangeMs: number
  checkChangeFirstMs: number
  rankEmployeesMs: number
  rankEmployeesFirstMs: number
}

const size = { shifts: 3300, people: 500, weeks: 4, seed: 5 }

function timed(action: () => void): number {
  const start = performance.now()
  action()
  return performance.now() - start
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

function assigned(problem: Problem): Roster {
  const session = openSession(problem, { seed: 1, evaluationsMax: 10_000_000, engine: 'assignment' })
  while (!session.isDone()) session.step(1_000_000)
  return session.best()
}

/** Random single changes as a planner makes them: somebody off a shift, somebody else on it. */
export function measureMicro(): MicroFigures {
  const problem = generateProblem(size)
  const roster = assigned(problem)
  // A copy, so that nothing is remembered from the solve.
  const fresh: Problem = { ...problem }
  const random = new Random(3)
  const change = () => {
    const removed = roster.assignments[random.below(roster.assignments.length)]!
    const employee = problem.employees[random.below(problem.employees.length)]!.id
    return diffRosters({ assignments: [removed] }, { assignments: [{ employee, shift: removed.shift }] })
  }
  const checks = Array.from({ length: 200 }, change).map((diff) => timed(() => checkChange(fresh, roster, diff)))
  const ranks = Array.from({ length: 30 }, () => problem.shifts[random.below(problem.shifts.length)]!.id).map((shift) =>
    timed(() => rankEmployees(fresh, roster, shift)),
  )
  return {
    checkChangeMs: median(checks.slice(1)),
    checkChangeFirstMs: checks[0]!,
    rankEmployeesMs: median(ranks.slice(1)),
    rankEmployeesFirstMs: ranks[0]!,
  }
}
