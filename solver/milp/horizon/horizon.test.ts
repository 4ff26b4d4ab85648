import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../../judge/score-roster.ts'
import { smallInstance } from '../../testkit/small-instance.ts'
import { compileLines, rosterOf } from '../compile-lines.ts'
import { GroupCosts } from '../group-costs.ts'
import { LineBound } from '../line-bound.ts'
import { lineContext, open, SequenceStates } from '../line-context.ts'
import { LineLabels } from '../line-labels.ts'
import { type Line, type LineModel, rosterCost } from '../line-model.ts'
import { MilpSession } from '../milp-session.ts'
import { Random } from '../random.ts'
import { HorizonPrices } from './horizon-prices.ts'
import { startHorizon } from './horizon-start.ts'
import { chooseNeighbourhood, everybodyKind, newRecords, record } from './neighbourhoods.ts'

function roomFor(model: LineModel) {
  const states = model.people.map((person) => new SequenceStates(person, model.days))
  return {
    states,
    toGo: new Float64Array((model.days + 1) * Math.max(...states.map((s) => s.count))),
    groups: new GroupCosts(Math.max(...model.people.map((person) => person.options.groupClass.length))),
  }
}

function start(model: LineModel, seed: number) {
  const random = new Random(seed)
  const told: number[] = []
  const task = {
    model,
    ...roomFor(model),
    labels: new LineLabels(60_000),
    random: () => random.next(),
    workMax: () => 3e7,
    onLines: (lines: readonly Line[]) => told.push(rosterCost(model, lines)),
  }
  const running = startHorizon(task, { work: 0 })
  for (;;) {
    const next = running.next()
    if (next.done) return { ...next.value, told }
  }
}

describe('prices over the whole period', () => {
  it('never give a bound above the cost of a roster, at whatever step they stop', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = smallInstance(seed, 4, 14)
      const session = new MilpSession(problem, { seed, evaluationsMax: 30_000 }, compileLines(problem))
      while (!session.isDone()) session.step(10_000)
      const { model } = compileLines(problem)
      const { states, toGo, groups } = roomFor(model)
      const allOpen = new Int32Array(model.days).fill(open)
      const bounds = model.people.map(
        (person, p) => new LineBound(model, lineContext(model, person, states[p]!, allOpen), toGo),
      )
      const prices = new HorizonPrices(model, bounds, groups)
      const people = model.people.map((_, p) => p)
      for (let pass = 0; pass < 40; pass++) {
        prices.setStep(0.3 / (pass + 1))
        for (const p of people) prices.answer(p, 1 / (pass + 1))
        prices.settle(people)
        expect(prices.bound()).toBeLessThanOrEqual(session.bestScore().soft + 1e-6)
      }
    }
  })
})

describe('the start of wide problems', () => {
  it('keeps every hard rule, costs what the rules say, and never tells of a worse roster than before', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const problem = smallInstance(seed, 6, 35)
      const compiled = compileLines(problem)
      const { lines, bound, told } = start(compiled.model, seed)
      const { score } = scoreRoster(problem, rosterOf(problem, compiled, lines ?? []))
      expect(score.hard).toBe(0)
      expect(score.soft).toBe(rosterCost(compiled.model, lines ?? []))
      expect(bound).toBeLessThanOrEqual(score.soft)
      expect(told.every((cost, i) => i === 0 || cost <= told[i - 1]!)).toBe(true)
      expect(told.at(-1)).toBe(score.soft)
    }
  })
})

describe('neighbourhoods of wide problems', () => {
  const { model } = compileLines(smallInstance(2, 30, 120))
  const lines = model.people.map(() => ({ cost: 0, cells: new Int32Array(0) }))
  const alone = { cost: 1000, withEverybody: false }

  it('are distinct people of the problem and rising days of the period', () => {
    const random = new Random(4)
    for (let trial = 0; trial < 300; trial++) {
      const { people, days } = chooseNeighbourhood(model, lines, newRecords(), random, alone)
      expect(new Set(people).size).toBe(people.length)
      expect(people.every((p) => p >= 0 && p < model.people.length)).toBe(true)
      expect(days.every((d, i) => d >= 0 && d < model.days && (i === 0 || d > days[i - 1]!))).toBe(true)
    }
  })

  it('come more often of the kind that lately saved more for the same work', () => {
    const random = new Random(9)
    const records = newRecords()
    for (const kind of records.keys()) record(records, kind, kind === 5 ? 100 : 1, 1e6)
    let fifth = 0
    for (let trial = 0; trial < 300; trial++)
      if (chooseNeighbourhood(model, lines, records, random, alone).kind === 5) fifth++
    expect(fifth).toBeGreaterThan(200)
  })

  it('are everybody and every day only where that is asked for, and then above all while nothing is saved', () => {
    const random = new Random(3)
    const records = newRecords()
    for (const kind of records.keys()) record(records, kind, 0, 1e6)
    const count = (withEverybody: boolean) =>
      Array.from({ length: 200 }, () =>
        chooseNeighbourhood(model, lines, records, random, { cost: 1000, withEverybody }),
      ).filter(
        ({ kind, people, days }) =>
          kind === everybodyKind && people.length === model.people.length && days.length === model.days,
      ).length
    expect(count(false)).toBe(0)
    expect(count(true)).toBeGreaterThan(70)
  })
})

describe('column generation on a wide problem', () => {
  const problem = smallInstance(5, 40, 84)
  const options = { seed: 3, evaluationsMax: 120_000 }

  it('keeps every hard rule, and goes on from a checkpoint to the very same roster', () => {
    const whole = new MilpSession(problem, options, compileLines(problem))
    while (!whole.isDone()) whole.step(20_000)
    const { score } = scoreRoster(problem, whole.best())
    expect(score.hard).toBe(0)
    expect(whole.bound() ?? 0).toBeLessThanOrEqual(score.soft)
    for (const stop of [20_000, 100_000]) {
      const part = new MilpSession(problem, options, compileLines(problem))
      part.step(stop)
      const checkpoint = JSON.parse(JSON.stringify(part.checkpoint()))
      const resumed = new MilpSession(problem, { ...options, checkpoint }, compileLines(problem))
      while (!resumed.isDone()) resumed.step(30_000)
      expect(resumed.best()).toEqual(whole.best())
    }
  })
})
