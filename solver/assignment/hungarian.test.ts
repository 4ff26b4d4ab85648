import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignRows, forbiddenCost } from './hungarian.ts'

/** Best by trying everything: most rows assigned, then least cost. */
const bruteForce = (costs: number[][], columns: number): { assigned: number; cost: number } => {
  let best = { assigned: -1, cost: 0 }
  const used = new Set<number>()
  const visit = (row: number, assigned: number, cost: number): void => {
    if (row === costs.length) {
      if (assigned > best.assigned || (assigned === best.assigned && cost < best.cost)) best = { assigned, cost }
      return
    }
    visit(row + 1, assigned, cost)
    for (let column = 0; column < columns; column++) {
      const price = costs[row]![column]!
      if (used.has(column) || price >= forbiddenCost) continue
      used.add(column)
      visit(row + 1, assigned + 1, cost + price)
      used.delete(column)
    }
  }
  visit(0, 0, 0)
  return best
}

describe('assignRows', () => {
  test('assigns as many rows as brute force, at the same cost', () => {
    const matrix = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -50, max: 1000 }) }, fc.constant(forbiddenCost)), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
    )
    fc.assert(
      fc.property(matrix, (costs) => {
        const columns = costs[0]?.length ?? 0
        const result = assignRows(Float64Array.from(costs.flat()), costs.length, columns)
        const taken = [...result.columnOfRow].filter((column) => column >= 0)
        expect(new Set(taken).size).toBe(taken.length)
        expect(result.columnOfRow.some((column, row) => column >= 0 && costs[row]![column]! >= forbiddenCost)).toBe(
          false,
        )
        const paid = [...result.columnOfRow].reduce(
          (sum, column, row) => sum + (column < 0 ? 0 : costs[row]![column]!),
          0,
        )
        expect({ assigned: taken.length, cost: result.cost }).toEqual(bruteForce(costs, columns))
        expect(paid).toBe(result.cost)
      }),
      { numRuns: 1000 },
    )
  })

  test('refuses a matrix shorter than its stated shape', () => {
    expect(() => assignRows(new Float64Array(3), 2, 2)).toThrow(RangeError)
  })
})
