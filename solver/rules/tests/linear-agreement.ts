import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateProblem } from '../../judge/validate-problem.ts'
import { viewOf } from '../../judge/view.ts'
import { levels, type Problem, type Roster } from '../../model/problem.ts'
import { randomProblem, randomRoster } from '../../testkit/random-problem.ts'
import type { LinearForm, LinearRow } from '../kit/linear-model.ts'
import { linearForm, wholeScope } from '../linear-form.ts'
import { registry } from '../registry.ts'
import { type RuleInForce, rulesInForce } from '../rules-in-force.ts'
import { problemsPerRule } from './agreement.ts'

const rosterPercents = [0, 4, 10, 25, 60]
const testMs = 300_000

const amountOf = ({ variables, coefficients }: LinearRow, values: readonly number[]) =>
  variables.reduce((sum, variable, index) => sum + coefficients[index]! * values[variable]!, 0)

/**
 * The values of a roster: pairs as they are, every other variable as small as the rows allow in which nothing younger
 * stands. Fails where an auxiliary of a definition could have another value, or a row does not hold.
 */
function valuesOf(problem: Problem, form: LinearForm, roster: Roster): number[] {
  const worked = new Set(roster.assignments.map(({ employee, shift }) => JSON.stringify([employee, shift])))
  const isWorked = ({ employee, shift }: LinearForm['pairs'][number]) =>
    worked.has(JSON.stringify([problem.employees[employee]!.id, problem.shifts[shift]!.id]))
  const values = form.pairs.map((pair) => Number(isWorked(pair)))
  const youngest = new Map<number, LinearRow[]>()
  for (const row of form.rows) {
    const last = Math.max(...row.variables)
    youngest.set(last, [...(youngest.get(last) ?? []), row])
  }
  for (let variable = values.length; variable < form.max.length; variable++) {
    let least = 0
    let most = form.max[variable]!
    for (const row of youngest.get(variable) ?? []) {
      const coefficient = row.coefficients[row.variables.indexOf(variable)]!
      const others = amountOf(row, [...values, 0])
      const bound = (row.atLeast - others) / coefficient
      if (coefficient > 0) least = Math.max(least, bound)
      else most = Math.min(most, bound)
    }
    const isDefined = (youngest.get(variable) ?? []).every(({ source }) => source === null)
    expect(least).toBeLessThanOrEqual(most)
    if (isDefined) expect(least === most).toBe(true)
    values.push(least)
  }
  for (const row of form.rows) expect(amountOf(row, values)).toBeGreaterThanOrEqual(row.atLeast)
  return values
}

/** What a rule's breaches cost must be the same by rows and by spec, level by level; answers how many breaches there are. */
function compare(problem: Problem, form: LinearForm, { rule, uses }: RuleInForce, roster: Roster): number {
  const values = valuesOf(problem, form, roster)
  const breaches = rule.spec(viewOf(problem, roster), uses)
  for (const level of levels) {
    const own = form.prices.filter(({ source }) => source.level === level)
    const byRows = own.reduce((sum, { variable, each }) => sum + values[variable]! * each, 0)
    const bySpec = breaches.reduce((sum, breach) => sum + (breach.level === level ? breach.penalty : 0), 0)
    expect(byRows, `${rule.id} ${level}`).toBe(bySpec)
  }
  if (breaches.every(({ level }) => level !== 'hard'))
    for (const row of form.cuts) expect(amountOf(row, values)).toBeGreaterThanOrEqual(row.atLeast)
  return breaches.length
}

/**
 * Tests that rows and spec agree on random problems of every rule that has rows; each problem is asked about its one rule alone, with
 * several rosters. Several files run a share each, from seeds of their own.
 */
export function testLinearAgreement(seed: number, shares: number): void {
  const numRuns = Math.ceil(problemsPerRule / shares)
  describe('rows and spec agree', () => {
    for (const { id } of registry.filter(({ linear }) => linear))
      it(
        `on the size of every breach of ${id}, for rosters of any fullness`,
        () => {
          let kept = 0
          let broken = 0
          fc.assert(
            fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (of) => {
              const problem = randomProblem(of, { rule: id, employeesMax: 4, daysMax: 11 })
              fc.pre(validateProblem(problem).length === 0)
              const own = rulesInForce(problem).find(({ rule }) => rule.id === id)
              fc.pre(own !== undefined)
              const form = linearForm(problem, wholeScope(problem), [own])
              fc.pre(form.omitted.length === 0)
              for (const percent of rosterPercents) {
                const breaches = compare(problem, form, own, randomRoster(problem, of + percent, percent))
                if (breaches === 0) kept++
                else broken++
              }
            }),
            { numRuns, seed, endOnFailure: true },
          )
          expect(kept).toBeGreaterThan(0)
          expect(broken).toBeGreaterThan(0)
        },
        testMs,
      )
  })
}
