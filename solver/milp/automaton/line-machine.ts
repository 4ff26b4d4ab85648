// A rule as a machine that reads a line day by day. Machines together make the states that pricing walks over.
import type { Level } from '../../model/problem.ts'

/** What one rule remembers of a line. States are whole numbers from 0 on; their meaning is the machine's own affair. */
export interface LineMachine {
  /** Machines of equal keys behave alike. */
  readonly key: string
  /** What the machine sees of a shift: shifts of one day that look alike to every machine are the same to the line. */
  look(shift: number): string | number
  /** State of a line of which nothing is known yet. */
  readonly initial: number
  /** The state after `day` (negative: in the past) with these items, none on a free day. Sets `cost`. */
  step(state: number, day: number, items: readonly number[]): number
  /** Cost of the last step; Infinity where a hard rule forbids it. */
  cost: number
  /** Cost of a line that ends in the state. */
  end(state: number): number
}

/** The cost of breaches of one setting: Infinity for a hard rule, else size times weight in the units of the lines' costs. */
export type Price = (size: number) => number

/** Factor of a level in the costs of lines; soft counts once. */
export type LevelFactors = Readonly<Record<Level, number>>

export function priceOf(use: { level: Level; weight: number }, factors: LevelFactors): Price {
  if (use.level === 'hard') return (size) => (size > 0 ? Number.POSITIVE_INFINITY : 0)
  const perUnit = use.weight * factors[use.level]
  return (size) => (size > 0 ? size * perUnit : 0)
}

/** Gives equal memories the same state. */
export class Interned<T> {
  private readonly known = new Map<string, number>()
  private readonly values: T[] = []

  of(key: string, make: () => T): number {
    const found = this.known.get(key)
    if (found !== undefined) return found
    this.known.set(key, this.values.length)
    this.values.push(make())
    return this.values.length - 1
  }

  at(state: number): T {
    return this.values[state]!
  }
}
