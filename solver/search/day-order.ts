// Codes in the order of their days, so that the shifts of a day are neighbours in every table.
import type { Frame } from '../model/frame.ts'

export class DayOrder {
  /** By day of the period: the position of its first code; one entry more for the end. */
  readonly first: Int32Array
  /** By position. */
  readonly codes: Int32Array
  /** By code. */
  readonly position: Int32Array

  constructor(frame: Frame) {
    const { first, codes } = groupCodes(frame.shiftCount, frame.days, (code) => frame.day[code - 1]!)
    this.first = first
    this.codes = codes
    this.position = new Int32Array(frame.shiftCount + 1)
    codes.forEach((code, position) => {
      this.position[code] = position
    })
  }
}

/** Codes 1 to `codeCount` sorted by a key below `keys` (then code), and where each key's begin. */
export function groupCodes(
  codeCount: number,
  keys: number,
  keyOf: (code: number) => number,
): { first: Int32Array; codes: Int32Array } {
  const first = new Int32Array(keys + 1)
  for (let code = 1; code <= codeCount; code++) first[keyOf(code) + 1] = first[keyOf(code) + 1]! + 1
  for (let key = 0; key < keys; key++) first[key + 1] = first[key + 1]! + first[key]!
  const next = first.slice()
  const codes = new Int32Array(codeCount)
  for (let code = 1; code <= codeCount; code++) {
    const key = keyOf(code)
    codes[next[key]!] = code
    next[key] = next[key]! + 1
  }
  return { first, codes }
}
