import type { SolveOptions, SolveSession } from '../../model/outcome.ts'
import type { Problem } from '../../model/problem.ts'
import type { Repair } from '../../model/roster-change.ts'
import { openReplan } from './replan.ts'

/** Mends the roster that stands in the problem's `assignments`, as `openReplan` does. Throws ProblemInvalid. */
export const openRepair = (problem: Problem, { at, changes }: Repair, options: SolveOptions): SolveSession =>
  openReplan(problem, { assignments: problem.assignments ?? [] }, changes, { ...options, at }).session
