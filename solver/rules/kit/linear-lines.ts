// What rules about one person's line ask of its variables.

import type { Shift } from '../../model/problem.ts'
import type { RuleUse, RuleUses } from './define-rule.ts'
import type { LinearModel } from './linear-model.ts'
import { allOf, type Bit, Sum } from './linear-sum.ts'
import { holdsOn, personUses } from './uses.ts'

/** Items the person worked or could work, as a line holds them: by day, then start, then index. */
export function lineOf(model: LinearModel, employee: number): number[] {
  const { day, start, past } = model.frame
  const items = [...past[employee]!, ...model.shiftsOf(employee)]
  return items.sort((a, b) => day[a]! - day[b]! || start[a]! - start[b]! || a - b)
}

/** By day: whether the person works an item (that counts) of it. */
export function dayBits(
  model: LinearModel,
  employee: number,
  counts: (item: number) => boolean = () => true,
): (day: number) => Bit {
  const byDay = new Map<number, Bit[]>()
  for (const item of lineOf(model, employee))
    if (counts(item)) {
      const bits = byDay.get(model.frame.day[item]!) ?? []
      bits.push(model.works(employee, item))
      byDay.set(model.frame.day[item]!, bits)
    }
  return (day) => model.anyOf(byDay.get(day) ?? [])
}

/** A rule about each person on each shift by itself: `sizeOf` says how large the breach is, 0 for none. */
export function chargePairs<P>(
  model: LinearModel,
  uses: RuleUses<P>,
  sizeOf: (employee: number, shift: number, params: P) => number,
): void {
  const { day } = model.frame
  for (const [employee, held] of personUses(model, uses))
    for (const shift of model.shiftsOf(employee)) {
      if (!holdsOn(held, day[shift]!)) continue
      const sum = new Sum().plus(model.works(employee, shift), sizeOf(employee, shift, held.use.params))
      model.charge(held.use, [employee], [shift], sum)
    }
}

/** A rule about any two items of a line, `later` on a day of the period on which the setting holds. */
export function chargeTwos<P>(
  model: LinearModel,
  uses: RuleUses<P>,
  sizeOf: (earlier: number, later: number, params: P) => number,
): void {
  for (const [employee, held] of personUses(model, uses)) {
    const line = lineOf(model, employee)
    line.forEach((later, index) => {
      if (model.frame.day[later]! < 0 || !holdsOn(held, model.frame.day[later]!)) return
      for (const earlier of line.slice(0, index)) {
        const size = sizeOf(earlier, later, held.use.params)
        if (size > 0) chargeTwo(model, held.use, employee, earlier, later, size, [])
      }
    })
  }
}

/** The same about two items that follow each other, with none worked between them. */
export function chargeNeighbours<P>(
  model: LinearModel,
  uses: RuleUses<P>,
  sizeOf: (earlier: number, later: number, params: P) => number,
): void {
  for (const [employee, held] of personUses(model, uses)) {
    const line = lineOf(model, employee)
    const size = (earlier: number, later: number) => {
      const day = model.frame.day[line[later]!]!
      return day < 0 || !holdsOn(held, day) ? 0 : sizeOf(line[earlier]!, line[later]!, held.use.params)
    }
    for (let later = 1; later < line.length; later++)
      for (let earlier = 0; earlier < later; earlier++) {
        const missing = size(earlier, later)
        if (missing <= 0) continue
        const between = line.slice(earlier + 1, later)
        chargeTwo(model, held.use, employee, line[earlier]!, line[later]!, missing, between)
        // Whatever is worked between breaks the rule with the earlier one, so the two exclude each other in any case.
        if (between.length > 0 && between.every((_, index) => size(earlier, earlier + 1 + index) > 0))
          model.cut(
            held.use,
            [employee],
            shiftsOf(model, line[earlier]!, line[later]!),
            both(model, employee, line[earlier]!, line[later]!),
          )
      }
  }
}

const both = (model: LinearModel, employee: number, earlier: number, later: number) =>
  allOf([model.works(employee, earlier), model.works(employee, later)])

const shiftsOf = (model: LinearModel, ...items: readonly number[]) =>
  items.filter((item) => item < model.frame.shiftCount)

function chargeTwo(
  model: LinearModel,
  use: RuleUse<unknown>,
  employee: number,
  earlier: number,
  later: number,
  size: number,
  between: readonly number[],
): void {
  const sum = both(model, employee, earlier, later)
  sum.plusAll(
    between.map((item) => model.works(employee, item)),
    -1,
  )
  model.charge(use, [employee], shiftsOf(model, earlier, later), sum.times(size))
}

/** People on a shift. */
export function headsOf(model: LinearModel, shift: number): Sum {
  return new Sum().plusAll(model.people.map((employee) => model.works(employee, shift)))
}

/** A rule about the heads of each shift by itself: `sizeOf` makes of their sum how large the breach is, where it is above 0. */
export function chargeHeads(
  model: LinearModel,
  uses: RuleUses<unknown>,
  sizeOf: (heads: Sum, shift: Shift) => Sum,
): void {
  for (const use of uses.organisation)
    for (const shift of model.shifts)
      model.charge(use, [], [shift], sizeOf(headsOf(model, shift), model.frame.problem.shifts[shift]!))
}
