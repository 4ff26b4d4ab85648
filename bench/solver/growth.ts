// How time grows with size. Every size is solved with budgets in proportion to its shifts; the best of the longest is the
// measure, and what counts is the thread's own time until a budget sufficed to come near it, over several seeds.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../../solver/model/outcome.ts'
import type { TimedSolve } from '../solver-timed.ts'
import { generatedInstance } from './instances.ts'

const timed = fileURLToPath(new URL('../solver-timed.ts', import.meta.url))
/** Small problems differ more from each other, and cost less. */
const sizes = [
  { shifts: 100, seeds: 8 },
  { shifts: 300, seeds: 5 },
  { shifts: 1000, seeds: 3 },
  { shifts: 3000, seeds: 2 },
  { shifts: 10_000, seeds: 1 },
] as const
const shiftsPerPerson = 10
/** Evaluations a shift, each run cooled over its own budget; the last is the measure of the others. */
const budgets = [50, 100, 200, 400, 800, 1600] as const
/** The relative quality: so near to the cost of the longest run. */
export const nearPercent = 1

interface GrowthPoint {
  shifts: number
  /** Geometric mean over the seeds. */
  seconds: number
}

export interface Growth {
  points: readonly GrowthPoint[]
  /** Of time = factor × shifts ^ exponent, least squares on logarithms; null with fewer than two points. */
  exponent: number | null
  factor: number | null
}

/** Measures every size up to `shiftsMax`. */
export function measureGrowth(engine: Engine, seed: number, shiftsMax: number, scratch: string): Growth {
  const points: GrowthPoint[] = []
  for (const { shifts, seeds } of sizes) {
    if (shifts > shiftsMax) continue
    const logs = Array.from({ length: seeds }, (_, index) => {
      const size = { shifts, people: Math.round(shifts / shiftsPerPerson), weeks: 4, seed: seed + index }
      const { path } = generatedInstance(size, scratch)
      const runs = budgets.map((budget): TimedSolve => {
        const args = [timed, path, engine, String(budget * shifts), String(seed)]
        return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
      })
      return Math.log(secondsToNear(runs))
    })
    points.push({ shifts, seconds: Math.exp(logs.reduce((sum, value) => sum + value, 0) / seeds) })
  }
  return { points, ...fitPower(points) }
}

/** Time at which the gap to the longest run falls to `nearPercent`, between two budgets by logarithms. */
export function secondsToNear(runs: readonly TimedSolve[]): number {
  const end = runs.at(-1)!
  const gapOf = ({ score }: TimedSolve) =>
    score.hard > end.score.hard || score.medium > end.score.medium
      ? Number.POSITIVE_INFINITY
      : (100 * (score.soft - end.score.soft)) / Math.max(1, Math.abs(end.score.soft))
  const index = runs.findIndex((run) => gapOf(run) <= nearPercent)
  const near = runs[index]!
  const before = runs[index - 1]
  if (!before || gapOf(before) === Number.POSITIVE_INFINITY) return near.cpuSeconds
  // A gap of nothing has no logarithm.
  const logGap = (run: TimedSolve) => Math.log(Math.max(gapOf(run), nearPercent / 10))
  const part = (logGap(before) - Math.log(nearPercent)) / (logGap(before) - logGap(near))
  return before.cpuSeconds * (near.cpuSeconds / before.cpuSeconds) ** part
}

/** A straight line through logarithms. */
function fitPower(points: readonly GrowthPoint[]): { exponent: number | null; factor: number | null } {
  if (points.length < 2) return { exponent: null, factor: null }
  const x = points.map(({ shifts }) => Math.log(shifts))
  const y = points.map(({ seconds }) => Math.log(seconds))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(x), mean(y)]
  const spread = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0)
  const exponent = x.reduce((sum, value, index) => sum + (value - meanX) * (y[index]! - meanY), 0) / spread
  return { exponent, factor: Math.exp(meanY - exponent * meanX) }
}
