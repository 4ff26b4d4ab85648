// What one item contributes to a sum: its minutes or one, when its type or tag is asked for.
import type { Frame } from '../../model/frame.ts'

export interface Selector {
  type?: string
  tag?: string
}

/** Whether an item has the type and the tag asked for; an empty selector takes all. */
export function isSelected(frame: Frame, item: number, selector: Selector): boolean {
  if (selector.type !== undefined && frame.problem.shiftTypes[frame.type[item]!]?.id !== selector.type) return false
  return selector.tag === undefined || frame.tags[item]!.includes(selector.tag)
}

/** By code (0 stands for a free slot): paid minutes or one for selected items. */
export function valueTable(frame: Frame, what: 'minutes' | 'count', selector: Selector): Int32Array {
  const table = new Int32Array(frame.itemCount + 1)
  for (let item = 0; item < frame.itemCount; item++)
    if (isSelected(frame, item, selector)) table[item + 1] = what === 'minutes' ? frame.paidMinutes[item]! : 1
  return table
}

/** The value of a day: the sum over its slots, or one at most when days are counted. */
export function dayValue(
  cells: Int32Array,
  cell: number,
  slots: number,
  value: Int32Array,
  countsDays: boolean,
): number {
  let sum = value[cells[cell]!]!
  for (let slot = 1; slot < slots; slot++) sum += value[cells[cell + slot]!]!
  return countsDays && sum > 1 ? 1 : sum
}

/** Keeps tables by a key, so that settings which ask for the same share them. */
export class Tables<T> {
  private readonly known = new Map<string, T>()

  of(key: string, make: () => T): T {
    const found = this.known.get(key)
    if (found !== undefined) return found
    const made = make()
    this.known.set(key, made)
    return made
  }
}
