// What the question "how many of each shift?" is made of. All times are whole minutes on one axis, usually minutes since
// 1970-01-01T00:00Z; costs are integers in any one unit.
import type { ProblemIssue } from '../model/outcome.ts'

/** So many people with the skill (anyone, when absent) at work at every moment of [start, end). */
export interface WantedSpan {
  skill?: string
  start: number
  end: number
  heads: number
}

/** A break that begins `earliestMinutes` to `latestMinutes` after the shift's start. Nobody is at work in a break. */
export interface BreakWindow {
  minutes: number
  earliestMinutes: number
  latestMinutes: number
}

/** A shift that may be opened, for any number of people up to `max`. */
export interface ShiftCandidate {
  id: string
  start: number
  end: number
  /** Skills of those who work it; one person counts for each of them, as in the rule demand-curve. */
  skills: readonly string[]
  /** Cost of one person. */
  cost: number
  /** In order; they may not overlap whatever their starts. */
  breaks: readonly BreakWindow[]
  max?: number
}

export interface Demand {
  wanted: readonly WantedSpan[]
  candidates: readonly ShiftCandidate[]
  /** Distance between two possible starts of a break; 15 when absent. */
  breakStepMinutes?: number
}

/** A shift to open: one entry of `breakStarts` per person, with the starts of that person's breaks. */
export interface OpenedShift {
  candidate: string
  count: number
  breakStarts: readonly (readonly number[])[]
}

/** A span in which heads are missing, whatever is opened. */
export interface ShortSpan {
  skill: string | null
  start: number
  end: number
  heads: number
}

/** `bound`: no way to keep cover costs less; equal to `cost` when the answer is proven to be the cheapest. */
export type DemandOutcome =
  | { kind: 'covered'; opened: readonly OpenedShift[]; cost: number; bound: number }
  | { kind: 'short'; opened: readonly OpenedShift[]; cost: number; short: readonly ShortSpan[] }
  | { kind: 'demand-invalid'; issues: readonly ProblemIssue[] }

/** Every wrong place of a demand, all at once. */
export function checkDemand({ wanted, candidates, breakStepMinutes }: Demand): ProblemIssue[] {
  const issues: ProblemIssue[] = []
  const note = (path: string, reason: string) => issues.push({ path, reason })
  const whole = (value: number, path: string, min: number) => {
    if (!Number.isSafeInteger(value) || value < min)
      note(path, `must be a whole number of at least ${min}, not ${value}`)
  }
  if (breakStepMinutes !== undefined) whole(breakStepMinutes, 'breakStepMinutes', 1)
  wanted.forEach((span, index) => {
    const at = `wanted[${index}]`
    whole(span.start, `${at}.start`, Number.MIN_SAFE_INTEGER)
    whole(span.end, `${at}.end`, span.start + 1)
    whole(span.heads, `${at}.heads`, 0)
  })
  const seen = new Map<string, number>()
  candidates.forEach((candidate, index) => {
    const at = `candidates[${index}]`
    const { id, start, end, cost, max, breaks } = candidate
    if (seen.has(id)) note(`${at}.id`, `repeats "${id}" of candidates[${seen.get(id)}]; ids must differ`)
    else seen.set(id, index)
    whole(start, `${at}.start`, Number.MIN_SAFE_INTEGER)
    whole(end, `${at}.end`, start + 1)
    whole(cost, `${at}.cost`, 0)
    if (max !== undefined) whole(max, `${at}.max`, 0)
    let free = 0
    breaks.forEach(({ minutes, earliestMinutes, latestMinutes }, position) => {
      const where = `${at}.breaks[${position}]`
      whole(minutes, `${where}.minutes`, 1)
      whole(earliestMinutes, `${where}.earliestMinutes`, free)
      whole(latestMinutes, `${where}.latestMinutes`, earliestMinutes)
      if (latestMinutes + minutes > end - start)
        note(`${where}.latestMinutes`, `lets the break end after the shift, which has ${end - start} minutes`)
      free = latestMinutes + minutes
    })
  })
  return issues
}
