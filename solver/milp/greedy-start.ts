import type { Line, LineModel } from './line-model.ts'
import type { Pricer } from './pricer.ts'

const attemptsMax = 8

/** One after the other each person takes the best line against the heads so far; undefined when somebody has none. */
export function* startGreedily(
  model: LineModel,
  pricerOf: (person: number) => Pricer,
  random: () => number,
  spend: { work: number },
): Generator<void, Line[] | undefined> {
  const heads = new Float64Array(model.cells.count)
  const price = new Float64Array(model.cells.count)
  const lines: Line[] = []
  for (let p = 0; p < model.people.length; p++) {
    const pricer = pricerOf(p)
    let line: Line | undefined
    for (let attempt = 0; attempt < attemptsMax && !line; attempt++) {
      // Equal prices make multipliers jump between equal paths: a little chance sets them apart.
      for (let c = 0; c < price.length; c++) {
        const marginal = model.cells.at(c, heads[c]! + 1) - model.cells.at(c, heads[c]!)
        price[c] = marginal * (1 - (attempt + 1) * 0.1 * random())
      }
      line = pricer.price(price, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1).found[0]
      yield
    }
    if (!line) return undefined
    lines.push({ cost: line.cost, cells: line.cells })
    for (const cell of line.cells) heads[cell]!++
    spend.work += pricer.takeWork()
    yield
  }
  return lines
}
