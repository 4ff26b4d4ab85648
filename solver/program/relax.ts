// The linear relaxation of a small integer program, by javascript-lp-solver's simplex.
import lpSolver from 'javascript-lp-solver'
import type { IntegerProgram } from './integer-program.ts'

/** Bounds of branched variables: [low, high], high null for none. */
export type Limits = ReadonlyMap<number, readonly [low: number, high: number | null]>

const tolerance = 1e-9

/** The cheapest values, whole or not, or null when nothing keeps the rows. Variables that limits fix are taken out first. */
export function relax(program: IntegerProgram, limits: Limits): number[] | null {
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {}
  const variables: Record<string, Record<string, number>> = {}
  const fixed = new Map<number, number>()
  program.costs.forEach((cost, variable) => {
    const [low, high] = limits.get(variable) ?? [0, program.max[variable] ?? null]
    if (high !== null && low >= high) {
      fixed.set(variable, low)
      return
    }
    const own: Record<string, number> = { cost }
    if (high !== null) own[`h${variable}`] = 1
    if (high !== null) constraints[`h${variable}`] = { max: high }
    if (low > 0) own[`l${variable}`] = 1
    if (low > 0) constraints[`l${variable}`] = { min: low }
    variables[`x${variable}`] = own
  })
  for (const [row, { variables: own, coefficients, atLeast, isEqual }] of program.rows.entries()) {
    let rest = atLeast
    let isEmpty = true
    for (const [index, variable] of own.entries()) {
      const value = fixed.get(variable)
      if (value !== undefined) rest -= coefficients[index]! * value
      else {
        isEmpty = false
        variables[`x${variable}`]![`r${row}`] = coefficients[index]!
      }
    }
    if (!isEmpty) constraints[`r${row}`] = isEqual ? { equal: rest } : { min: rest }
    else if (rest > tolerance || (isEqual && rest < -tolerance)) return null
  }
  const answer = lpSolver.Solve({ optimize: 'cost', opType: 'min', constraints, variables }) as Record<string, unknown>
  if (answer.feasible !== true) return null
  return program.costs.map((_, variable) => {
    const value = fixed.get(variable) ?? answer[`x${variable}`]
    return typeof value === 'number' ? Math.max(0, value) : 0
  })
}
