// Seeded chance: the same seed gives the same files on every machine.

export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  pick<Item>(items: readonly Item[]): Item
  /** So many different items, in the order of the list. */
  sample<Item>(items: readonly Item[], count: number): Item[]
  shuffled<Item>(items: readonly Item[]): Item[]
}

/** Mulberry32 (T. Ettinger, 2017, public domain): 32 bits of state, good enough for made-up data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const list = [...items]
    for (let at = list.length - 1; at > 0; at--) {
      const other = below(at + 1)
      const [a, b] = [list[at] as Item, list[other] as Item]
      list[at] = b
      list[other] = a
    }
    return list
  }
  return {
    below,
    shuffled,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    sample: (items, count) => {
      const chosen = new Set(shuffled(items.map((_, index) => index)).slice(0, count))
      return items.filter((_, index) => chosen.has(index))
    },
  }
}
