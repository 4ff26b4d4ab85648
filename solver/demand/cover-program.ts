// The integer program of a demand: how many people on each shift (set covering of shifts: G. B. Dantzig, "A comment on
// Edie's traffic delays at toll booths", Operations Research 2, 1954), with breaks placed implicitly, as counts by start
// instead of a variable for every combination (T. Aykin, "Optimal shift scheduling with multiple break windows",
// Management Science 42, 1996).

import type { IntegerProgram, ProgramRow } from '../program/integer-program.ts'
import type { ShiftCandidate } from './demand-model.ts'
import { breakStartsOf, type Segment, serves } from './segments.ts'

/** Where the counts of a candidate stand among the program's variables. */
export interface CandidateColumns {
  candidate: ShiftCandidate
  people: number
  /** By break: its possible starts, and the variable of the first; -1 when there is only one start, which all take. */
  breaks: readonly { starts: readonly number[]; first: number; minutes: number }[]
}

export interface CoverProgram {
  program: IntegerProgram
  columns: readonly CandidateColumns[]
  segments: readonly Segment[]
  /** Variable of the heads missing in the first segment, one a segment; -1 when none may be missing. */
  firstShort: number
}

/** With `shortCost` (a head-minute) heads may be missing at that price; without, every row must be kept. */
export function coverProgram(
  candidates: readonly ShiftCandidate[],
  segments: readonly Segment[],
  stepMinutes: number,
  shortCost: number | null,
): CoverProgram {
  const costs: number[] = []
  const max: (number | null)[] = []
  const rows: ProgramRow[] = []
  const addVariable = (cost: number, most: number | null) => max.push(most) && costs.push(cost) - 1
  const columns = candidates.map((candidate): CandidateColumns => {
    const people = addVariable(candidate.cost, candidate.max ?? null)
    const breaks = candidate.breaks.map((window) => {
      const starts = breakStartsOf(candidate, window, stepMinutes)
      if (starts.length === 1) return { starts, first: -1, minutes: window.minutes }
      const placed = starts.map(() => addVariable(0, null))
      rows.push({
        variables: [...placed, people],
        coefficients: [...placed.map(() => 1), -1],
        atLeast: 0,
        isEqual: true,
      })
      return { starts, first: placed[0]!, minutes: window.minutes }
    })
    return { candidate, people, breaks }
  })
  const firstShort = shortCost === null ? -1 : costs.length
  if (shortCost !== null) for (const { start, end } of segments) addVariable(shortCost * (end - start), null)
  rows.push(...segmentRows(columns, segments, firstShort))
  return { program: { costs, max, rows }, columns, segments, firstShort }
}

/** One row a segment; of rows that only differ in what they ask, the strictest. */
function segmentRows(
  columns: readonly CandidateColumns[],
  segments: readonly Segment[],
  firstShort: number,
): ProgramRow[] {
  const rows = new Map<string, ProgramRow>()
  segments.forEach((segment, index) => {
    const variables: number[] = []
    const coefficients: number[] = []
    const add = (variable: number, coefficient: number) => coefficients.push(coefficient) && variables.push(variable)
    for (const { candidate, people, breaks } of columns) {
      if (!serves(candidate, segment)) continue
      const isAway = (start: number, minutes: number) => start <= segment.start && start + minutes >= segment.end
      if (breaks.some(({ starts, first, minutes }) => first < 0 && isAway(starts[0]!, minutes))) continue
      add(people, 1)
      for (const { starts, first, minutes } of breaks)
        if (first >= 0)
          starts.forEach((start, position) => {
            if (isAway(start, minutes)) add(first + position, -1)
          })
    }
    if (firstShort >= 0) add(firstShort + index, 1)
    const key = variables.join()
    const known = rows.get(key)
    if (!known || known.atLeast < segment.heads)
      rows.set(key, { variables, coefficients, atLeast: segment.heads, isEqual: false })
  })
  return [...rows.values()]
}
