import type { EmployeeFigures, KeyFigures } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { contractMinutes } from '../rules/contract-minutes/index.ts'
import type { ContractMinutesParams } from '../rules/contract-minutes/spec.ts'
import { absenceCredit, absentDays, contractedMinutes } from '../rules/kit/contract-share.ts'
import type { RosterView, RuleUses } from '../rules/kit/define-rule.ts'
import { overtimeOf, payOf } from '../rules/kit/pay.ts'
import { resolveUses } from '../rules/kit/uses.ts'
import { judgedWindows } from '../rules/kit/windows.ts'
import { requestedShifts } from '../rules/kit/wishes.ts'
import { giniThousandths, possibleShifts } from './burdens.ts'
import { viewOf } from './view.ts'

/** Hours against contract, person by person, in the problem's order. Contracted minutes are null without a contract-minutes setting. */
export function employeeFigures(problem: Problem, roster: Roster): EmployeeFigures[] {
  const view = viewOf(problem, roster)
  const uses = resolveUses(view.frame, contractMinutes) as RuleUses<ContractMinutesParams>
  return problem.employees.map((employee, person) => {
    const items = workedShifts(view, person)
    return {
      employee: employee.id,
      paidMinutes: minutesOf(view, items),
      contractMinutes: contractedOver(view, uses, person),
      shifts: items.length,
    }
  })
}

const workedShifts = (view: RosterView, person: number) =>
  view.lines[person]!.filter((item) => item < view.frame.shiftCount)
const minutesOf = (view: RosterView, items: readonly number[]) =>
  items.reduce((sum, item) => sum + view.frame.paidMinutes[item]!, 0)

function contractedOver(view: RosterView, uses: RuleUses<ContractMinutesParams>, person: number): number | null {
  const held = uses.people[person]!
  if (held.length === 0) return null
  const absent = absentDays(view.frame, person)
  let sum = 0
  for (const use of held) {
    const full = contractedMinutes(view.frame, person, use.use.params.minutes)
    for (const window of judgedWindows(view.frame, use.use.params, person, use, true))
      sum += full - absenceCredit(full, absent, window.first, window.last)
  }
  return sum
}

/** Key figures of a roster; fairness over everyone who could work at least one shift. */
export function keyFigures(problem: Problem, roster: Roster): KeyFigures {
  const view = viewOf(problem, roster)
  const worked = problem.employees.map((_, person) => minutesOf(view, workedShifts(view, person)))
  const eligible = possibleShifts(view).flatMap((shifts, person) => (shifts.length > 0 ? [person] : []))
  const minutes = eligible.map((person) => worked[person]!)
  const shares = eligible.map((person) => (worked[person]! * 100) / (problem.employees[person]!.sharePercent ?? 100))
  const wishes = wishesKept(view)
  const cost = costOf(view)
  let headsNeeded = 0
  let headsFilled = 0
  problem.shifts.forEach((shift, index) => {
    headsNeeded += shift.heads.min
    headsFilled += Math.min(shift.heads.min, view.heads[index]!)
  })
  return {
    shifts: problem.shifts.length,
    headsNeeded,
    headsFilled,
    assignments: view.heads.reduce((sum, heads) => sum + heads, 0),
    paidMinutes: worked.reduce((sum, one) => sum + one, 0),
    giniThousandths: giniThousandths(shares),
    minutesMin: minutes.length === 0 ? 0 : Math.min(...minutes),
    minutesMax: minutes.length === 0 ? 0 : Math.max(...minutes),
    ...wishes,
    ...(cost === null ? {} : { costMinor: cost }),
  }
}

/** Heads that shifts still want; a session tells it often, so it asks nothing else. */
export function missingHeads(problem: Problem, roster: Roster): number {
  const filled = new Map<string, number>()
  for (const { shift } of roster.assignments) filled.set(shift, (filled.get(shift) ?? 0) + 1)
  return problem.shifts.reduce((sum, { id, heads }) => sum + Math.max(0, heads.min - (filled.get(id) ?? 0)), 0)
}

function wishesKept(view: RosterView): { requestsTotal: number; requestsKept: number } {
  let requestsTotal = 0
  let requestsKept = 0
  view.frame.problem.employees.forEach((employee, person) => {
    for (const request of employee.requests ?? []) {
      const wished = requestedShifts(view.frame, request)
      const works = view.lines[person]!.some((item) => wished.includes(item))
      requestsTotal++
      if (works === (request.kind === 'on')) requestsKept++
    }
  })
  return { requestsTotal, requestsKept }
}

/** Pay in minor units by the labour-cost settings in force, overtime included, or plain rates without one; null when nobody has a rate. */
function costOf(view: RosterView): number | null {
  const { frame } = view
  if (frame.problem.employees.every((employee) => employee.rateMinor === undefined)) return null
  const pay = payOf(frame)
  const overtime = overtimeOf(frame)
  return view.people.reduce(
    (sum, person) =>
      workedShifts(view, person).reduce((paid, item) => paid + pay(person, item), sum) +
      overtime(person, view.lines[person]!),
    0,
  )
}
