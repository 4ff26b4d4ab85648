// Minimum-cost assignment of rows to columns in O(rows² × columns) by shortest augmenting paths with potentials.
// Source: R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
// Computing 38 (1987); the dense form follows the textbook statement of the Hungarian method (Kuhn 1955, Munkres 1957).

/** Marks a pair that may not be assigned; far above any sum of real costs that still is an exact integer. */
export const forbiddenCost = 2 ** 40

export interface AssignmentResult {
  /** For each row its column, or -1 when only forbidden pairs were left to it. */
  columnOfRow: Int32Array
  /** Sum of the costs of assigned rows. */
  cost: number
}

/**
 * Assigns as many rows as possible to distinct columns (a forbidden pair counts as not assigned), at least total cost.
 * `costs` is row-major, `rows × columns` integers with |cost| < 2^31, or `forbiddenCost`. More rows than columns are allowed:
 * the rows that are dearest to serve stay at -1. Throws RangeError when `costs` is shorter than rows × columns.
 */
export const assignRows = (costs: Float64Array, rows: number, columns: number): AssignmentResult => {
  if (costs.length < rows * columns) throw new RangeError(`costs holds ${costs.length} of ${rows} × ${columns} entries`)
  const columnOfRow = new Int32Array(rows).fill(-1)
  if (rows === 0 || columns === 0) return { columnOfRow, cost: 0 }
  // Dummy columns take the rows that nobody can serve, at the price of a forbidden pair.
  const width = Math.max(columns, rows)
  const costAt = (row: number, column: number): number =>
    column < columns ? costs[row * columns + column]! : forbiddenCost

  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(width + 1)
  /** 1-based row matched to each column; column 0 is the root of the path being grown. */
  const rowOfColumn = new Int32Array(width + 1)
  const previousColumn = new Int32Array(width + 1)
  const distance = new Float64Array(width + 1)
  const visited = new Uint8Array(width + 1)

  for (let row = 1; row <= rows; row++) {
    rowOfColumn[0] = row
    let column = 0
    distance.fill(Number.POSITIVE_INFINITY)
    visited.fill(0)
    do {
      visited[column] = 1
      const at = rowOfColumn[column]!
      let step = Number.POSITIVE_INFINITY
      let nearest = 0
      for (let next = 1; next <= width; next++) {
        if (visited[next]) continue
        const reduced = costAt(at - 1, next - 1) - rowPotential[at]! - columnPotential[next]!
        if (reduced < distance[next]!) {
          distance[next] = reduced
          previousColumn[next] = column
        }
        if (distance[next]! < step) {
          step = distance[next]!
          nearest = next
        }
      }
      for (let seen = 0; seen <= width; seen++) {
        if (visited[seen]) {
          rowPotential[rowOfColumn[seen]!] = rowPotential[rowOfColumn[seen]!]! + step
          columnPotential[seen] = columnPotential[seen]! - step
        } else distance[seen] = distance[seen]! - step
      }
      column = nearest
    } while (rowOfColumn[column] !== 0)
    // Flip the path: every column on it takes the row of the column before.
    while (column !== 0) {
      const before = previousColumn[column]!
      rowOfColumn[column] = rowOfColumn[before]!
      column = before
    }
  }

  let cost = 0
  for (let column = 1; column <= columns; column++) {
    const row = rowOfColumn[column]!
    if (row === 0 || costAt(row - 1, column - 1) >= forbiddenCost) continue
    columnOfRow[row - 1] = column - 1
    cost += costAt(row - 1, column - 1)
  }
  return { columnOfRow, cost }
}
