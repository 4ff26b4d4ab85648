// The port for small integer programs: branch and bound over the linear relaxation (Land, Doig, Econometrica 28, 1960).
// The LP library's own branching has no bound but the clock, and the engine knows none; so nodes are counted here.
import { type Limits, relax } from './relax.ts'

/** Minimise costs × values over whole values from 0 to `max`, under rows that hold at least (or exactly) an amount. */
export interface IntegerProgram {
  /** Whole numbers, so that bounds may be rounded up. */
  costs: readonly number[]
  /** By variable; no limit when null. */
  max: readonly (number | null)[]
  rows: readonly ProgramRow[]
  /** So many of the first variables decide the rest; they are branched on first. */
  decisions?: number
}

export interface ProgramRow {
  variables: readonly number[]
  coefficients: readonly number[]
  atLeast: number
  isEqual: boolean
}

export interface ProgramOptions {
  /** Relaxations that may be solved. */
  nodesMax: number
  /** May turn relaxed values into whole ones that keep all rows (else null); what it finds ends branches early. */
  round?: (values: readonly number[]) => readonly number[] | null
}

export interface ProgramAnswer {
  /** `feasible` and `unknown`: nodes ran out with and without values in hand. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown'
  /** The best values found, whole numbers, and what they cost; null when none were. */
  values: readonly number[] | null
  objective: number | null
  /** No whole values cost less; infinite when there are none. */
  bound: number
}

interface Node {
  limits: Limits
  bound: number
}

const tolerance = 1e-6
/** Parts equal costs of 0/1 variables, so that the simplex does not go in circles among them; far less than 1 in sum. */
const nudge = 1e-5

/** Deterministic: the same program and nodes give the same answer. */
export function solveInteger(program: IntegerProgram, { nodesMax, round }: ProgramOptions): ProgramAnswer {
  const nudges = program.max.map((max, variable) => (max === 1 ? nudge * (1 + (variable % 89) / 89) : 0))
  const nudged = { ...program, costs: program.costs.map((cost, variable) => cost + nudges[variable]!) }
  const blur = nudges.reduce((sum, own) => sum + own, tolerance)
  let best: readonly number[] | null = null
  let bestCost = Number.POSITIVE_INFINITY
  const keep = (values: readonly number[]) => {
    const cost = costOf(program, values)
    if (cost >= bestCost) return
    best = values
    bestCost = cost
  }
  const open: Node[] = [{ limits: new Map(), bound: Number.NEGATIVE_INFINITY }]
  let nodes = 0
  while (open.length > 0 && nodes < nodesMax) {
    const node = open.pop()!
    if (node.bound >= bestCost) continue
    nodes++
    const relaxed = relax(nudged, node.limits)
    if (relaxed === null) continue
    const bound = Math.ceil(costOf(program, relaxed) - blur)
    if (bound >= bestCost) continue
    const branch = mostFractional(relaxed, program.decisions ?? relaxed.length)
    if (branch < 0) {
      keep(relaxed.map(Math.round))
      continue
    }
    const rounded = round?.(relaxed)
    if (rounded) keep(rounded)
    const value = relaxed[branch]!
    const [low, high] = node.limits.get(branch) ?? [0, program.max[branch] ?? null]
    open.push({ limits: new Map(node.limits).set(branch, [low, Math.floor(value)]), bound })
    open.push({ limits: new Map(node.limits).set(branch, [Math.ceil(value), high]), bound })
  }
  const bound = Math.min(bestCost, ...open.map((node) => node.bound))
  const isClosed = bound >= bestCost || open.length === 0
  const status = best === null ? (isClosed ? 'infeasible' : 'unknown') : isClosed ? 'optimal' : 'feasible'
  return { status, values: best, objective: best === null ? null : bestCost, bound }
}

function costOf({ costs }: IntegerProgram, values: readonly number[]): number {
  return values.reduce((sum, value, variable) => sum + value * costs[variable]!, 0)
}

/** The variable farthest from whole, the first of several, decisions before the rest; -1 when all are whole. */
function mostFractional(values: readonly number[], decisions: number): number {
  let found = -1
  let most = tolerance
  for (const [variable, value] of values.entries()) {
    if (variable === decisions && found >= 0) return found
    const distance = Math.abs(value - Math.round(value))
    if (distance > most) {
      most = distance
      found = variable
    }
  }
  return found
}
