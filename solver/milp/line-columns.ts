/** The master's lines of all people, their cells in one pool. A column is its index. */
export class LineColumns {
  count = 0
  person: Int32Array
  cost: Float64Array
  /** Cells of column j are entries[start[j]] … entries[start[j + 1] - 1]. */
  start: Int32Array
  entries: Int32Array
  private readonly byPerson: number[][]

  constructor(people: number) {
    this.person = new Int32Array(4 * people + 64)
    this.cost = new Float64Array(4 * people + 64)
    this.start = new Int32Array(4 * people + 65)
    this.entries = new Int32Array(64 * people + 256)
    this.byPerson = Array.from({ length: people }, () => [])
  }

  /** Adds a line of `person`; `cells` are distinct. Returns the column. */
  add(person: number, cost: number, cells: ArrayLike<number>): number {
    const id = this.count
    const start = this.start[id]!
    if (id + 1 >= this.person.length) {
      this.person = grown(this.person, new Int32Array(2 * id + 2))
      this.cost = grown(this.cost, new Float64Array(2 * id + 2))
      this.start = grown(this.start, new Int32Array(2 * id + 3))
    }
    if (start + cells.length > this.entries.length)
      this.entries = grown(this.entries, new Int32Array(2 * (start + cells.length)))
    for (let i = 0; i < cells.length; i++) this.entries[start + i] = cells[i]!
    this.person[id] = person
    this.cost[id] = cost
    this.start[id + 1] = start + cells.length
    this.byPerson[person]!.push(id)
    this.count++
    return id
  }

  of(person: number): readonly number[] {
    return this.byPerson[person]!
  }

  cellsOf(column: number): Int32Array {
    return this.entries.subarray(this.start[column]!, this.start[column + 1]!)
  }

  uses(column: number, cell: number): boolean {
    for (let e = this.start[column]!, end = this.start[column + 1]!; e < end; e++)
      if (this.entries[e] === cell) return true
    return false
  }

  /** `from` and the prices of the column's cells. */
  priced(column: number, price: Float64Array, from: number): number {
    const { entries } = this
    let cost = from
    for (let e = this.start[column]!, end = this.start[column + 1]!; e < end; e++) cost += price[entries[e]!]!
    return cost
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
