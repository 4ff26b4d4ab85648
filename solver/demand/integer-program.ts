// Small integer programs: branch and bound over the linear relaxation (Land, Doig, Econometrica 28, 1960), which
// javascript-lp-solver solves. Its own branching has no bound but the clock, and the engine knows none; so nodes are counted.
import lpSolver from 'javascript-lp-solver'

/** Minimise costs × values over whole values from 0 to `max`, under rows that hold at least (or exactly) an amount. */
export interface IntegerProgram {
  costs: readonly number[]
  /** By variable; no limit when null. */
  max: readonly (number | null)[]
  rows: readonly ProgramRow[]
}

export interface ProgramRow {
  variables: readonly number[]
  coefficients: readonly number[]
  atLeast: number
  isEqual: boolean
}

export interface ProgramAnswer {
  /** The best values found, whole numbers; null when none were. */
  values: readonly number[] | null
  /** No whole values cost less; infinite when there are none. */
  bound: number
}

interface Node {
  /** Bounds of branched variables: [variable, low, high]. */
  limits: readonly (readonly [number, number, number | null])[]
  bound: number
}

const tolerance = 1e-6

/**
 * Solves within `nodesMax` relaxations. `round` may turn relaxed values into whole ones that keep all rows (else null); what
 * it finds ends branches early. Costs must be integers. Deterministic.
 */
export function solveProgram(
  program: IntegerProgram,
  nodesMax: number,
  round: (values: readonly number[]) => readonly number[] | null,
): ProgramAnswer {
  let best: readonly number[] | null = null
  let bestCost = Number.POSITIVE_INFINITY
  const keep = (values: readonly number[]) => {
    const cost = costOf(program, values)
    if (cost >= bestCost) return
    best = values
    bestCost = cost
  }
  const open: Node[] = [{ limits: [], bound: Number.NEGATIVE_INFINITY }]
  let nodes = 0
  while (open.length > 0 && nodes < nodesMax) {
    const node = open.pop()!
    if (node.bound >= bestCost) continue
    nodes++
    const relaxed = relax(program, node.limits)
    if (relaxed === null) continue
    const bound = Math.ceil(costOf(program, relaxed) - tolerance)
    if (bound >= bestCost) continue
    const branch = mostFractional(relaxed)
    if (branch < 0) {
      keep(relaxed.map(Math.round))
      continue
    }
    const rounded = round(relaxed)
    if (rounded) keep(rounded)
    const value = relaxed[branch]!
    open.push({ limits: [...node.limits, [branch, 0, Math.floor(value)]], bound })
    open.push({ limits: [...node.limits, [branch, Math.ceil(value), null]], bound })
  }
  const left = open.map((node) => node.bound)
  return { values: best, bound: Math.min(bestCost, ...left) }
}

function costOf({ costs }: IntegerProgram, values: readonly number[]): number {
  return values.reduce((sum, value, variable) => sum + value * costs[variable]!, 0)
}

/** The first variable whose value is farthest from whole; -1 when all are whole. */
function mostFractional(values: readonly number[]): number {
  let found = -1
  let most = tolerance
  values.forEach((value, variable) => {
    const distance = Math.abs(value - Math.round(value))
    if (distance > most) {
      most = distance
      found = variable
    }
  })
  return found
}

/** Values of the linear relaxation, or null when nothing keeps its rows. */
function relax(program: IntegerProgram, limits: Node['limits']): number[] | null {
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {}
  const variables: Record<string, Record<string, number>> = {}
  program.costs.forEach((cost, variable) => {
    variables[`x${variable}`] = { cost }
    const max = program.max[variable]
    if (max !== null && max !== undefined) constraints[`m${variable}`] = { max }
    if (max !== null && max !== undefined) variables[`x${variable}`]![`m${variable}`] = 1
  })
  program.rows.forEach(({ variables: own, coefficients, atLeast, isEqual }, row) => {
    constraints[`r${row}`] = isEqual ? { equal: atLeast } : { min: atLeast }
    own.forEach((variable, index) => {
      variables[`x${variable}`]![`r${row}`] = coefficients[index]!
    })
  })
  limits.forEach(([variable, low, high], index) => {
    if (low > 0) constraints[`l${index}`] = { min: low }
    if (low > 0) variables[`x${variable}`]![`l${index}`] = 1
    if (high !== null) constraints[`h${index}`] = { max: high }
    if (high !== null) variables[`x${variable}`]![`h${index}`] = 1
  })
  const answer = lpSolver.Solve({ optimize: 'cost', opType: 'min', constraints, variables }) as Record<string, unknown>
  if (answer.feasible !== true) return null
  return program.costs.map((_, variable) => {
    const value = answer[`x${variable}`]
    return typeof value === 'number' ? Math.max(0, value) : 0
  })
}
