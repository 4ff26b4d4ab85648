import { diffRosters } from '../model/diff.ts'
import type { PersonFigures, RosterFigures } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { disruption } from '../rules/disruption/index.ts'
import type { RosterView, Rule } from '../rules/kit/define-rule.ts'
import { overtimeOf, payOf } from '../rules/kit/pay.ts'
import { resolveUses } from '../rules/kit/uses.ts'
import { preferredTime } from '../rules/preferred-time/index.ts'
import { unpreferredTime } from '../rules/unpreferred-time/index.ts'
import { burdenFigures, burdensOf, possibleShifts } from './burdens.ts'
import { employeeFigures, keyFigures } from './key-figures.ts'
import { viewOf } from './view.ts'

/** Key figures in full: besides `keyFigures` hours against contract, every burden's spread, wishes about times, overtime, disruption. */
export function rosterFigures(problem: Problem, roster: Roster): RosterFigures {
  const view = viewOf(problem, roster)
  const worked = workedShifts(view)
  const hours = employeeFigures(problem, roster).flatMap(({ paidMinutes, contractMinutes }) =>
    contractMinutes === null ? [] : [{ contractMinutes, off: Math.abs(paidMinutes - contractMinutes) }],
  )
  const figures = keyFigures(problem, roster)
  const overtime = overtimeOf(view.frame)
  return {
    ...figures,
    ...(figures.costMinor !== undefined && {
      overtimeMinor: view.lines.reduce((sum, line, person) => sum + overtime(person, line), 0),
    }),
    contractMinutes: hours.reduce((sum, { contractMinutes }) => sum + contractMinutes, 0),
    contractDeviationMinutes: hours.reduce((sum, { off }) => sum + off, 0),
    ...preferencesKept(view, worked),
    fairness: burdenFigures(view.frame, worked, possibleShifts(view)),
    disruption: disruptionOf(view, roster),
  }
}

/** What each person bears, in the problem's order. */
export function personFigures(problem: Problem, roster: Roster): PersonFigures[] {
  const view = viewOf(problem, roster)
  const [minutes, nights, weekends, holidays] = burdensOf(view.frame).map(({ borneBy }) => borneBy)
  const pay = payOf(view.frame)
  const overtime = overtimeOf(view.frame)
  return workedShifts(view).map((shifts, person) => ({
    shifts: shifts.length,
    paidMinutes: minutes!(shifts),
    nights: nights!(shifts),
    weekends: weekends!(shifts),
    holidays: holidays!(shifts),
    ...(problem.employees[person]!.rateMinor !== undefined && {
      costMinor: shifts.reduce((sum, shift) => sum + pay(person, shift), overtime(person, view.lines[person]!)),
    }),
  }))
}

const workedShifts = ({ lines, frame }: RosterView) =>
  lines.map((line) => line.filter((item) => item < frame.shiftCount))

/** Breaches of a rule as if it were in force for everyone, whatever its settings say about silence. */
const listed = (view: RosterView, rule: Rule) => rule.spec(view, resolveUses(view.frame, { ...rule, implicit: true }))

function preferencesKept(view: RosterView, worked: readonly (readonly number[])[]) {
  const { employees } = view.frame.problem
  const asked = worked.filter((_, person) => (employees[person]!.preferences ?? []).length > 0)
  const total = asked.reduce((sum, shifts) => sum + shifts.length, 0)
  const broken = new Set(
    [preferredTime, unpreferredTime].flatMap((rule) =>
      listed(view, rule).map(({ employees: [employee], shifts: [shift] }) => JSON.stringify([employee, shift])),
    ),
  )
  return { preferencesTotal: total, preferencesKept: total - broken.size }
}

function disruptionOf(view: RosterView, roster: Roster): RosterFigures['disruption'] {
  const { published } = view.frame.problem
  if (!published) return null
  const { added, removed } = diffRosters(published, roster)
  const penalty = listed(view, disruption).reduce((sum, breach) => sum + breach.penalty, 0)
  return { added: added.length, removed: removed.length, penalty }
}
