import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateProblem } from '../../judge/validate-problem.ts'
import { checkAgainstOracle } from '../../testkit/check-state.ts'
import { randomProblem } from '../../testkit/random-problem.ts'
import { Board } from '../board.ts'
import { Random } from '../random.ts'
import { SearchSession } from '../search.ts'
import { State } from '../state.ts'
import { rebuild } from './rebuild.ts'
import { ruins } from './ruins.ts'
import { Trial } from './trial.ts'

/** A valid random problem with a roster that a short search found for it. */
const searched = fc
  .integer({ min: 1, max: 2 ** 31 - 1 })
  .map((seed) => randomProblem(seed, { daysMax: 20, employeesMax: 8 }))
  .filter((problem) => validateProblem(problem).length === 0)
  .map((problem) => {
    const session = new SearchSession(problem, { seed: 1, evaluationsMax: 3_000 }, null)
    session.step(3_000)
    const roster = session.best()
    const state = new State(problem, [roster])
    state.load(roster.assignments)
    return { problem, state, board: new Board(state) }
  })
const runs = { numRuns: 10, seed: 5 }

describe('rebuilding a part of the roster', { timeout: 60_000 }, () => {
  it('takes away only what somebody works in the period, and nothing twice', () => {
    fc.assert(
      fc.property(searched, fc.nat(1000), ({ state, board }, seed) => {
        const random = new Random(seed)
        const { grid } = state
        for (const ruin of ruins) {
          const taken = ruin(board, random)
          for (const { employee, code } of taken) {
            const cell = grid.cell(employee, grid.dayOf[code]!)
            expect(grid.before.subarray(cell, cell + grid.slots)).toContain(code)
            expect(grid.dayOf[code]!).toBeGreaterThanOrEqual(grid.pastDays)
          }
          expect(new Set(taken.map(({ employee, code }) => `${employee} ${code}`)).size).toBe(taken.length)
        }
      }),
      runs,
    )
  })

  it('agrees with the oracle after every change, keeps pins, and never makes the roster worse when cold', () => {
    let kept = 0
    fc.assert(
      fc.property(searched, fc.nat(1000), ({ problem, state, board }, seed) => {
        const random = new Random(seed)
        const check = checkAgainstOracle(problem, seed)
        for (let round = 0; round < 8; round++) {
          const before = state.score[0]! + state.score[1]! + state.score[2]!
          const cells = state.grid.before.slice()
          const accept = (move: string) => {
            state.accept()
            check(state, move)
          }
          expect(rebuild(board, random, { temperature: 0, accept })).toBeGreaterThan(0)
          expect(state.score[0]! + state.score[1]! + state.score[2]!).toBeLessThanOrEqual(before)
          if (cells.some((code, cell) => state.grid.before[cell] !== code)) kept++
          for (const { employee, shift } of problem.pins ?? [])
            expect(state.rosterIn(state.grid.before).assignments).toContainEqual({ employee, shift })
        }
      }),
      { ...runs, numRuns: 6 },
    )
    expect(kept).toBeGreaterThan(0)
  })

  it('puts every line and every figure back when a trial is undone', () => {
    fc.assert(
      fc.property(searched, fc.nat(1000), ({ state, board }, seed) => {
        const random = new Random(seed)
        const before = state.grid.before.slice()
        const score = state.currentScore()
        const heads = state.heads.slice()
        const trial = new Trial(state, () => state.accept())
        for (let change = 0; change < 12; change++) {
          const employee = random.below(board.employees)
          const day = board.pickDay(random)
          board.writeDay(employee, day, board.pickCode(employee, day, random))
          state.touch(employee, day, day + 1)
          if (state.evaluate()) trial.apply('change')
        }
        trial.undo('put-back')
        expect(state.grid.before).toEqual(before)
        expect(state.currentScore()).toEqual(score)
        expect(state.heads).toEqual(heads)
      }),
      runs,
    )
  })
})
