import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateProblem } from '../../../bench/solver/generate-problem.ts'
import { scoreRoster } from '../../judge/score-roster.ts'
import { validateProblem } from '../../judge/validate-problem.ts'
import type { Problem } from '../../model/problem.ts'
import { randomProblem, randomRoster } from '../../testkit/random-problem.ts'
import { solve } from '../open-session.ts'
import { joinRosters } from './join-rosters.ts'
import { splitProblem } from './split-problem.ts'

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()

/** Everybody and every shift in exactly one part. */
function expectPartition(problem: Problem, parts: readonly Problem[]): void {
  expect(parts.flatMap(({ employees }) => ids(employees)).sort()).toEqual(ids(problem.employees))
  expect(parts.flatMap(({ shifts }) => ids(shifts)).sort()).toEqual(ids(problem.shifts))
}

describe('splitProblem and joinRosters', () => {
  it('make valid parts that share nobody and no shift, whose union breaks hard rules exactly as the parts do', () => {
    let cut = 0
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const problem = randomProblem(seed, { employeesMax: 9 })
        fc.pre(validateProblem(problem).length === 0)
        const parts = splitProblem(problem, { cellsMax: 20 })
        expectPartition(problem, parts)
        if (parts.length > 1) cut++
        const hardOf = (part: Problem, roster = randomRoster(part, seed, 30)) => ({
          part,
          roster,
          score: scoreRoster(part, roster).score.hard,
        })
        for (const part of parts) expect(validateProblem(part)).toEqual([])
        const judged = parts.map((part) => hardOf(part))
        const joined = joinRosters(judged.map(({ roster }) => roster))
        expect(hardOf(problem, joined).score).toBeLessThanOrEqual(judged.reduce((sum, { score }) => sum + score, 0))
      }),
      { numRuns: 150, seed: 2 },
    )
    expect(cut).toBeGreaterThan(20)
  })

  const ward = generateProblem({ shifts: 400, people: 120, weeks: 2, seed: 3 })
  const parts = splitProblem(ward, { cellsMax: 6_000 })

  it('keep every part near the limit, and give the same parts every time', () => {
    expectPartition(ward, parts)
    expect(parts.length).toBeGreaterThanOrEqual(3)
    for (const part of parts) expect(part.employees.length * part.shifts.length).toBeLessThan(1.5 * 6_000)
    expect(splitProblem(ward, { cellsMax: 6_000 })).toEqual(parts)
  })

  it('keep a site together where it fits, and give its shifts to people who can work there', () => {
    const partsOfSite = (site: string) =>
      parts.filter(({ shifts }) => shifts.some((shift) => shift.site === site)).length
    expect(ward.sites.map(({ id }) => partsOfSite(id)).filter((count) => count > 1)).toEqual([])
    for (const { employees, shifts } of parts) {
      const sites = new Set(shifts.map(({ site }) => site))
      const fit = employees.filter((employee) => employee.sites?.some((site) => sites.has(site)) ?? true)
      expect(fit.length).toBe(employees.length)
    }
  })

  it('lead to a roster without hard breaches that the whole problem can be polished from', () => {
    const solved = parts.map((part) => {
      const outcome = solve(part, { seed: 1, evaluationsMax: 60_000, engine: 'search', checked: false })
      if (outcome.kind !== 'solved') throw new Error(outcome.kind)
      return outcome
    })
    const joined = joinRosters(solved.map(({ roster }) => roster))
    const { score } = scoreRoster(ward, joined)
    expect(score.hard).toBe(0)
    const polished = solve(ward, { seed: 1, evaluationsMax: 30_000, engine: 'search', checked: false, start: joined })
    expect(polished).toMatchObject({ kind: 'solved', score: { hard: 0 } })
    if (polished.kind === 'solved') expect(polished.score.medium).toBeLessThanOrEqual(score.medium)
  })

  it('leave a small problem, and one with hard rules that couple everybody, in one piece', () => {
    expect(splitProblem(ward, { cellsMax: 1_000_000 })).toEqual([ward])
    const fair: Problem = { ...ward, rules: [...ward.rules, { rule: 'fair-nights', level: 'hard' }] }
    expect(splitProblem(fair, { cellsMax: 6_000 })).toEqual([fair])
  })

  it('keep pinned work with the person, and trainees with their mentors', () => {
    const [first, second, last] = [ward.employees[0]!, ward.employees[1]!, ward.employees.at(-1)!]
    const pins = [ward.shifts[0]!, ward.shifts.at(-1)!].map(({ id: shift }) => ({ employee: first.id, shift }))
    const problem: Problem = {
      ...ward,
      pins,
      employees: ward.employees.map((employee) =>
        employee === second ? { ...second, onlyWith: [last.id] } : employee,
      ),
    }
    const split = splitProblem(problem, { cellsMax: 6_000 })
    expectPartition(problem, split)
    for (const part of split) expect(validateProblem(part)).toEqual([])
    expect(split.flatMap((part) => part.pins ?? [])).toEqual(pins)
    const partOf = (id: string) => split.findIndex(({ employees }) => employees.some((employee) => employee.id === id))
    expect(partOf(second.id)).toBe(partOf(last.id))
  })
})
