import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../judge/score-roster.ts'
import { smallInstance } from '../testkit/small-instance.ts'
import { canSolve, compileLines, rosterOf } from './compile-lines.ts'
import { GroupCosts } from './group-costs.ts'
import { lineContext, open, SequenceStates } from './line-context.ts'
import { LineLabels } from './line-labels.ts'
import { type Line, lineCost } from './line-model.ts'
import { LinePricer } from './line-pricer.ts'
import { MilpSession } from './milp-session.ts'
import { Random } from './random.ts'

/** Every line of person 0 that the rules' specs allow, by trying all of them. */
function allowedLines(problem: ReturnType<typeof smallInstance>): Line[] {
  const compiled = compileLines(problem)
  const { model } = compiled
  const alone = { ...problem, employees: [problem.employees[0]!] }
  const byDay = Array.from({ length: model.days }, (_, d) =>
    [...model.cellDay.keys()].filter((c) => model.cellDay[c] === d),
  )
  const lines: Line[] = []
  const grow = (d: number, cells: number[]): void => {
    if (d === model.days) {
      const line = { cost: 0, cells: Int32Array.from(cells) }
      if (scoreRoster(alone, rosterOf(alone, compiled, [line])).score.hard > 0) return
      lines.push({ cost: lineCost(model, model.people[0]!, line.cells), cells: line.cells })
      return
    }
    grow(d + 1, cells)
    for (const cell of byDay[d]!) grow(d + 1, [...cells, cell])
  }
  grow(0, [])
  return lines
}

