import { describe, expect, it } from 'vitest'
import { smallInstance } from '../testkit/small-instance.ts'
import { compileLines } from './compile-lines.ts'
import { GroupCosts } from './group-costs.ts'
import { lineContext, open, SequenceStates } from './line-context.ts'
import { LineLabels } from './line-labels.ts'
import type { LineModel, LinePerson } from './line-model.ts'
import { LinePricer } from './line-pricer.ts'
import type { Effort } from './pricer.ts'
import { Random } from './random.ts'

/** Least cost of a line by plain recursion over everything that limits it; runs have no least length here. */
function leastCost(model: LineModel, person: LinePerson, price: Float64Array): number {
  const { dayStart, groupStart, groupClass, groupUnits, groupCounter, optionCell, optionCost } = person.options
  const known = new Map<string, number>()
  const from = (d: number, last: number, run: number, units: number, weekends: number, counts: number[]): number => {
    if (units > person.unitsMax || weekends > person.weekendsMax) return Number.POSITIVE_INFINITY
    if (counts.some((count, k) => count > person.countersMax[k]!)) return Number.POSITIVE_INFINITY
    if (d === model.days) return units >= person.unitsMin ? 0 : Number.POSITIVE_INFINITY
    const key = [d, last, run, units, weekends, ...counts].join()
    const kept = known.get(key)
    if (kept !== undefined) return kept
    let least = person.offCost[d]! + from(d + 1, -1, 0, units, weekends, counts)
    const w = model.weekend[d]!
    const begins = w >= 0 && !(last >= 0 && d > 0 && model.weekend[d - 1] === w)
    for (let g = dayStart[d]!; g < dayStart[d + 1]!; g++) {
      const b = groupClass[g]!
      if (run === person.runMax) continue
      if (last >= 0 && person.follows[(d * person.classes + last) * person.classes + b] === 0) continue
      const more = counts.map((count, k) => count + (k === groupCounter[g] ? 1 : 0))
      const rest = from(d + 1, b, run + 1, units + groupUnits[g]!, weekends + (begins ? 1 : 0), more)
      for (let o = groupStart[g]!; o < groupStart[g + 1]!; o++)
        least = Math.min(least, optionCost[o]! + price[optionCell[o]!]! + rest)
    }
    known.set(key, least)
    return least
  }
  const none = [...person.countersMax].map(() => 0)
  return person.constant + from(0, -1, 0, 0, 0, none)
}

function* pricings(effort?: Effort) {
  for (let seed = 1; seed <= 12; seed++) {
    const random = new Random(seed)
    const { model } = compileLines(smallInstance(seed, 2, 20))
    const person: LinePerson = {
      ...model.people[0]!,
      runMin: 1,
      offMin: 1,
      weekendsMax: random.below(3),
      unitsMin: 0,
      unitsMax: model.people[0]!.unitsMax + random.below(3000 / model.unitMinutes),
      countersMax: model.people[0]!.countersMax.map(() => 1 + random.below(4)),
    }
    const states = new SequenceStates(person, model.days)
    const context = lineContext(model, person, states, new Int32Array(model.days).fill(open))
    const toGo = new Float64Array((model.days + 1) * states.count)
    const groups = new GroupCosts(person.options.groupClass.length)
    const pricer = new LinePricer(model, context, new LineLabels(200_000), toGo, groups)
    for (let trial = 0; trial < 6; trial++) {
      const price = Float64Array.from({ length: model.cells.count }, () => random.next() * 60 - 45)
      const least = leastCost(model, person, price)
      yield { least, ...pricer.price(price, least + 30, least + 30, 1, effort) }
    }
  }
}

describe('labels under limits that can run full', () => {
  it('find the cheapest line, however little of the limits is used until late', () => {
    for (const { least, bound, found } of pricings()) {
      expect(found[0]?.priced).toBeCloseTo(least, 6)
      expect(bound).toBeLessThanOrEqual(least + 1e-6)
    }
  })

  it('never break a limit nor claim a bound where they are compared coarsely or dropped', () => {
    let alike = 0
    for (const { least, bound, found } of pricings({ beam: 30, isCoarse: true })) {
      expect(bound).toBeLessThanOrEqual(least + 1e-6)
      expect(found[0]?.priced ?? least).toBeGreaterThanOrEqual(least - 1e-6)
      if (found[0] && found[0].priced < least + 1e-6) alike++
    }
    expect(alike).toBeGreaterThan(50)
  })
})
