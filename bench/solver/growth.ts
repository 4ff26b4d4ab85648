// How time grows with size: every size gets time in proportion, and what counts is when it came near its own end.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../../solver/model/outcome.ts'
import type { Trace } from '../solver-trace.ts'
import { generatedInstance } from './instances.ts'

const tracer = fileURLToPath(new URL('../solver-trace.ts', import.meta.url))
const sizes = [100, 300, 1000, 3000, 10_000]
const shiftsPerPerson = 10
/** Time of the largest size; smaller ones get their part of it, at least two seconds. */
export const largestSeconds = 120
/** The relative quality: so near to the best cost known of the size. */
export const nearPercent = 0.5

interface GrowthPoint {
  shifts: number
  seconds: number
}

export interface Growth {
  points: readonly GrowthPoint[]
  /** Of time = factor × shifts ^ exponent, least squares on logarithms; null with fewer than two points. */
  exponent: number | null
  factor: number | null
}

/** Runs every size whose time fits; a size that never comes near its best is left out. */
export function measureGrowth(engine: Engine, seed: number, secondsMax: number, scratch: string): Growth {
  const points: GrowthPoint[] = []
  for (const shifts of sizes) {
    const seconds = Math.min(secondsMax, Math.max(2, (largestSeconds * shifts) / sizes.at(-1)!))
    const people = Math.round(shifts / shiftsPerPerson)
    const { path } = generatedInstance({ shifts, people, weeks: 4, seed }, scratch)
    const output = execFileSync(process.execPath, [tracer, path, engine, String(seconds), String(seed)], {
      encoding: 'utf8',
    })
    const { points: curve } = JSON.parse(output) as Trace
    const end = curve.at(-1)
    if (!end) continue
    const near = curve.find(
      ({ hard, medium, soft }) =>
        hard <= end.hard &&
        medium <= end.medium * (1 + nearPercent / 100) &&
        soft <= end.soft * (1 + nearPercent / 100),
    )
    points.push({ shifts, seconds: (near ?? end).seconds })
  }
  return { points, ...fitPower(points) }
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
