// A whole small problem as one integer program, level by level: the exact answer where the engines only search.
import type { Score } from '../model/outcome.ts'
import { levels, type Problem, type Roster, type RuleId } from '../model/problem.ts'
import type { LinearForm } from '../rules/kit/linear-model.ts'
import { linearForm, wholeScope } from '../rules/linear-form.ts'
import { type IntegerProgram, type ProgramAnswer, solveInteger } from './integer-program.ts'

export type SmallAnswer =
  | { kind: 'solved'; roster: Roster; score: Score }
  /** Rules in force that have no rows. */
  | { kind: 'unsupported'; rules: readonly RuleId[] }
  /** The nodes ran out. */
  | { kind: 'unknown' }

/** The best roster of all, proven, within about `nodesMax` relaxations a level. Needs a valid problem; minutes beyond some hundred pairs. */
export function solveSmallProblem(problem: Problem, options: { nodesMax: number }): SmallAnswer {
  const form = linearForm(problem, wholeScope(problem))
  if (form.omitted.length > 0) return { kind: 'unsupported', rules: form.omitted }
  const strict = strictProgram(form)
  let program: IntegerProgram = { ...strict, costs: costsAt(form, 'medium') }
  const firstTry = solveInteger(program, options)
  const score: Score = { hard: 0, medium: 0, soft: 0 }
  let answer: ProgramAnswer = firstTry
  const isStrict = firstTry.status !== 'infeasible'
  if (!isStrict)
    program = { max: form.max, rows: form.rows, costs: costsAt(form, 'hard'), decisions: form.pairs.length }
  for (const level of levels.slice(isStrict ? 1 : 0)) {
    program = { ...program, costs: costsAt(form, level) }
    answer = isStrict && level === 'medium' ? firstTry : solveInteger(program, options)
    if (answer.status !== 'optimal') return { kind: 'unknown' }
    score[level] = answer.objective!
    program = { ...program, rows: [...program.rows, atMost(program.costs, score[level])] }
  }
  const assignments = form.pairs.flatMap(({ employee, shift }, variable) =>
    answer.values![variable] === 1
      ? [{ employee: problem.employees[employee]!.id, shift: problem.shifts[shift]!.id }]
      : [],
  )
  return { kind: 'solved', roster: { assignments }, score }
}

/** The program in which no hard rule is broken; it costs nothing yet. */
export function strictProgram(form: LinearForm): IntegerProgram {
  const max = [...form.max]
  for (const { variable, source } of form.prices) if (source.level === 'hard') max[variable] = 0
  return { costs: max.map(() => 0), max, rows: [...form.rows, ...form.cuts], decisions: form.pairs.length }
}

function costsAt(form: LinearForm, level: string): number[] {
  const costs = form.max.map(() => 0)
  for (const { variable, each, source } of form.prices)
    if (source.level === level) costs[variable] = costs[variable]! + each
  return costs
}

function atMost(costs: readonly number[], amount: number) {
  const variables = [...costs.keys()].filter((variable) => costs[variable] !== 0)
  return { variables, coefficients: variables.map((variable) => -costs[variable]!), atLeast: -amount, isEqual: false }
}
