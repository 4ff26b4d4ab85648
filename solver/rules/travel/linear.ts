import type { RuleUses } from '../kit/define-rule.ts'
import { lineOf } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { type Bit, Sum } from '../kit/linear-sum.ts'
import { holdsOn, personUses } from '../kit/uses.ts'
import { homeWays, siteWays } from '../kit/ways.ts'
import type { TravelParams } from './spec.ts'

/**
 * The metres of each day less the free ones. With "any of the items from a to b" as bits, an item is the day's first by the
 * difference of two of them, its last likewise, and two items follow each other by inclusion and exclusion of four.
 */
export function linear(model: LinearModel, uses: RuleUses<TravelParams>): void {
  const { frame } = model
  const between = siteWays(frame)
  const siteCount = frame.problem.sites.length
  for (const [employee, held] of personUses(model, uses)) {
    const { counts, freeMetres } = held.use.params
    const home = homeWays(frame, employee)
    const line = lineOf(model, employee).filter((item) => item < frame.shiftCount)
    for (const day of new Set(line.map((item) => frame.day[item]!))) {
      if (!holdsOn(held, day)) continue
      const items = line.filter((item) => frame.day[item] === day)
      const sites = items.map((item) => frame.site[item]!)
      const bits = items.map((item) => model.works(employee, item))
      const metres = new Sum(-freeMetres)
      if (counts !== 'between-sites') addHome(model, bits, (index) => home[sites[index]!]!, metres)
      if (counts !== 'home')
        addBetween(model, bits, (from, to) => between[sites[from]! * siteCount + sites[to]!]!, metres)
      model.charge(held.use, [employee], items, metres)
    }
  }
}

/** The way to the first item and from the last one. */
function addHome(model: LinearModel, bits: readonly Bit[], way: (index: number) => number, metres: Sum): void {
  bits.forEach((_, index) => {
    metres.plus(model.anyOf(bits.slice(0, index + 1)), way(index)).plus(model.anyOf(bits.slice(0, index)), -way(index))
    metres.plus(model.anyOf(bits.slice(index)), way(index)).plus(model.anyOf(bits.slice(index + 1)), -way(index))
  })
}

/** The way between any two items that follow each other. */
function addBetween(
  model: LinearModel,
  bits: readonly Bit[],
  way: (from: number, to: number) => number,
  metres: Sum,
): void {
  for (let to = 1; to < bits.length; to++)
    for (let from = 0; from < to; from++) {
      const each = way(from, to)
      if (each === 0) continue
      metres.plus(model.anyOf(bits.slice(from, to)), each).plus(model.anyOf(bits.slice(from + 1, to + 1)), each)
      metres.plus(model.anyOf(bits.slice(from, to + 1)), -each).plus(model.anyOf(bits.slice(from + 1, to)), -each)
    }
}
