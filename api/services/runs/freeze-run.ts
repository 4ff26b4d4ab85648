// What a run works on: the roster's problem as it is when the run is asked for. Pure.
import type * as z from 'zod'
import { validateProblem } from '../../../solver/index.ts'
import type { ProblemIssue } from '../../../solver/model/outcome.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import type { Repair } from '../../../solver/model/roster-change.ts'
import type { runCreate } from '../../contract/rostering.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import type { PlanningRows } from '../rosters/planning-rows.ts'
import { findRepairs } from './find-repairs.ts'
import { scopeProblem } from './scope-problem.ts'

const issuesShownMax = 200

export type RunOptions = z.output<typeof runCreate>

/** Throws where the wishes contradict each other. */
export const requireScope = ({ scope, fromDay, toDay, keepAssignments, shiftIds, employeeIds }: RunOptions): void => {
  if (fromDay !== undefined && toDay !== undefined && fromDay > toDay) {
    throw new Invalid(
      'validation_failed',
      `The scope ends ("${toDay}") before it begins ("${fromDay}"). Swap the two days.`,
    )
  }
  if (scope === 'plan' && shiftIds.length + employeeIds.length > 0) {
    throw new Invalid('validation_failed', 'Only a repair takes shiftIds and employeeIds. Choose the scope "repair".')
  }
  if (scope === 'repair' && keepAssignments) {
    throw new Invalid('validation_failed', 'A repair keeps what it can by itself. Leave keepAssignments out.')
  }
}

/**
 * The problem narrowed to what the run may touch, and for a repair what there is to mend. Throws `problem_invalid` with every wrong
 * place, `conflict` where nothing needs mending.
 */
export const freezeRun = (
  rows: PlanningRows,
  options: RunOptions,
  now: Date,
): { problem: Problem; repair: Repair | null } => {
  const days = new Map(rows.shifts.map((shift) => [shift.id, shift.day]))
  const whole = buildProblem(rows)
  if (options.scope === 'plan') return { problem: valid(scopeProblem(whole, days, options), rows), repair: null }
  const { problem, repair } = findRepairs(whole, days, now, options)
  valid(problem, rows)
  if (repair.changes.length > 0) return { problem, repair }
  const message = `Nothing needs mending in roster "${rows.roster.name}": from now on no shift that was asked for lacks people or breaks a rule that stops.`
  throw new Conflict('conflict', message, { rosterId: rows.roster.id })
}

const valid = (problem: Problem, rows: PlanningRows): Problem => {
  const issues: ProblemIssue[] = []
  if (rows.shifts.length === 0) issues.push({ path: 'shifts', reason: 'the roster has no shifts; enter demand first' })
  if (problem.employees.length === 0) issues.push({ path: 'employees', reason: 'nobody is employed in the period' })
  issues.push(...validateProblem(problem))
  if (issues.length === 0) return problem
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  const message = `The roster cannot be planned yet: ${issues[0]?.reason}${more}. Correct it and start again.`
  throw new Invalid('problem_invalid', message, { issues: issues.slice(0, issuesShownMax) })
}
