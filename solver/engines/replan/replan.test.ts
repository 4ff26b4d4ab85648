import { describe, expect, it } from 'vitest'
import { generateProblem } from '../../../bench/solver/generate-problem.ts'
import { scoreRoster } from '../../judge/score-roster.ts'
import { diffRosters } from '../../model/diff.ts'
import type { Problem, Roster } from '../../model/problem.ts'
import type { RosterChange } from '../../model/roster-change.ts'
import { byHand, span } from '../../rules/tests/by-hand.ts'
import { solve } from '../open-session.ts'
import { disruptionFigure } from './disruption-figure.ts'
import { openReplan, type ReplanOutcome, replan } from './replan.ts'

const options = { seed: 1, evaluationsMax: 60_000, at: '2026-05-31T12:00Z' }
const rosterOf = (worked: Readonly<Record<string, readonly string[]>>): Roster => ({
  assignments: Object.entries(worked).flatMap(([employee, shifts]) => shifts.map((shift) => ({ employee, shift }))),
})
const replanned = (outcome: ReplanOutcome) => {
  if (outcome.kind !== 'replanned') throw new Error(JSON.stringify(outcome.issues))
  return outcome
}
const changesOf = (outcome: ReplanOutcome) => {
  const { added, removed } = replanned(outcome).diff
  const text = (list: typeof added) => list.map(({ employee, shift }) => `${employee} ${shift}`)
  return { added: text(added), removed: text(removed) }
}

/** Monday 1 to Sunday 7 June 2026: a shift a day at each of two wards; x is wanted at the second. */
const days = [1, 2, 3, 4, 5, 6, 7]
const needsX = { skills: { allOf: [{ skill: 'x' }] } }
const x = { skills: [{ skill: 'x' }] }
const wards = (rest: Partial<Parameters<typeof byHand>[0]> = {}) =>
  byHand({
    start: '2026-06-01',
    days: 7,
    employees: [{}, x, x, {}],
    shifts: days.flatMap((day) => [
      { id: `a${day}`, at: `2026-06-0${day}T08:00`, hours: 8, heads: { min: 1, max: 1 } },
      { id: `b${day}`, at: `2026-06-0${day}T08:00`, hours: 8, heads: { min: 1, max: 1 }, ...needsX },
    ]),
    rules: [{ rule: 'min-rest', params: { minutes: 660 } }, { rule: 'fair-minutes' }],
    ...rest,
  })
const away = (employee: string, day: number): RosterChange => ({
  kind: 'away',
  employee,
  ...span(`2026-06-0${day}T00:00`, 24),
})
/** e0 works the first ward all week, e1 the second, e3 is free. */
const allWeek = (second: string) =>
  rosterOf({ e0: days.map((day) => `a${day}`), [second]: days.map((day) => `b${day}`) })

