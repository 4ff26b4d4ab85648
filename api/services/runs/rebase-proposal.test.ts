import { describe, expect, test } from 'vitest'
import type { Assignment, Problem } from '../../../solver/model/problem.ts'
import { applyToNow, chooseChanges, rebaseProposal } from './rebase-proposal.ts'

const of = (...pairs: string[]): Assignment[] =>
  pairs.map((pair) => {
    const [employee = '', shift = ''] = pair.split('@')
    return { employee, shift }
  })

const problem = (assignments: Assignment[], shifts = ['mon', 'tue', 'wed'], employees = ['ada', 'bob']): Problem => ({
  format: 'muster-problem/1',
  name: 'March',
  period: { start: '2027-03-01', days: 7, zone: 'UTC' },
  sites: [],
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: employees.map((id) => ({ id, name: id })),
  shifts: shifts.map((id) => ({
    id,
    site: 'main',
    start: '2027-03-01T06:00Z',
    end: '2027-03-01T14:00Z',
    heads: { min: 1 },
  })),
  rules: [],
  assignments,
})

describe('rebaseProposal', () => {
  test('an untouched roster gets exactly what the run changed', () => {
    const frozen = of('ada@mon', 'bob@tue')
    expect(rebaseProposal(frozen, of('bob@mon', 'bob@tue'), problem(frozen))).toEqual({
      added: of('bob@mon'),
      removed: of('ada@mon'),
    })
  })

  test('edits made by hand since the run began are not undone', () => {
    const now = problem(of('ada@mon', 'bob@wed'))
    expect(rebaseProposal(of('ada@mon'), of('ada@mon', 'bob@tue'), now)).toEqual({ added: of('bob@tue'), removed: [] })
  })

  test('what somebody did already, and what speaks of shifts or people that are gone, is left out', () => {
    const now = problem(of('bob@tue'), ['mon', 'tue'], ['bob'])
    const diff = rebaseProposal(of('ada@mon'), of('bob@tue', 'bob@wed', 'ada@tue', 'bob@mon'), now)
    expect(diff).toEqual({ added: of('bob@mon'), removed: [] })
  })

  test('accepted once, nothing is left to accept', () => {
    const frozen = of('ada@mon')
    const best = of('bob@mon', 'ada@tue')
    const diff = rebaseProposal(frozen, best, problem(frozen))
    const accepted = applyToNow(problem(frozen), diff)
    expect(rebaseProposal(frozen, best, problem([...accepted]))).toEqual({ added: [], removed: [] })
  })
})

describe('chooseChanges', () => {
  const proposal = { added: of('bob@mon', 'ada@tue'), removed: of('ada@mon') }

  test('all of it is all of it, also when every change is named', () => {
    expect(chooseChanges(proposal, { all: true, added: [], removed: [] })).toMatchObject({
      isAll: true,
      diff: proposal,
    })
    expect(chooseChanges(proposal, { all: false, ...proposal })).toMatchObject({ isAll: true })
  })

  test('a part is exactly the changes named', () => {
    const choice = chooseChanges(proposal, { all: false, added: of('ada@tue'), removed: [] })
    expect(choice).toEqual({ kind: 'chosen', isAll: false, diff: { added: of('ada@tue'), removed: [] } })
  })

  test('a change that is no part of the proposal any more is named, not dropped', () => {
    const choice = chooseChanges(proposal, { all: false, added: of('bob@wed'), removed: of('ada@mon') })
    expect(choice).toEqual({ kind: 'gone', changes: of('bob@wed') })
  })
})