describe('column generation', () => {
  it('prices exactly: the cheapest line is the one that trying all lines finds', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = smallInstance(seed, 2, 7)
      const { model } = compileLines(problem)
      const person = model.people[0]!
      const states = new SequenceStates(person, model.days)
      const context = lineContext(model, person, states, new Int32Array(model.days).fill(open))
      const toGo = new Float64Array((model.days + 1) * states.count)
      const pricer = new LinePricer(
        model,
        context,
        new LineLabels(50_000),
        toGo,
        new GroupCosts(person.options.groupClass.length),
      )
      const lines = allowedLines(problem)
      const random = new Random(seed)
      for (let trial = 0; trial < 10; trial++) {
        const price = Float64Array.from({ length: model.cells.count }, () => random.next() * 60 - 40)
        const priced = lines.map((line) => line.cost + line.cells.reduce((sum, cell) => sum + price[cell]!, 0))
        const least = Math.min(...priced)
        const { bound, found } = pricer.price(price, least + 20, least + 20, 2)
        expect(found[0]!.priced).toBeCloseTo(least, 6)
        expect(bound).toBeLessThanOrEqual(least + 1e-6)
        expect(pricer.price(price, least - 1e-3, least, 2).found).toEqual([])
      }
    }
  })

  it('prices alike however many states a line may be in', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const { model } = compileLines(smallInstance(seed, 2, 14))
      const labels = new LineLabels(50_000)
      // Rest that is longer than the period lasts to its end, however much longer it is.
      const pricers = [15, 300].map((offMin) => {
        const person = { ...model.people[0]!, offMin }
        const states = new SequenceStates(person, model.days)
        const context = lineContext(model, person, states, new Int32Array(model.days).fill(open))
        const toGo = new Float64Array((model.days + 1) * states.count)
        return new LinePricer(model, context, labels, toGo, new GroupCosts(person.options.groupClass.length))
      })
      const random = new Random(seed)
      for (let trial = 0; trial < 10; trial++) {
        const price = Float64Array.from({ length: model.cells.count }, () => random.next() * 60 - 40)
        const [few, many] = pricers.map((pricer) => pricer.price(price, 1e6, 1e6, 1).found[0]?.priced)
        expect(many).toBe(few)
      }
    }
  })

  it('goes on from the past: runs, rest and successions across the border are those of the rules', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const random = new Random(seed)
      const plain = smallInstance(seed, 2, 6)
      const first = Date.parse(`${plain.period.start}T00:00Z`)
      const past = [-4, -3, -2, -1].flatMap((day) => {
        const start = (hour: number) =>
          `${new Date(first + day * 86_400_000 + hour * 3_600_000).toISOString().slice(0, 16)}Z`
        const type = random.next() < 0.5 ? 'E' : 'L'
        const shift = { start: start(8), end: start(16), paidMinutes: 480, site: plain.sites[0]!.id, type }
        return random.next() < 0.6 ? [shift] : []
      })
      const problem = {
        ...plain,
        employees: plain.employees.map((employee) => ({ ...employee, history: { shifts: past } })),
      }
      const { model } = compileLines(problem)
      const person = model.people[0]!
      expect(person.before).toBeDefined()
      const lines = allowedLines(problem)
      const forced = new Int32Array(model.days).fill(open)
      const states = new SequenceStates(person, model.days)
      const toGo = new Float64Array((model.days + 1) * states.count)
      const groups = new GroupCosts(person.options.groupClass.length)
      const store = new LineLabels(50_000)
      const pricer = new LinePricer(model, lineContext(model, person, states, forced), store, toGo, groups)
      for (let trial = 0; trial < 10; trial++) {
        const price = Float64Array.from({ length: model.cells.count }, () => random.next() * 60 - 40)
        const priced = lines.map((line) => line.cost + line.cells.reduce((sum, cell) => sum + price[cell]!, 0))
        const least = Math.min(...priced)
        const { found } = pricer.price(price, 1e6, 1e6, 1)
        if (lines.length === 0) expect(found).toEqual([])
        else expect(found[0]!.priced).toBeCloseTo(least, 6)
      }
    }
  })

  it('never proves a bound above the cost of a roster, and counts as the rules do', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const problem = smallInstance(seed, 5, 14)
      const session = new MilpSession(problem, { seed, evaluationsMax: 60_000 }, compileLines(problem))
      while (!session.isDone()) session.step(20_000)
      const { score } = scoreRoster(problem, session.best())
      expect(score.hard).toBe(0)
      expect(session.bestScore()).toEqual(score)
      expect(session.bound() ?? 0).toBeLessThanOrEqual(score.soft)
    }
  })

  it('gives the same roster however the steps are cut', () => {
    const problem = smallInstance(3, 6, 14)
    const rosters = [1_000, 7_777, 60_000].map((slice) => {
      const session = new MilpSession(problem, { seed: 5, evaluationsMax: 60_000 }, compileLines(problem))
      while (!session.isDone()) session.step(slice)
      return session.best()
    })
    expect(rosters[1]).toEqual(rosters[0])
    expect(rosters[2]).toEqual(rosters[0])
  })

  it('goes on from a checkpoint to the very same roster', () => {
    const problem = smallInstance(4, 8, 21)
    const options = { seed: 9, evaluationsMax: 120_000 }
    const whole = new MilpSession(problem, options, compileLines(problem))
    whole.step(120_000)
    const first = new MilpSession(problem, options, compileLines(problem))
    first.step(50_000)
    const checkpoint = JSON.parse(JSON.stringify(first.checkpoint()))
    const second = new MilpSession(problem, { ...options, checkpoint }, compileLines(problem))
    while (!second.isDone()) second.step(10_000)
    expect(second.best()).toEqual(whole.best())
  })

  it('starts from a given roster and never answers a worse one', () => {
    const problem = smallInstance(6, 6, 14)
    const first = new MilpSession(problem, { seed: 1, evaluationsMax: 20_000 }, compileLines(problem))
    first.step(20_000)
    const second = new MilpSession(
      problem,
      { seed: 2, evaluationsMax: 5_000, start: first.best() },
      compileLines(problem),
    )
    expect(second.bestScore()).toEqual(first.bestScore())
    second.step(5_000)
    expect(second.bestScore().soft).toBeLessThanOrEqual(first.bestScore().soft)
  })

  it('names the rules it cannot express', () => {
    const problem = smallInstance(1, 3, 7)
    expect(canSolve(problem)).toEqual({ ok: true })
    const spread = { rule: 'fair-minutes', params: { measure: 'spread' } }
    expect(canSolve({ ...problem, rules: [...problem.rules, spread] })).toEqual({
      ok: false,
      unsupported: ['fair-minutes'],
    })
  })
})
