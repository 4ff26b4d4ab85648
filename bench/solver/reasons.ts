// A guards problem that cannot be covered: a short solve, then the reasons, within the time the goal gives both.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReasonFigures } from '../solver-reasons.ts'
import type { Instance } from './instances.ts'
import { runEngine } from './run-engine.ts'
import type { Row } from './table.ts'

const solveSeconds = 1.9
const goalSeconds = 3
const program = fileURLToPath(new URL('../solver-reasons.ts', import.meta.url))

/** The row of the table and what is kept of it; null when every head is filled. Seconds are the threads' own. */
export async function measureReasons(
  instance: Instance,
  seed: number,
  scratch: string,
): Promise<{ row: Row; figures: ReasonFigures } | null> {
  const out = join(scratch, 'reasons.json')
  const { claimed } = await runEngine(instance, { engine: 'auto', seconds: solveSeconds, seed, clock: 'cpu', out })
  if (claimed.medium === 0) return null
  const figures = JSON.parse(
    execFileSync(process.execPath, [program, instance.path, out], { encoding: 'utf8' }),
  ) as ReasonFigures
  const { openHeads, provenHeads, candidates, cpuSeconds } = figures
  const seconds = solveSeconds + cpuSeconds
  const row: Row = {
    work: `${instance.name} reasons`,
    goal: `every open head proven, in ${goalSeconds} s`,
    figure: `${provenHeads} of ${openHeads} heads proven, ${candidates} candidates, ${seconds.toFixed(1)} s`,
    isMet: provenHeads >= openHeads && seconds <= goalSeconds,
  }
  return { row, figures }
}
