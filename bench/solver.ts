// `npm run bench:solver -- [DIR]`: the engine against its goals. bench/README.md says how to read what it prints.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../solver/model/outcome.ts'
import { chromiumPath } from '../tests/browser/browser.ts'
import { type BenchArguments, parseBenchArguments, usage } from './solver/arguments.ts'
import { type CheckedCost, checkCost } from './solver/check-cost.ts'
import { goalsOf } from './solver/goals.ts'
import { measureGrowth } from './solver/growth.ts'
import { generatedInstance, type Instance, instancesIn } from './solver/instances.ts'
import type { MicroFigures } from './solver/measure-micro.ts'
import { type Curve, curvesPlot, growthPlot, type Panel } from './solver/plots.ts'
import { measureReasons } from './solver/reasons.ts'
import { changeSince, keep, longRunCost, previousRun, type RunRecord, readRuns, stamp } from './solver/records.ts'
import { type EngineRun, runEngine } from './solver/run-engine.ts'
import { printRow, printSummary, type Row } from './solver/table.ts'

const results = fileURLToPath(new URL('./results/', import.meta.url))
const folderOfCall = (process.env.npm_lifecycle_event === 'bench:solver' && process.env.INIT_CWD) || process.cwd()
const curveSeconds = 1
const curveFiles: Readonly<Record<Instance['family'], string>> = {
  curtois: 'score-over-time.svg',
  guards: 'score-over-time-guards.svg',
  generated: 'score-over-time-generated.svg',
}
/** About what growth's largest size takes. */
const largestSeconds = 60

interface Bench {
  options: BenchArguments
  scratch: string
  rows: Row[]
  panels: (Panel & { family: Instance['family'] })[]
}

/** Checkers count broken rules their own way; whether there are any must agree, and the cost when there are none. */
const isSame = (claimed: { hard: number; soft: number }, checked: CheckedCost) =>
  claimed.hard > 0 ? checked.hard > 0 : checked.hard === 0 && claimed.soft === checked.cost

/** All goals of an instance; every length once for each engine. */
async function benchInstance(bench: Bench, instance: Instance): Promise<void> {
  const { options, scratch } = bench
  const out = join(scratch, 'roster.json')
  const curves: Curve[] = []
  const done = new Map<string, { run: EngineRun; checked: CheckedCost }>()
  const runOnce = async (engine: Engine, seconds: number) => {
    const key = `${engine} ${seconds}`
    const known = done.get(key)
    if (known) return known
    const run = await runEngine(instance, { engine, seconds, seed: options.seed, clock: options.clock, out })
    const measured = { run, checked: checkCost(instance, out) }
    done.set(key, measured)
    return measured
  }
  for (const goal of goalsOf(instance)) {
    if (goal.isLong && !options.isLong) continue
    const seconds = Math.min(goal.seconds, options.secondsMax)
    for (const [index, engine] of options.engines.entries()) {
      const isNew = !done.has(`${engine} ${seconds}`)
      const { run, checked } = await runOnce(engine, seconds)
      const runs = readRuns()
      const { evaluations, peakMegabytes } = run
      const figures = { seed: options.seed, seconds, clock: options.clock, ...checked, evaluations, peakMegabytes }
      const record: RunRecord = { ...stamp(), instance: instance.name, engine, ...figures }
      const judged = goal.judge({ ...checked, peakMegabytes, longRunCost: longRunCost(runs, instance.name) })
      const isShorter = seconds < goal.seconds
      const row: Row = {
        instance,
        engine,
        seconds,
        goal: isShorter ? `${goal.text} (at ${goal.seconds} s)` : goal.text,
        figure: judged.figure,
        isMet: index > 0 || (isShorter && judged.isMet === false) ? null : judged.isMet,
        checked,
        isFirstEngine: index === 0,
        change: changeSince(previousRun(runs, record), record),
        wasHonest: isSame(run.claimed, checked),
      }
      if (isNew) keep(record)
      bench.rows.push(row)
      printRow(row)
      const kept = run.curve.filter((point) => point.hard === 0 && point.medium <= run.claimed.medium)
      if (isNew && seconds >= curveSeconds)
        curves.push({ label: `${engine} ${seconds} s`, points: kept.map((point) => [point.seconds, point.soft]) })
    }
  }
  if (curves.length > 0) bench.panels.push({ family: instance.family, title: instance.name, curves })
}

