// Costs are the checker's, never the engine's own word.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Roster } from '../../solver/model/problem.ts'
import { openOracle } from '../../solver/testkit/oracle.ts'
import type { Instance } from './instances.ts'

export interface CheckedCost {
  by: 'checker' | 'oracle'
  hard: number
  /** Uncovered heads of guards; the level's penalty elsewhere. */
  medium: number
  cost: number
}

let knowsPython: boolean | null = null

function hasPython(): boolean {
  if (knowsPython !== null) return knowsPython
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    knowsPython = true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    knowsPython = false
  }
  return knowsPython
}

/** The cost of the roster in a file, by the family's checker where it and python3 are there, else by the oracle. */
export function checkCost(instance: Instance, rosterPath: string): CheckedCost {
  if (instance.checker !== null && hasPython()) {
    const answer = runChecker(instance.checker, instance.path, rosterPath)
    return { by: 'checker', hard: answer.hard, medium: answer.uncovered ?? 0, cost: answer.cost }
  }
  const written = JSON.parse(readFileSync(rosterPath, 'utf8')) as { assignments: readonly WrittenAssignment[] }
  const assignments = written.assignments.map(({ employee, shift, day }) => ({
    employee,
    // The curtois format names a day and a type; shifts of the problem are named by both.
    shift: day === undefined ? shift : `${day}-${shift}`,
  }))
  const roster: Roster = { assignments }
  const { score } = openOracle(instance.problem())(roster)
  return { by: 'oracle', hard: score.hard, medium: score.medium, cost: score.soft }
}

interface WrittenAssignment {
  employee: string
  shift: string
  day?: number
}

interface CheckerAnswer {
  hard: number
  cost: number
  uncovered?: number
}

/** A checker may end with a status that says the roster is not feasible; what counts is the line it prints. */
function runChecker(checker: string, problem: string, roster: string): CheckerAnswer {
  try {
    return JSON.parse(execFileSync('python3', [checker, problem, roster], { encoding: 'utf8' }))
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && String(error.stdout).startsWith('{'))
      return JSON.parse(String(error.stdout))
    throw error
  }
}
