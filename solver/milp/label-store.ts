// Labels of a dynamic program over days, in typed arrays: layer after layer, each layer with a hash table over (state, units).

const noCut = Number.POSITIVE_INFINITY

/** Room for labels, shared by all pricers of a session; made when it is first used. */
export class LabelStore {
  readonly capacity: number
  /** Cost so far, multipliers included. */
  cost = new Float64Array(0)
  state = new Int32Array(0)
  units = new Int32Array(0)
  parent = new Int32Array(0)
  /** What the label's day brought: an option or an arc, as the pricer counts them. */
  choice = new Int32Array(0)
  /** First label of the last layer, and the number of labels made. */
  begin = 0
  made = 0
  protected readonly table: Int32Array
  private readonly stamp: Int32Array
  private readonly shift: number
  private round = 0
  private layer = 0

  constructor(capacity: number, tableBits = 15) {
    this.capacity = capacity
    this.table = new Int32Array(1 << tableBits)
    this.stamp = new Int32Array(1 << tableBits)
    this.shift = 32 - tableBits
  }

  /** Most labels of one layer. */
  get layerMax(): number {
    return this.table.length / 2
  }

  /** Forgets all labels but one in `state`, without cost and units. */
  reset(state: number): void {
    if (this.cost.length === 0) this.allocate()
    this.cost[0] = 0
    this.state[0] = state
    this.units[0] = 0
    this.parent[0] = -1
    this.choice[0] = -1
    this.begin = 0
    this.made = 1
  }

  /** Labels from `made` on are a layer of their own. */
  startLayer(): void {
    this.round++
    this.layer = 0
  }

  protected allocate(): void {
    this.cost = new Float64Array(this.capacity)
    this.state = new Int32Array(this.capacity)
    this.units = new Int32Array(this.capacity)
    this.parent = new Int32Array(this.capacity)
    this.choice = new Int32Array(this.capacity)
  }

  /** Place in the table of the layer's labels with `state` and `units`, or where they would be. */
  protected slotOf(state: number, units: number): number {
    const { table, stamp } = this
    const mask = table.length - 1
    let slot = Math.imul(state * 1021 + units, 0x9e3779b1) >>> this.shift
    while (stamp[slot] === this.round && (this.state[table[slot]!] !== state || this.units[table[slot]!] !== units))
      slot = (slot + 1) & mask
    return slot
  }

  protected isTaken(slot: number): boolean {
    return this.stamp[slot] === this.round
  }

  /** A new label in the slot, or -1 when there is no room. */
  protected append(slot: number): number {
    if (this.made >= this.capacity || this.layer >= this.layerMax) return -1
    this.stamp[slot] = this.round
    this.table[slot] = this.made
    this.layer++
    return this.made++
  }

  /** The bound that the `width` best of labels `begin` … `end` - 1 keep, each with its least cost to the end; Infinity where all fit. */
  cut(end: number, toGo: Float64Array, here: number, width: number): number {
    const { begin } = this
    if (width <= 0 || end - begin <= width) return noCut
    const bounds = new Float64Array(end - begin)
    for (let l = begin; l < end; l++) bounds[l - begin] = this.cost[l]! + toGo[here + this.state[l]!]!
    return bounds.sort()[width - 1]!
  }

  /** The choices that led to the label, into `path`. */
  trace(label: number, path: Int32Array): void {
    for (let d = path.length - 1, l = label; d >= 0; d--, l = this.parent[l]!) path[d] = this.choice[l]!
  }
}