describe('replan', () => {
  it('moves nothing else when a single swap-in closes the gap, however unfair the roster is', () => {
    expect(changesOf(replan(wards(), allWeek('e1'), [away('e1', 3)], options))).toEqual({
      added: ['e2 b3'],
      removed: ['e1 b3'],
    })
  })

  it('exchanges on the same day where nobody who is free could take the work', () => {
    // Only e1 and e2 know x; e2 works the first ward that week and e3, who is free, can do that.
    const published = rosterOf({ e2: days.map((day) => `a${day}`), e1: days.map((day) => `b${day}`) })
    const outcome = replan(wards({ employees: [{ sites: ['b'] }, x, x, {}] }), published, [away('e1', 3)], options)
    expect(changesOf(outcome)).toEqual({ added: ['e3 a3', 'e2 b3'], removed: ['e2 a3', 'e1 b3'] })
    expect(replanned(outcome).score.hard).toBe(0)
  })

  it('searches the days around when an exchange on the day is not enough', () => {
    // Everybody works four days at most; e2, the only one left with the skill, has had them and must give one to e0.
    const four = { rules: [{ rule: 'max-shifts-of-type', params: { limits: [{ period: 'week', max: 4 }] } }] }
    const problem = wards({ ...four, employees: [{}, x, x, {}] })
    const published = rosterOf({
      e0: ['a5', 'a6', 'a7'],
      e1: ['b1', 'b2', 'b3', 'b4'],
      e2: ['a4', 'b5', 'b6', 'b7'],
      e3: ['a1', 'a2', 'a3'],
    })
    const outcome = replanned(replan(problem, published, [away('e1', 3)], options))
    expect(outcome.score).toMatchObject({ hard: 0, medium: 0 })
    expect(outcome.diff.added).toContainEqual({ employee: 'e2', shift: 'b3' })
    expect(outcome.diff.added).toHaveLength(2)
  })

  it('leaves what has begun and what is pinned alone', () => {
    const at = '2026-06-03T12:00Z'
    const problem = wards({ pins: [{ employee: 'e0', shift: 'a6' }] })
    const sick: RosterChange = { kind: 'away', employee: 'e1', start: '2026-06-02T00:00Z', end: '2026-06-08T00:00Z' }
    const outcome = replanned(replan(problem, allWeek('e1'), [sick], { ...options, at }))
    expect(outcome.freed.map(({ shift }) => shift)).toEqual(['b4', 'b5', 'b6', 'b7'])
    expect(outcome.diff.removed).toEqual(outcome.freed.toSorted((a, b) => (a.shift < b.shift ? -1 : 1)))
    expect(outcome.roster.assignments).toContainEqual({ employee: 'e0', shift: 'a6' })
  })

  it('finds people for a new shift, drops a removed one, and frees who cannot follow a moved one', () => {
    const fresh = { id: 'new', site: 'a', ...span('2026-06-02T08:00', 8), heads: { min: 1 } }
    const fits = replan(wards(), allWeek('e1'), [{ kind: 'shift-added', shift: fresh }], options)
    expect(changesOf(fits).removed).toEqual([])
    expect(changesOf(fits).added).toHaveLength(1)
    const gone = replan(wards(), allWeek('e1'), [{ kind: 'shift-removed', shift: 'b2' }], options)
    expect(changesOf(gone)).toEqual({ added: [], removed: [] })
    expect(replanned(gone).roster.assignments).toHaveLength(13)
    const later = { kind: 'shift-moved' as const, shift: 'b2', ...span('2026-06-02T20:00', 8) }
    const moved = replan(wards(), allWeek('e1'), [later], options)
    expect(changesOf(moved)).toEqual({ added: ['e2 b2'], removed: ['e1 b2'] })
  })

  it('frees an assignment whose pin is lost only when a hard rule is broken by it', () => {
    const problem = wards({ pins: [{ employee: 'e3', shift: 'b2' }] })
    const published = rosterOf({
      e0: days.map((day) => `a${day}`),
      e3: ['b2'],
      e1: ['b1', 'b3', 'b4', 'b5', 'b6', 'b7'],
    })
    const lost = { kind: 'pin-lost' as const, employee: 'e3', shift: 'b2' }
    expect(changesOf(replan(problem, published, [lost], options))).toEqual({ added: ['e2 b2'], removed: ['e3 b2'] })
    const sound = wards({ pins: [{ employee: 'e1', shift: 'b2' }] })
    const kept = replan(sound, allWeek('e1'), [{ ...lost, employee: 'e1' }], options)
    expect(changesOf(kept)).toEqual({ added: [], removed: [] })
  })

  it('tells what stays open and breaks no rule when nobody can take the work', () => {
    const outcome = replanned(replan(wards(), allWeek('e1'), [away('e1', 3), away('e2', 3)], options))
    expect(outcome.score).toMatchObject({ hard: 0, medium: 1 })
    expect(outcome.diff).toEqual({ added: [], removed: [{ employee: 'e1', shift: 'b3' }] })
  })

  it('finds people for a shift that lacks them and leaves other gaps alone', () => {
    const lacking = rosterOf({ e0: days.map((day) => `a${day}`), e1: ['b1', 'b2', 'b5', 'b6', 'b7'] })
    const outcome = replan(wards(), lacking, [{ kind: 'shift-open', shift: 'b3' }], options)
    expect(changesOf(outcome)).toEqual({ added: [expect.stringMatching(/^e[12] b3$/)], removed: [] })
  })

  it('weighs changes by the notice they leave', () => {
    const before = allWeek('e1')
    const swapped = (day: number): Roster => ({
      assignments: before.assignments.map((one) => (one.shift === `b${day}` ? { ...one, employee: 'e2' } : one)),
    })
    const figure = (day: number, at: string) => disruptionFigure(wards(), before, swapped(day), at)
    expect(figure(1, '2026-05-31T12:00Z')).toEqual({ changes: 2, points: 20 })
    expect(figure(3, '2026-05-31T12:00Z')).toEqual({ changes: 2, points: 6 })
    expect(figure(3, '2026-05-01T12:00Z')).toEqual({ changes: 2, points: 2 })
    expect(disruptionFigure(wards(), before, before, '2026-05-31T12:00Z')).toEqual({ changes: 0, points: 0 })
  })

  it('names changes that fit nothing as issues', () => {
    const outcome = replan(wards(), allWeek('e1'), [away('nobody', 3), { kind: 'shift-removed', shift: 'z' }], options)
    expect(outcome).toMatchObject({
      kind: 'problem-invalid',
      issues: [{ path: 'changes[0].employee' }, { path: 'changes[1].shift' }],
    })
  })
})

