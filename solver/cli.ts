// The engine without a server: `npm run --silent solve -- FILE`. The only place of the solver that reads a clock.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArguments, type SolveArguments, usage } from './cli/arguments.ts'
import { clocks } from './cli/clocks.ts'
import { drive } from './cli/drive.ts'
import { type Input, readInput } from './cli/read-input.ts'
import { solveInThreads } from './cli/solve-in-threads.ts'
import { writeCurtois } from './formats/curtois.ts'
import type { ProblemFormat } from './formats/detect-format.ts'
import { writeGuards } from './formats/guards.ts'
import { writeMuster } from './formats/muster.ts'
import { describeLineError } from './formats/reading.ts'
import { missingHeads } from './formats/roster-rows.ts'
import { openSession, partCellsMax, partsShare, scoreRoster, splitProblem } from './index.ts'
import type { Progress, Score } from './model/outcome.ts'
import type { Problem, Roster } from './model/problem.ts'

const errorsShownMax = 50

/** npm runs scripts in the project's folder; paths mean the folder in which the command was typed. */
const folder = (process.env.npm_lifecycle_event === 'solve' && process.env.INIT_CWD) || process.cwd()

async function main(): Promise<number> {
  const parsed = parseArguments(process.argv.slice(2))
  if (parsed.kind === 'help') {
    process.stdout.write(usage)
    return 0
  }
  if (parsed.kind === 'wrong') return refuse(`${parsed.reason}. --help shows the options.`)
  const { arguments: options } = parsed
  const input = readInput(resolve(folder, options.file), options.format)
  if (input.kind === 'unusable') {
    const lines = input.errors.slice(0, errorsShownMax).map((error) => `${options.file}: ${describeLineError(error)}`)
    const rest = input.errors.length - lines.length
    return refuse([...lines, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n'))
  }
  return solveInput(input, options)
}

function refuse(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

async function solveInput(input: Extract<Input, { kind: 'read' }>, options: SolveArguments): Promise<number> {
  const { problem, format } = input
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const evaluationsMax = options.evaluationsMax ?? 1_000_000
  const joined = await joinedStart(problem, options, interrupt.signal)
  const session = openSession(problem, {
    seed: options.seed,
    engine: options.engine,
    evaluationsMax: joined ? Math.ceil(evaluationsMax * (1 - partsShare)) : evaluationsMax,
    ...(joined && { start: joined.roster }),
  })
  const report = progressWriter()
  const elapsedMs = await drive(session, {
    ...(options.seconds !== undefined && { seconds: secondsLeft(options.seconds, joined?.elapsedMs ?? 0) }),
    isBudgetFree: options.evaluationsMax === undefined,
    nowMs: clocks[options.clock],
    onProgress: report,
    isStopped: () => interrupt.signal.aborted,
  })
  const roster = session.best()
  const { score } = scoreRoster(problem, roster)
  const open = [...missingHeads(problem, roster).values()].reduce((sum, count) => sum + count, 0)
  const line = {
    cost: score.soft,
    ...score,
    ...(format === 'curtois' ? {} : { uncovered: open }),
    evaluations: session.checkpoint().evaluations + (joined?.evaluations ?? 0),
    seconds: Math.round(elapsedMs + (joined?.elapsedMs ?? 0)) / 1000,
    engine: session.engine,
  }
  process.stderr.write('\n')
  if (options.out !== undefined) {
    const path = resolve(folder, options.out)
    try {
      writeFileSync(path, `${JSON.stringify(written(format, problem, roster, score), null, 1)}\n`)
    } catch (error) {
      process.stderr.write(
        `${options.out} cannot be written: ${error instanceof Error ? error.message : String(error)}\n`,
      )
      return 1
    }
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  return interrupt.signal.aborted ? 130 : 0
}

/** What the parts of a problem too large for one Worker found together; null without threads, or where one part is the whole. */
async function joinedStart(problem: Problem, options: SolveArguments, signal: AbortSignal) {
  const { threads, seconds, evaluationsMax, seed, engine, clock } = options
  const parts = threads === 1 ? [problem] : splitProblem(problem, { cellsMax: partCellsMax })
  if (parts.length === 1) return null
  const startMs = performance.now()
  const found = await solveInThreads(parts, {
    seed,
    engine,
    threads,
    clock,
    signal,
    evaluationsMax: Math.floor((evaluationsMax ?? 1_000_000) * partsShare),
    ...(seconds !== undefined && { seconds: seconds * partsShare }),
  })
  return { ...found, elapsedMs: performance.now() - startMs }
}

/** Opening parts takes time as well; polishing gets what is left, a tenth at least. */
const secondsLeft = (seconds: number, elapsedMs: number) => Math.max(seconds / 10, seconds - elapsedMs / 1000)

function written(format: ProblemFormat, problem: Problem, roster: Roster, score: Score): object {
  if (format === 'curtois') return writeCurtois(problem, roster, score.soft)
  return format === 'guards' ? writeGuards(roster) : writeMuster(problem, roster, score)
}

/** Writes progress once a second; on a terminal in one line that is written over. */
function progressWriter(): (progress: Progress, elapsedMs: number) => void {
  let shownMs = Number.NEGATIVE_INFINITY
  return ({ evaluations, score, missingHeads: open }, elapsedMs) => {
    if (elapsedMs - shownMs < 1000) return
    shownMs = elapsedMs
    const text = `${(elapsedMs / 1000).toFixed(1)} s  ${evaluations} evaluations  hard ${score.hard}  medium ${score.medium}  soft ${score.soft}  open ${open}`
    process.stderr.write(process.stderr.isTTY ? `\r${text}\u001b[K` : `${text}\n`)
  }
}

process.exitCode = await main()
