// One run of the command line as a process of its own.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Clock } from '../../solver/cli/arguments.ts'
import type { Engine } from '../../solver/model/outcome.ts'
import type { Instance } from './instances.ts'

const cli = fileURLToPath(new URL('../../solver/cli.ts', import.meta.url))
const memoryProbe = fileURLToPath(new URL('../solver-memory.ts', import.meta.url))

interface CurvePoint {
  seconds: number
  hard: number
  medium: number
  soft: number
}

export interface EngineRun {
  /** What the engine says; only the checker's word counts. */
  claimed: CurvePoint
  evaluations: number
  engine: string
  curve: readonly CurvePoint[]
  /** Most of heap and buffers in use at once, garbage included. */
  peakMegabytes: number
}

const progressLine = /^(\d+(?:\.\d+)?) s\s+\d+ evaluations\s+hard (\d+)\s+medium (\d+)\s+soft (-?\d+)/
const peakLine = /^peak (\d+) MB$/

/** Runs to the end; the roster goes to `out`. Throws with the command's own words when it fails. */
export async function runEngine(
  instance: Instance,
  options: { engine: Engine; seconds: number; seed: number; clock: Clock; out: string },
): Promise<EngineRun> {
  const { engine, seconds, seed, clock, out } = options
  const named = instance.family === 'generated' ? [] : ['--format', instance.family]
  const flags = [
    '--engine',
    engine,
    '--seconds',
    String(seconds),
    '--seed',
    String(seed),
    '--clock',
    clock,
    '--out',
    out,
    ...named,
  ]
  const { heapMegabytesMax } = instance
  const limits =
    heapMegabytesMax === null ? [] : [`--max-old-space-size=${heapMegabytesMax - 12}`, '--max-semi-space-size=4']
  const child = spawn(process.execPath, [...limits, '--import', memoryProbe, cli, instance.path, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`${instance.name} with ${engine}: ${stderr.trim().split('\n').slice(-3).join(' ')}`)
  const lines = stderr.split('\n')
  const curve = lines.flatMap((line): CurvePoint[] => {
    const found = progressLine.exec(line)
    if (!found) return []
    const [at, hard, medium, soft] = found.slice(1).map(Number)
    return [{ seconds: at!, hard: hard!, medium: medium!, soft: soft! }]
  })
  const last = JSON.parse(stdout.trim().split('\n').at(-1)!) as CurvePoint & { evaluations: number; engine: string }
  const claimed = { seconds: last.seconds, hard: last.hard, medium: last.medium, soft: last.soft }
  const peaks = lines.map((line) => Number(peakLine.exec(line)?.[1] ?? 0))
  return {
    claimed,
    evaluations: last.evaluations,
    engine: last.engine,
    curve: [...curve, claimed],
    peakMegabytes: Math.max(...peaks),
  }
}
