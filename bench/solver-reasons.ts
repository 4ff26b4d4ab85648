// Why heads stay open in a roster: `node bench/solver-reasons.ts GUARDS-FILE ROSTER-FILE`. Prints one line of JSON.
import { readFileSync } from 'node:fs'
import { readGuards } from '../solver/formats/guards.ts'
import { explainUnfilled } from '../solver/index.ts'
import type { Roster } from '../solver/model/problem.ts'
import { explainInfeasible } from '../solver/programs.ts'

export interface ReasonFigures {
  openHeads: number
  /** Heads that no roster fills, by proof. */
  provenHeads: number
  /** People for whom each open shift says what stops them or what it would cost. */
  candidates: number
  /** The thread's own, for both answers. */
  cpuSeconds: number
}

function measure(problemPath: string, rosterPath: string): ReasonFigures {
  const reading = readGuards(readFileSync(problemPath, 'utf8'))
  if (reading.kind !== 'read') throw new Error(`${problemPath}: ${reading.errors[0]?.reason ?? 'unusable'}`)
  const { problem } = reading
  const roster = JSON.parse(readFileSync(rosterPath, 'utf8')) as Roster
  const before = process.threadCpuUsage()
  const report = explainInfeasible(problem, { roster })
  const unfilled = explainUnfilled(problem, roster, { candidatesMax: problem.employees.length })
  const candidates = unfilled.flatMap((shift) => shift.candidates).filter(({ added }) => added.length > 0).length
  const { user, system } = process.threadCpuUsage(before)
  return {
    openHeads: unfilled.reduce((sum, { missingHeads }) => sum + missingHeads, 0),
    provenHeads: report.kind === 'conflict' ? report.missingHeadsMin : 0,
    candidates,
    cpuSeconds: (user + system) / 1e6,
  }
}

const [problemPath, rosterPath] = process.argv.slice(2)
console.log(JSON.stringify(measure(problemPath!, rosterPath!)))
