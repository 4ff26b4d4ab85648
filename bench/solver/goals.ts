// What the engine must reach, one line of the table each. Goals are stated for the published instances; whatever else lies
// in the folder is run as well, must hold every hard rule, and counts in the mean.
import type { CheckedCost } from './check-cost.ts'
import type { Instance } from './instances.ts'

interface Reached extends CheckedCost {
  peakMegabytes: number
  /** Lowest checked cost of a run of ten minutes on record; null when there is none. */
  longRunCost: number | null
}

export interface Goal {
  seconds: number
  text: string
  isLong?: boolean
  /** The figure to show, and whether the goal is met; null when it cannot be said. */
  judge(reached: Reached): { figure: string; isMet: boolean | null }
}

const percent = (part: number) => `${(100 * part).toFixed(1)} %`

function gapGoal(seconds: number, percentMax: number, bestKnown: number | null, isLong = false): Goal {
  return {
    seconds,
    isLong,
    text: percentMax === 0 ? 'best known cost' : `at most ${percentMax} % above best known`,
    judge({ hard, cost }) {
      if (hard > 0) return { figure: `hard ${hard}`, isMet: false }
      if (bestKnown === null) return { figure: String(cost), isMet: null }
      const gap = cost / bestKnown - 1
      return { figure: `${cost} (${percent(gap)} above ${bestKnown})`, isMet: gap <= percentMax / 100 + 1e-12 }
    },
  }
}

function coverGoal(seconds: number, uncovered: number | null): Goal {
  return {
    seconds,
    text: uncovered === null ? 'hard 0' : `hard 0, ${uncovered} uncovered`,
    judge: ({ hard, medium, cost }) => ({
      figure: `hard ${hard}, medium ${medium}, cost ${cost}`,
      isMet: hard === 0 && (uncovered === null || medium <= uncovered),
    }),
  }
}

function nearLongRunGoal(seconds: number): Goal {
  return {
    seconds,
    text: 'cost within 1 % of the ten-minute run',
    judge({ hard, medium, cost, longRunCost }) {
      if (longRunCost === null) return { figure: `${cost}; no ten-minute run on record (--long)`, isMet: null }
      const gap = cost / longRunCost - 1
      return { figure: `${cost} (${percent(gap)})`, isMet: hard === 0 && medium === 0 && gap <= 0.01 }
    },
  }
}

/** Percent above best known that is allowed, by the instance's number and seconds. */
const curtoisGoals: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  ...Object.fromEntries(['1', '2', '3', '4', '5', '6', '7', '10', '16'].map((one) => [one, [[60, 0]] as const])),
  ...Object.fromEntries(['8', '12', '14'].map((one) => [one, [[60, 0.5]] as const])),
  18: [[60, 1.5]],
  20: [
    [60, 8],
    [600, 3],
  ],
  22: [
    [60, 15],
    [600, 5],
  ],
}

/** The goals of an instance, shortest first. Every instance has at least one. */
export function goalsOf({ name, family, bestKnown }: Instance): Goal[] {
  if (family === 'curtois') {
    const known = curtoisGoals[name.replace(/^\D*/, '')]
    if (known) return known.map(([seconds, gap]) => gapGoal(seconds, gap, bestKnown, seconds > 60))
    return [coverGoal(60, null)]
  }
  if (family === 'guards') {
    if (/-(40|60)x200-/.test(name)) return [coverGoal(1, 0), nearLongRunGoal(3), { ...coverGoal(600, 0), isLong: true }]
    if (/-34x200-/.test(name)) return [coverGoal(3, 11)]
    if (/-100x500-/.test(name)) return [coverGoal(5, 0)]
    if (/-420x2016-/.test(name)) return [coverGoal(30, 0)]
    return [coverGoal(5, null)]
  }
  if (!name.startsWith('generated-10000x')) return [coverGoal(5, null)]
  const inMemory: Goal = {
    seconds: 60,
    text: 'hard 0, peak memory under 128 MB',
    judge: ({ hard, medium, cost, peakMegabytes }) => ({
      figure: `hard ${hard}, medium ${medium}, cost ${cost}, ${peakMegabytes} MB`,
      isMet: hard === 0 && peakMegabytes < 128,
    }),
  }
  return [inMemory]
}
