// When a run is split, and how its time and evaluations are shared out. Pure.
import { missingHeads, partsShare, scoreRoster, splitProblem, validateProblem } from '../index.ts'
import type { Progress } from '../model/outcome.ts'
import type { Problem } from '../model/problem.ts'

/** A part that starts late has what is left of the parts' time, but at least so much of its turn: less would leave no roster. */
const turnShareMin = 0.25

/**
 * The parts of a run's problem, or null where one Worker solves it whole: because it fits (`cellsMax` counts people
 * times shifts), cannot be cut, or is not valid, which opening it says. The instant engine needs no parts.
 */
export const planParts = (problem: Problem, engine: string, cellsMax: number): Problem[] | null => {
  if (problem.employees.length * problem.shifts.length <= cellsMax || engine === 'assignment') return null
  if (validateProblem(problem).length > 0) return null
  const parts = splitProblem(problem, { cellsMax })
  return parts.length > 1 ? parts : null
}

export interface PartsTime {
  /** Of the whole run. */
  seconds: number
  count: number
  /** Parts solved at the same time. */
  atOnce: number
  /** How long after the split the part was taken up. */
  lateMs: number
}

/** Time of one part: parts take turns, as many at once as the queue allows, within their share of the run's time. */
export const partBudgetMs = ({ seconds, count, atOnce, lateMs }: PartsTime): number => {
  const allMs = seconds * 1000 * partsShare
  const turnMs = allMs / Math.ceil(count / atOnce)
  return Math.round(Math.max(turnMs * turnShareMin, Math.min(turnMs, allMs - lateMs)))
}

/** Evaluations of one part, when the run's budget is exact; what parts leave over polishes the whole. */
export const partEvaluations = (evaluations: number, count: number): number =>
  Math.max(1, Math.floor((evaluations * partsShare) / count))

/** Where a part stands before anybody worked on it: with the people it already has. */
export const progressBefore = (part: Problem): Progress => {
  const roster = { assignments: part.assignments ?? [] }
  const { score } = scoreRoster(part, roster)
  return { evaluations: 0, score, missingHeads: missingHeads(part, roster), hardBreaches: score.hard }
}
