// Results kept as dated lines of JSON, so that a change that makes the engine worse is seen. Nothing in them names a machine.
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Clock } from '../../solver/cli/arguments.ts'

const path = fileURLToPath(new URL('../results/solver.jsonl', import.meta.url))

export interface RunRecord {
  date: string
  commit: string
  instance: string
  engine: string
  seed: number
  seconds: number
  /** Lines written before clocks could be chosen have none: theirs was the wall. */
  clock?: Clock
  by: 'checker' | 'oracle'
  hard: number
  medium: number
  cost: number
  evaluations: number
  /** Absent where the run was not measured for it. */
  peakMegabytes?: number
}

/** A measurement that is no run: `figures` by name. */
export interface FigureRecord {
  date: string
  commit: string
  measured: string
  figures: Readonly<Record<string, number | null>>
}

/** Date and commit of what is being measured. */
export function stamp(): { date: string; commit: string } {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return { date: new Date().toISOString().slice(0, 10), commit }
}

export function readRuns(): RunRecord[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line)).filter((record) => 'instance' in record)
}

export function keep(record: RunRecord | FigureRecord): void {
  appendFileSync(path, `${JSON.stringify(record)}\n`)
}

/** The lowest cost without hard breaches of runs of ten minutes or more. */
export function longRunCost(runs: readonly RunRecord[], instance: string): number | null {
  const costs = runs
    .filter((run) => run.instance === instance && run.seconds >= 600 && run.hard === 0 && run.medium === 0)
    .map(({ cost }) => cost)
  return costs.length === 0 ? null : Math.min(...costs)
}

/** The latest earlier run of the same kind. */
export function previousRun(runs: readonly RunRecord[], now: RunRecord): RunRecord | null {
  const same = runs.filter(
    ({ instance, engine, seconds }) => instance === now.instance && engine === now.engine && seconds === now.seconds,
  )
  return same.at(-1) ?? null
}

/** In words: how a run stands against the one before. */
export function changeSince(before: RunRecord | null, now: RunRecord): string {
  if (!before) return 'first'
  if (before.hard !== now.hard) return `hard ${before.hard} → ${now.hard}`
  if (before.medium !== now.medium) return `medium ${before.medium} → ${now.medium}`
  if (before.cost === now.cost) return 'same'
  const change = (100 * (now.cost - before.cost)) / Math.max(1, Math.abs(before.cost))
  return `${change > 0 ? '+' : ''}${change.toFixed(2)} %`
}
