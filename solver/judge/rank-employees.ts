import type { UnfilledCandidate } from '../model/outcome.ts'
import type { Problem, Roster, ShiftId } from '../model/problem.ts'
import type { RosterView } from '../rules/kit/define-rule.ts'
import { rulesInForce } from '../rules/rules-in-force.ts'
import { compareScores } from '../score/compare-scores.ts'
import { changeOf } from './check-change.ts'
import { viewOf } from './view.ts'

/** Rules about who a person is, not about when they work: what no change of the roster could mend. */
const lastingRules: ReadonlySet<string> = new Set(['required-skill', 'site-eligibility', 'prohibited-employee'])

/**
 * Everyone who does not work the shift yet, best first: what taking it would break and cost. Among those whom hard rules
 * stop, the people who could do the work if the roster were another come first: they are the reason a planner looks for.
 */
export function rankEmployees(problem: Problem, roster: Roster, shift: ShiftId): UnfilledCandidate[] {
  const view = viewOf(problem, roster)
  return rankBy(view, shift, (person, index) => candidateOf(view, person, index))
}

/** What the person's taking the shift would change, by the specs. */
export function candidateOf(view: RosterView, person: number, shift: number): UnfilledCandidate {
  const { employees, shifts } = view.frame.problem
  const employee = employees[person]!.id
  const { added, removed, delta } = changeOf(view, { added: [{ employee, shift: shifts[shift]!.id }], removed: [] })
  return { employee, added, removed, delta }
}

/** The ranking, with the judging of one person left to the caller; `couldLast` may rule out lasting breaches beforehand. */
export function rankBy(
  view: RosterView,
  shift: ShiftId,
  judge: (person: number, shift: number) => UnfilledCandidate,
  couldLast: (person: number, shift: number) => boolean = () => true,
): UnfilledCandidate[] {
  const { frame } = view
  const index = frame.shiftIndex.get(shift)
  if (index === undefined) throw new Error(`The problem has no shift "${shift}".`)
  const lasting = lastingCounter(view, index)
  const judged = frame.problem.employees.flatMap((_, person) => {
    if (view.lines[person]!.includes(index)) return []
    const candidate = judge(person, index)
    const isStopped = couldLast(person, index)
    return [{ candidate, lasting: isStopped ? lasting(person) : 0 }]
  })
  judged.sort(
    (a, b) =>
      a.lasting - b.lasting ||
      compareScores(a.candidate.delta, b.candidate.delta) ||
      (a.candidate.employee < b.candidate.employee ? -1 : 1),
  )
  return judged.map(({ candidate }) => candidate)
}

/** How many lasting hard breaches the shift alone means for a person. */
function lastingCounter(view: RosterView, shift: number): (person: number) => number {
  const rules = rulesInForce(view.frame.problem).filter(({ rule }) => lastingRules.has(rule.id))
  const lines: number[][] = view.lines.map(() => [])
  return (person) => {
    lines[person] = [shift]
    const alone = { ...view, lines, people: [person], shifts: [shift] }
    const breaches = rules.flatMap(({ rule, uses }) => rule.spec(alone, uses))
    lines[person] = []
    return breaches.filter(({ level }) => level === 'hard').length
  }
}
