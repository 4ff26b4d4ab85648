import { describe, expect, it } from 'vitest'
import type { Problem } from '../../model/problem.ts'
import { Board } from '../board.ts'
import { Random } from '../random.ts'
import { SearchSession } from '../search.ts'
import { State } from '../state.ts'
import { placeHeads } from './place-heads.ts'
import { Trial } from './trial.ts'

/** Two shifts at once: the guard's can be done by both, the nurse's only by Ada. */
const problem: Problem = {
  format: 'muster-problem/1',
  name: 'two at once',
  period: { start: '2026-03-02', days: 1, weekStart: 1, zone: 'UTC' },
  sites: [{ id: 'ward', name: 'Ward', zone: 'UTC' }],
  skills: [{ id: 'nurse', name: 'Nurse' }],
  shiftTypes: [{ id: 'day', name: 'Day' }],
  contracts: [{ id: 'full', name: 'Full', rules: [] }],
  employees: ['ada', 'ben'].map((id) => ({
    id,
    name: id,
    contracts: [{ contract: 'full' }],
    skills: id === 'ada' ? [{ skill: 'nurse', level: 1 }] : [],
  })),
  shifts: [
    { id: 'guard', skills: [] },
    { id: 'nurse', skills: ['nurse'] },
  ].map(({ id, skills }) => ({
    id,
    site: 'ward',
    type: 'day',
    start: '2026-03-02T08:00Z',
    end: '2026-03-02T16:00Z',
    heads: { min: 1 },
    ...(skills.length > 0 && { skills: { allOf: skills.map((skill) => ({ skill })) } }),
  })),
  rules: [{ rule: 'min-cover' }, { rule: 'required-skill' }, { rule: 'no-overlap' }],
}

/** The same where an hour costs more than a thousand. */
const dear: Problem = {
  ...problem,
  rules: [...problem.rules, { rule: 'labour-cost' }],
  employees: problem.employees.map((employee) => ({ ...employee, rateMinor: 200_000 })),
}

describe('heads by regret', () => {
  it('gives the head that only one person can have to that person first, in whatever order they are asked for', () => {
    for (const codes of [
      [1, 2],
      [2, 1],
    ]) {
      const state = new State(problem, [])
      const trial = new Trial(state, () => state.accept())
      const evaluated = placeHeads(new Board(state), codes, trial, new Random(1), { overlookOneIn: 0 })
      expect(state.rosterIn(state.grid.before).assignments).toEqual([
        { employee: 'ben', shift: 'guard' },
        { employee: 'ada', shift: 'nurse' },
      ])
      expect(evaluated).toBeGreaterThanOrEqual(3)
      expect(trial.guide).toBeLessThan(0)
    }
  })

  it('leaves a head open that would cost more than it brings', () => {
    const free = { ...dear, rules: dear.rules.filter(({ rule }) => rule !== 'min-cover') }
    const state = new State(free, [])
    placeHeads(new Board(state), [1, 2], new Trial(state, () => state.accept()), new Random(1), { overlookOneIn: 0 })
    expect(state.rosterIn(state.grid.before).assignments).toEqual([])
  })
  it('fill the first roster wherever cover is worth more than cost by its level', () => {
    const session = new SearchSession(dear, { seed: 1, evaluationsMax: 10 }, null)
    expect(session.step(1)).toMatchObject({ missingHeads: 0, score: { hard: 0, medium: 0 } })
  })
})
