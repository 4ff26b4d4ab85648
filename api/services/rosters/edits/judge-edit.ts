// Does an edit fit the roster and its rules? Pure.
import { compareReports, scoreRoster, stoppingOf } from '../../../../solver/index.ts'
import type { Breach, Score } from '../../../../solver/model/outcome.ts'
import { buildProblem } from '../build-problem.ts'
import { findMisfit, judgeChange, type Misfit } from '../judge-change.ts'
import type { PlanningRows } from '../planning-rows.ts'
import type { EditPlan } from './plan-edit.ts'

type Judged = { delta: Score; added: readonly Breach[]; removed: readonly Breach[]; stopping: readonly Breach[] }
export type EditJudgement = { kind: 'misfit'; misfit: Misfit } | ({ kind: 'judged' } & Judged)

/**
 * Judges people alone by what they touch, and an edit of shifts by the whole roster before and after it: another shift is
 * another problem.
 */
export const judgeEdit = (rows: PlanningRows, plan: EditPlan): EditJudgement => {
  const before = buildProblem(rows)
  if (plan.created.length + plan.updated.length + plan.deleted.length === 0) return judgeChange(before, plan.diff)
  const taken = new Set(plan.diff.removed.map(({ shift, employee }) => `${shift} ${employee}`))
  const assignments = rows.assignments.filter(({ shiftId, employeeId }) => !taken.has(`${shiftId} ${employeeId}`))
  const after = buildProblem({ ...rows, shifts: plan.after.shifts, assignments })
  const kept = after.assignments ?? []
  const misfit = findMisfit(after, { added: plan.diff.added, removed: [] })
  if (misfit !== null) return { kind: 'misfit', misfit }
  const compared = compareReports(
    scoreRoster(before, { assignments: before.assignments ?? [] }),
    scoreRoster(after, { assignments: [...kept, ...plan.diff.added] }),
  )
  return { kind: 'judged', ...compared, stopping: stoppingOf(compared.added, compared.removed) }
}
