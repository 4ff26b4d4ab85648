// From counts to people: who starts which break when. Breaks of one shift cannot overlap, so any way to join the counts
// of its breaks gives the same cover.
import type { CandidateColumns, CoverProgram } from './cover-program.ts'
import { serves } from './segments.ts'

/** People who work the same candidate with the same breaks. */
export interface Pattern {
  column: number
  breakStarts: readonly number[]
  /** Not whole when read from relaxed values. */
  people: number
}

const tolerance = 1e-6

/** Splits the values' counts into patterns, early breaks with early breaks. */
export function patternsOf({ columns }: CoverProgram, values: readonly number[]): Pattern[] {
  return columns.flatMap((own, column) => {
    const total = values[own.people]!
    const left = own.breaks.map(({ starts, first }) => starts.map((_, at) => (first < 0 ? total : values[first + at]!)))
    const patterns: Pattern[] = []
    for (let rest = total; rest > tolerance; ) {
      const at = left.map((amounts) =>
        Math.max(
          0,
          amounts.findIndex((amount) => amount > tolerance),
        ),
      )
      const people = Math.min(rest, ...left.map((amounts, index) => Math.max(tolerance, amounts[at[index]!]!)))
      patterns.push({ column, breakStarts: own.breaks.map(({ starts }, index) => starts[at[index]!]!), people })
      for (const [index, amounts] of left.entries()) amounts[at[index]!] = amounts[at[index]!]! - people
      rest -= people
    }
    return patterns
  })
}

/**
 * Whole people from relaxed values: every pattern rounded up keeps cover; whoever is then not needed is taken out, the
 * dearest first. Null when that asks for more people than a candidate may have, unless heads may be missing.
 */
export function roundPatterns(model: CoverProgram, relaxed: readonly number[]): readonly number[] | null {
  const { columns, firstShort } = model
  const patterns = patternsOf(model, relaxed).map((one) => ({ ...one, people: Math.ceil(one.people - tolerance) }))
  const surplus = surplusOf(model, patterns)
  const served = patterns.map((pattern) => servedBy(model, pattern))
  const dearest = patterns.map((_, index) => index)
  dearest.sort(
    (a, b) => columns[patterns[b]!.column]!.candidate.cost - columns[patterns[a]!.column]!.candidate.cost || a - b,
  )
  for (const index of dearest) {
    const pattern = patterns[index]!
    const own = served[index]!
    const spare = Math.min(pattern.people, ...own.map((segment) => Math.max(0, surplus[segment]!)))
    pattern.people -= spare
    for (const segment of own) surplus[segment] = surplus[segment]! - spare
  }
  const counts = countsOf(columns, patterns)
  for (const [column, { candidate }] of columns.entries())
    if (candidate.max !== undefined && counts[column]! > candidate.max) {
      if (firstShort < 0) return null
      let over = counts[column]! - candidate.max
      for (const pattern of patterns) {
        if (pattern.column !== column) continue
        const taken = Math.min(over, pattern.people)
        pattern.people -= taken
        over -= taken
      }
    }
  return valuesOf(model, patterns)
}

/** The program's values for whole people. */
function valuesOf(model: CoverProgram, patterns: readonly Pattern[]): number[] {
  const { program, columns, firstShort } = model
  const values = program.costs.map(() => 0)
  for (const { column, breakStarts, people } of patterns) {
    const own = columns[column]!
    values[own.people] = values[own.people]! + people
    own.breaks.forEach(({ starts, first }, index) => {
      const variable = first + starts.indexOf(breakStarts[index]!)
      if (first >= 0) values[variable] = values[variable]! + people
    })
  }
  if (firstShort >= 0)
    surplusOf(model, patterns).forEach((surplus, segment) => {
      values[firstShort + segment] = Math.max(0, -surplus)
    })
  return values
}

function countsOf(columns: readonly CandidateColumns[], patterns: readonly Pattern[]): number[] {
  const counts = columns.map(() => 0)
  for (const { column, people } of patterns) counts[column] = counts[column]! + people
  return counts
}

/** Segments in which people of the pattern are at work and count. */
function servedBy({ columns, segments }: CoverProgram, { column, breakStarts }: Pattern): number[] {
  const { candidate, breaks } = columns[column]!
  return segments.flatMap((segment, index) => {
    const isAway = breakStarts.some((start, at) => start < segment.end && start + breaks[at]!.minutes > segment.start)
    return serves(candidate, segment) && !isAway ? [index] : []
  })
}

/** By segment: heads at work above (negative: below) what is wanted. */
export function surplusOf(model: CoverProgram, patterns: readonly Pattern[]): number[] {
  const surplus = model.segments.map(({ heads }) => -heads)
  for (const pattern of patterns)
    for (const segment of servedBy(model, pattern)) surplus[segment] = surplus[segment]! + pattern.people
  return surplus
}
