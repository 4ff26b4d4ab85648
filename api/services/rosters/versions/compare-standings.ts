// Two standings of one roster beside each other, rule by rule and person by person, under the rules of now. Pure.
import {
  type ChangeReport,
  compareReports,
  employeeFigures,
  keyFigures,
  scoreRoster,
} from '../../../../solver/index.ts'
import type { KeyFigures, ScoreReport } from '../../../../solver/model/outcome.ts'
import { levels } from '../../../../solver/model/problem.ts'
import { buildProblem } from '../build-problem.ts'
import { editBetween } from '../edits/edit-between.ts'
import type { Standing } from '../edits/plan-edit.ts'
import type { PlanningRows } from '../planning-rows.ts'

type Change = { before: number; after: number }
export type Comparison = ChangeReport & {
  shifts: { added: string[]; removed: string[]; changed: string[] }
  reports: { before: ScoreReport; after: ScoreReport }
  keyFigures: { before: KeyFigures; after: KeyFigures }
  rules: { rule: string; level: 'hard' | 'medium' | 'soft'; breaches: Change; penalty: Change }[]
  people: { employeeId: string; added: string[]; removed: string[]; paidMinutes: Change }[]
}

/** People who are no longer known count for no rule; that they come or go is told all the same. */
export const compareStandings = (rows: PlanningRows, before: Standing, after: Standing): Comparison => {
  const [old, now] = [judge(rows, before), judge(rows, after)]
  const edit = editBetween(before, after)
  return {
    ...compareReports(old.report, now.report),
    shifts: {
      added: edit.createShifts.flatMap(({ id }) => id ?? []),
      removed: edit.deleteShifts,
      changed: edit.updateShifts.map(({ id }) => id),
    },
    reports: { before: old.report, after: now.report },
    keyFigures: { before: old.figures, after: now.figures },
    rules: rulesOf(old.report, now.report),
    people: peopleOf(before, after, old.minutes, now.minutes),
  }
}

const judge = (rows: PlanningRows, standing: Standing) => {
  const known = new Set(rows.employees.map(({ id }) => id))
  const assignments = standing.assignments.filter(({ employeeId }) => known.has(employeeId))
  const problem = buildProblem({
    ...rows,
    shifts: standing.shifts,
    assignments: assignments.map((one) => ({ id: '', ...one })),
  })
  const roster = { assignments: problem.assignments ?? [] }
  return {
    report: scoreRoster(problem, roster),
    figures: keyFigures(problem, roster),
    minutes: new Map(employeeFigures(problem, roster).map(({ employee, paidMinutes }) => [employee, paidMinutes])),
  }
}

const rulesOf = (before: ScoreReport, after: ScoreReport): Comparison['rules'] => {
  const names = new Set([...before.breaches, ...after.breaches].map(({ rule }) => rule))
  const sides = [before, after].map(({ breaches }) => Map.groupBy(breaches, ({ rule, level }) => `${rule} ${level}`))
  const figure = (side: number, key: string) => {
    const breaches = sides[side]?.get(key) ?? []
    return { count: breaches.length, penalty: breaches.reduce((sum, { penalty }) => sum + penalty, 0) }
  }
  return [...names].flatMap((rule) =>
    levels.flatMap((level) => {
      const [old, now] = [figure(0, `${rule} ${level}`), figure(1, `${rule} ${level}`)]
      if (old.count + now.count === 0) return []
      const breaches = { before: old.count, after: now.count }
      return [{ rule, level, breaches, penalty: { before: old.penalty, after: now.penalty } }]
    }),
  )
}

type Minutes = ReadonlyMap<string, number>
const peopleOf = (before: Standing, after: Standing, old: Minutes, now: Minutes): Comparison['people'] => {
  const shiftsOf = ({ assignments }: Standing) => {
    const byPerson = Map.groupBy(assignments, ({ employeeId }) => employeeId)
    return new Map([...byPerson].map(([id, list]) => [id, new Set(list.map(({ shiftId }) => shiftId))]))
  }
  const [had, has] = [shiftsOf(before), shiftsOf(after)]
  return [...new Set([...had.keys(), ...has.keys()])].sort().flatMap((employeeId) => {
    const [was, is] = [had.get(employeeId) ?? new Set<string>(), has.get(employeeId) ?? new Set<string>()]
    const added = [...is].filter((id) => !was.has(id))
    const removed = [...was].filter((id) => !is.has(id))
    const paidMinutes = { before: old.get(employeeId) ?? 0, after: now.get(employeeId) ?? 0 }
    const isSame = added.length + removed.length === 0 && paidMinutes.before === paidMinutes.after
    return isSame ? [] : [{ employeeId, added, removed, paidMinutes }]
  })
}
