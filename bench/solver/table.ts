// The table of goals, a line as soon as it is known, and the sums below it.
import type { CheckedCost } from './check-cost.ts'
import type { Instance } from './instances.ts'

interface GoalRow {
  goal: string
  figure: string
  /** Null when the run was too short, or of a compared engine, to say. */
  isMet: boolean | null
}

interface RunRow extends GoalRow {
  instance: Instance
  engine: string
  seconds: number
  checked: CheckedCost
  isFirstEngine: boolean
  change: string
  /** The engine's own word was the checker's. */
  wasHonest: boolean
}

interface FigureRow extends GoalRow {
  work: string
}

export type Row = RunRow | FigureRow

const meanGoal = 1.06

export function printRow(row: Row): void {
  const verdict = row.isMet === null ? '  –   ' : row.isMet ? '  ok  ' : 'MISSED'
  const work = 'work' in row ? row.work : `${row.instance.name} ${row.engine} ${row.seconds} s`
  const notes = 'work' in row ? [] : [`since last: ${row.change}`]
  if ('wasHonest' in row && !row.wasHonest) notes.push(`the engine's own score differs from the ${row.checked.by}'s`)
  console.log(
    `${verdict}  ${work.padEnd(44)} goal: ${row.goal.padEnd(40)} ${row.figure}  ${notes.join('; ')}`.trimEnd(),
  )
}

/** The family's mean, engines compared at equal time, and how many goals are met. */
export function printSummary(rows: readonly Row[]): void {
  const runs = rows.flatMap((row) => ('work' in row ? [] : [row]))
  for (const engine of new Set(runs.map((row) => row.engine))) printMean(runs, engine)
  compareEngines(runs)
  const judged = rows.filter(({ isMet }) => isMet !== null)
  console.log(
    `\n${judged.filter(({ isMet }) => isMet).length} of ${judged.length} goals met, ${rows.length - judged.length} not judged`,
  )
}

function printMean(runs: readonly RunRow[], engine: string): void {
  const known = runs.filter(
    (row) =>
      row.engine === engine &&
      row.instance.family === 'curtois' &&
      row.instance.bestKnown !== null &&
      row.seconds <= 60,
  )
  if (known.length === 0) return
  const broken = known.filter(({ checked }) => checked.hard > 0)
  const kept = known.filter(({ checked }) => checked.hard === 0)
  if (kept.length === 0) {
    console.log(`\n${engine}: a hard rule is broken on every instance`)
    return
  }
  const logs = kept.map(({ checked, instance }) => Math.log(checked.cost / instance.bestKnown!))
  const mean = Math.exp(logs.reduce((sum, value) => sum + value, 0) / kept.length)
  const verdict = broken.length === 0 && mean <= meanGoal ? 'ok' : 'missed'
  const rest =
    broken.length === 0 ? '' : `; hard rules broken on ${broken.map(({ instance }) => instance.name).join(', ')}`
  console.log(
    `\n${engine}: geometric mean of cost to best known over ${kept.length} of ${known.length} instances ${mean.toFixed(4)} (goal ${meanGoal}: ${verdict})${rest}`,
  )
}

/** Who was best how often, where several engines had the same time on the same instance. */
function compareEngines(runs: readonly RunRow[]): void {
  const groups = new Map<string, RunRow[]>()
  for (const row of runs) {
    const key = `${row.instance.name} ${row.seconds} ${row.goal}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const wins = new Map<string, number>()
  let compared = 0
  for (const group of groups.values()) {
    if (group.length < 2) continue
    compared++
    const [best] = [...group].sort((a, b) => compareChecked(a.checked, b.checked))
    for (const row of group)
      if (compareChecked(row.checked, best!.checked) === 0) wins.set(row.engine, (wins.get(row.engine) ?? 0) + 1)
  }
  if (compared === 0) return
  const text = [...wins].map(([engine, count]) => `${engine} ${count}`).join(', ')
  console.log(`\nBest at equal time in ${compared} comparisons (ties count for each): ${text}`)
}

function compareChecked(a: CheckedCost, b: CheckedCost): number {
  return a.hard - b.hard || a.medium - b.medium || a.cost - b.cost
}