/** Goals of a published file, and the reasons where heads stay open. */
async function benchFile(bench: Bench, instance: Instance): Promise<void> {
  await benchInstance(bench, instance)
  const reasons =
    instance.family === 'guards' ? await measureReasons(instance, bench.options.seed, bench.scratch) : null
  if (reasons === null) return
  keep({ ...stamp(), measured: `reasons ${instance.name}`, figures: { ...reasons.figures } })
  bench.rows.push(reasons.row)
  printRow(reasons.row)
}

function benchMicro(bench: Bench, place: 'Node' | 'Chromium'): void {
  const program = fileURLToPath(new URL('./solver-micro.ts', import.meta.url))
  const options = place === 'Chromium' ? ['--browser'] : []
  const output = execFileSync(process.execPath, [program, ...options], { encoding: 'utf8' })
  const figures = JSON.parse(output) as MicroFigures
  keep({ ...stamp(), measured: `micro-500x28${place === 'Chromium' ? ' in Chromium' : ''}`, figures: { ...figures } })
  const rows = [
    [`one change checked on 500 people by 28 days, ${place}`, figures.checkChangeMs, figures.checkChangeFirstMs, 1],
    [`ranking 500 people for one shift, ${place}`, figures.rankEmployeesMs, figures.rankEmployeesFirstMs, 10],
  ] as const
  for (const [work, ms, firstMs, goalMs] of rows) {
    const figure = `median ${ms.toFixed(2)} ms, first ${firstMs.toFixed(0)} ms`
    const row: Row = { work, goal: `under ${goalMs} ms`, figure, isMet: ms < goalMs }
    bench.rows.push(row)
    printRow(row)
  }
}

function benchGrowth(bench: Bench): void {
  const { options, scratch } = bench
  // With little time only the small sizes: the largest takes minutes.
  const shiftsMax = options.secondsMax < largestSeconds ? 3000 : Number.POSITIVE_INFINITY
  const growth = measureGrowth(options.engines[0]!, options.seed, shiftsMax, scratch)
  const { exponent, points } = growth
  keep({
    ...stamp(),
    measured: `growth ${options.engines[0]}`,
    figures: { exponent, ...Object.fromEntries(points.map((point) => [point.shifts, point.seconds])) },
  })
  writeFileSync(join(results, 'growth.svg'), growthPlot(growth))
  const figure = exponent === null ? 'too few points' : `n^${exponent.toFixed(2)}`
  const isMet = exponent === null || points.at(-1)!.shifts < 10_000 ? null : exponent <= 1.3
  const row: Row = {
    work: `growth, 100 to ${points.at(-1)!.shifts} shifts`,
    goal: 'no faster than n^1.3',
    figure,
    isMet,
  }
  bench.rows.push(row)
  printRow(row)
}

async function main(): Promise<number> {
  const options = parseBenchArguments(process.argv.slice(2))
  if (!options) {
    console.log(usage)
    return 0
  }
  const scratch = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const bench: Bench = { options, scratch, rows: [], panels: [] }
  const isWanted = ({ name }: Instance) =>
    options.only.length === 0 ||
    options.only.some((part) => name === part || (/\D$|^\D*$|-/.test(part) && name.includes(part)))
  try {
    if (options.folder !== null && options.parts.includes('files'))
      for (const instance of instancesIn(resolve(folderOfCall, options.folder)).filter(isWanted))
        await benchFile(bench, instance)
    if (options.parts.includes('generated'))
      for (const [shifts, people] of [
        [1000, 150],
        [10_000, 1000],
      ] as const) {
        const instance = generatedInstance({ shifts, people, weeks: 4, seed: options.seed }, scratch)
        if (isWanted(instance)) await benchInstance(bench, instance)
      }
    if (options.parts.includes('micro') && options.only.length === 0) {
      benchMicro(bench, 'Node')
      if (chromiumPath) benchMicro(bench, 'Chromium')
    }
    if (options.parts.includes('growth') && options.only.length === 0) benchGrowth(bench)
  } finally {
    rmSync(scratch, { recursive: true })
  }
  for (const [family, file] of Object.entries(curveFiles)) {
    const panels = bench.panels.filter((panel) => panel.family === family)
    if (panels.length > 0) writeFileSync(join(results, file), curvesPlot(panels))
  }
  printSummary(bench.rows)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? `${error.message}. --help shows the options.` : error)
  process.exitCode = 2
}
