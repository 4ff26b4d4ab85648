import type * as z from 'zod'
import type { Problem } from '../../../solver/model/problem.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { Permissions } from '../../contract/permissions.ts'
import type { rosterProblem } from '../../contract/rostering.ts'
import { buildProblem } from './build-problem.ts'
import { requireVisible } from './internal.ts'
import { loadPlanning } from './load-planning.ts'
import { mayRead } from './wire.ts'
import { shownWithin } from './within-reach.ts'

/** Without `costs:read`: what nobody is paid, and none of the rules that state money. */
const shownProblem = (problem: Problem, permissions: Permissions): Problem => {
  if (permissions.has('costs:read')) return problem
  return {
    ...problem,
    rules: problem.rules.filter(({ rule }) => mayRead(rule, permissions)),
    contracts: problem.contracts.map((contract) => ({
      ...contract,
      rules: contract.rules.filter(({ rule }) => mayRead(rule, permissions)),
    })),
    employees: problem.employees.map(({ rateMinor: _rateMinor, ...person }) => person),
  }
}

/**
 * A roster in the engine's own format, as it stands: who holds it can judge a change before it is made, by the rules that the server
 * will ask. It names absences and wishes: `people:read`. Throws `NotFound`.
 */
export const getProblem = async (ctx: Context, rosterId: string): Promise<z.output<typeof rosterProblem>> => {
  requirePermission(ctx, 'rosters:write')
  requirePermission(ctx, 'people:read')
  const { rows } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
  requireVisible(ctx, rows.roster)
  const problem = await shownWithin(ctx, rows, shownProblem(buildProblem(rows), ctx.permissions))
  return { rosterVersion: rows.roster.version, problem: { ...problem } }
}
