import { describe, expect, test } from 'vitest'
import { generateProblem } from '../../bench/solver/generate-problem.ts'
import type { Problem } from '../model/problem.ts'
import { partBudgetMs, partEvaluations, planParts, progressBefore } from './plan-parts.ts'

const problem = generateProblem({ shifts: 40, people: 60, weeks: 1, seed: 2 })

describe('planParts', () => {
  test('leaves a problem whole that fits, that the instant engine solves, or whose hard rules couple everybody', () => {
    const fair: Problem = { ...problem, rules: [...problem.rules, { rule: 'fair-nights', level: 'hard' }] }
    expect(planParts(problem, 'auto', 2400)).toBeNull()
    expect(planParts(problem, 'assignment', 600)).toBeNull()
    expect(planParts(fair, 'auto', 600)).toBeNull()
    expect(planParts(problem, 'auto', 600)?.length).toBeGreaterThan(1)
  })

  test('leaves an invalid problem whole, so that opening it names what is wrong', () => {
    const twice: Problem = { ...problem, employees: [...problem.employees, problem.employees[0]!] }
    expect(planParts(twice, 'auto', 600)).toBeNull()
  })
})

describe('partBudgetMs', () => {
  const run = { seconds: 60, count: 6, atOnce: 6, lateMs: 0 }

  test('side by side every part has seven tenths of the time; the rest polishes', () => {
    expect(partBudgetMs(run)).toBe(42_000)
    expect(partBudgetMs({ ...run, atOnce: 10 })).toBe(42_000)
  })

  test('where parts take turns they share that time', () => {
    expect(partBudgetMs({ ...run, atOnce: 1 })).toBe(7000)
    expect(partBudgetMs({ ...run, atOnce: 4 })).toBe(21_000)
    expect(partBudgetMs({ ...run, atOnce: 1, lateMs: 35_000 })).toBe(7000)
  })

  test('a part that the queue delivers late has what is left, but never less than a quarter of its turn', () => {
    expect(partBudgetMs({ ...run, lateMs: 12_000 })).toBe(30_000)
    expect(partBudgetMs({ ...run, lateMs: 120_000 })).toBe(10_500)
  })
})

test('an exact budget is shared evenly and never exceeded', () => {
  expect(partEvaluations(1_000_000, 4)).toBe(175_000)
  expect(partEvaluations(3, 4)).toBe(1)
})

test('a part that nobody began stands with the people it has', () => {
  const [shift] = problem.shifts
  const before = progressBefore(problem)
  expect(before).toMatchObject({ evaluations: 0, score: { hard: 0 } })
  expect(before.missingHeads).toBe(problem.shifts.reduce((sum, { heads }) => sum + heads.min, 0))
  const able = problem.employees.find(({ id }) => {
    const roster = { ...problem, assignments: [{ employee: id, shift: shift?.id ?? '' }] }
    return progressBefore(roster).score.hard === 0
  })
  const begun = { ...problem, assignments: [{ employee: able?.id ?? '', shift: shift?.id ?? '' }] }
  expect(progressBefore(begun).missingHeads).toBe(before.missingHeads - 1)
})