describe('replan on a ward of forty people', () => {
  const problem: Problem = generateProblem({ shifts: 160, people: 40, weeks: 2, seed: 4 })
  const solved = solve(problem, { seed: 1, evaluationsMax: 150_000, engine: 'search', checked: false })
  const published = 'roster' in solved ? solved.roster : { assignments: [] }
  const { hard, medium } = scoreRoster(problem, published).score
  const at = '2026-03-02T00:00Z'
  const sickness = problem.employees
    .slice(0, 5)
    .map(({ id: employee }): RosterChange[] => [
      { kind: 'away', employee, start: '2026-03-05T00:00Z', end: '2026-03-10T00:00Z' },
    ])

  it('keeps hard rules, changes few assignments, and disturbs far less than solving again', () => {
    expect(hard).toBe(0)
    const changed = { replanned: 0, again: 0, freed: 0 }
    for (const changes of sickness) {
      const outcome = replanned(
        replan(problem, published, changes, { seed: 1, evaluationsMax: 200_000, at, checked: false }),
      )
      const { published: _, ...untold } = outcome.problem
      const again = solve(untold, { seed: 1, evaluationsMax: 60_000, engine: 'search', checked: false })
      if (again.kind !== 'solved') throw new Error(again.kind)
      const size = ({ added, removed }: typeof outcome.diff) => added.length + removed.length
      const hardFreed = scoreRoster(outcome.problem, {
        assignments: published.assignments.filter(({ employee, shift }) =>
          outcome.freed.every((one) => one.employee !== employee || one.shift !== shift),
        ),
      }).score.hard
      expect(outcome.score.hard).toBeLessThanOrEqual(hardFreed)
      expect(outcome.score.medium).toBeLessThanOrEqual(Math.max(medium, again.score.medium))
      expect(size(outcome.diff)).toBeLessThanOrEqual(4 * outcome.freed.length)
      changed.freed += outcome.freed.length
      changed.replanned += size(outcome.diff)
      changed.again += size(diffRosters(published, again.roster))
    }
    expect(changed.freed).toBeGreaterThan(5)
    expect(changed.again).toBeGreaterThan(2 * changed.replanned)
  })

  it('gives the same roster in one piece, in slices, and resumed from a checkpoint that went through JSON', () => {
    const changes = sickness.flat()
    const run = { seed: 3, evaluationsMax: 40_000, at, checked: false }
    const whole = replanned(replan(problem, published, changes, run))
    let { session } = openReplan(problem, published, changes, run)
    for (let slice = 0; !session.isDone(); slice++) {
      session.step(3000)
      if (slice % 2 === 0) {
        const checkpoint = JSON.parse(JSON.stringify(session.checkpoint()))
        session = openReplan(problem, published, changes, { ...run, checkpoint }).session
      }
    }
    expect(session.best()).toEqual(whole.roster)
    expect(session.bestScore()).toEqual(whole.score)
  })
})
