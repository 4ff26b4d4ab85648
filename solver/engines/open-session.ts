import { ProblemInvalid, validateProblem } from '../judge/validate-problem.ts'
import { canSolve, compileLines } from '../milp/compile-lines.ts'
import { MilpSession } from '../milp/milp-session.ts'
import type { Outcome, Progress, SolveOptions, SolveSession } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'
import { SearchSession } from '../search/search.ts'
import { checkOf } from './checked-mode.ts'
import { openAssignment } from './open-assignment.ts'
import { PortfolioSession } from './portfolio-session.ts'

/** Above this many pairs of people and shifts the tables of column generation alone would fill a Worker's memory. */
const linePairsMax = 2_000_000

/** Whether column generation can express the problem's rules, and hold it. */
function hasLines(problem: Problem): boolean {
  return problem.employees.length * problem.shifts.length <= linePairsMax && canSolve(problem).ok
}

/** Opens a solve that is worked on in steps. Throws ProblemInvalid, with all issues, for a problem no engine can take. */
export function openSession(problem: Problem, options: SolveOptions): SolveSession {
  const issues = validateProblem(problem)
  if (issues.length > 0) throw new ProblemInvalid(issues)
  const check = checkOf(problem, options)
  const engine = options.checkpoint?.engine ?? options.engine
  if (engine === 'assignment') return openAssignment(problem, options, check)
  // Local search can express every rule and needs little memory, so it stands in.
  if (engine === 'search' || !hasLines(problem)) return new SearchSession(problem, options, check)
  if (engine === 'milp') return new MilpSession(problem, options, compileLines(problem))
  return new PortfolioSession(problem, options, check)
}

export interface SolveInSlices extends SolveOptions {
  /** Evaluations between two calls of `tick`; 100,000 when absent. */
  sliceEvaluations?: number
  /** Asked after every slice. */
  tick?: (progress: Progress) => 'continue' | 'cancel'
}

/** Solves to the end of the budget, or until `tick` cancels. An invalid problem is an outcome, not an error. */
export function solve(problem: Problem, options: SolveInSlices): Outcome {
  const issues = validateProblem(problem)
  if (issues.length > 0) return { kind: 'problem-invalid', issues }
  const session = openSession(problem, options)
  let kind: 'solved' | 'cancelled' = 'solved'
  let evaluations = 0
  while (!session.isDone() && kind === 'solved') {
    const progress = session.step(options.sliceEvaluations ?? 100_000)
    evaluations = progress.evaluations
    if (options.tick?.(progress) === 'cancel') kind = 'cancelled'
  }
  return { kind, roster: session.best(), score: session.bestScore(), evaluations, engine: session.engine }
}
