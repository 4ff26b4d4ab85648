// Time cut so finely that everything is constant within a piece, then merged again where no candidate tells pieces apart.
import type { BreakWindow, Demand, ShiftCandidate } from './demand-model.ts'

/** A stretch of time with heads wanted of a skill. */
export interface Segment {
  skill: string | null
  start: number
  end: number
  heads: number
}

/** Starts that a break may have, on the axis. */
export function breakStartsOf(candidate: ShiftCandidate, window: BreakWindow, stepMinutes: number): number[] {
  const starts: number[] = []
  for (let offset = window.earliestMinutes; offset <= window.latestMinutes; offset += stepMinutes)
    starts.push(candidate.start + offset)
  return starts
}

/** Pieces with heads above 0, by skill and time. Where spans of one skill overlap, the larger number counts. */
export function segmentsOf({ wanted, candidates, breakStepMinutes = 15 }: Demand): Segment[] {
  const cuts = new Set<number>()
  for (const { start, end } of wanted) cuts.add(start).add(end)
  for (const candidate of candidates) {
    cuts.add(candidate.start).add(candidate.end)
    for (const window of candidate.breaks)
      for (const start of breakStartsOf(candidate, window, breakStepMinutes))
        cuts.add(start).add(start + window.minutes)
  }
  const times = [...cuts].sort((a, b) => a - b)
  const skills = [...new Set(wanted.map(({ skill }) => skill ?? null))]
  return skills.flatMap((skill) => {
    const heads = new Float64Array(times.length)
    const indexOf = new Map(times.map((time, index) => [time, index]))
    for (const span of wanted) {
      if ((span.skill ?? null) !== skill) continue
      for (let index = indexOf.get(span.start)!; index < indexOf.get(span.end)!; index++)
        heads[index] = Math.max(heads[index]!, span.heads)
    }
    return times.slice(0, -1).flatMap((start, index) => {
      const count = heads[index]!
      return count === 0 ? [] : [{ skill, start, end: times[index + 1]!, heads: count }]
    })
  })
}

/** Whether people of the candidate count in the segment, breaks aside. */
export function serves(candidate: ShiftCandidate, { skill, start, end }: Segment): boolean {
  return candidate.start <= start && candidate.end >= end && (skill === null || candidate.skills.includes(skill))
}
