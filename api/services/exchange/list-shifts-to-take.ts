import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, openShifts, shiftClaims, shifts, sites } from '../../../drizzle/schema/index.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import type { Context } from '../../context.ts'
import type { shiftToTake } from '../../contract/exchange.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import { judgeChange } from '../rosters/judge-change.ts'
import { loadPlanningIn } from '../rosters/load-planning.ts'
import { isSiteOfShift } from '../shared/joins.ts'
import {
  actingFor,
  breachesFor,
  claimColumns,
  isPersonOfClaim,
  isShiftOfOpen,
  type OpenShiftRow,
  openShiftColumns,
  requireSelfOr,
  toClaimWire,
  toOpenShiftWire,
} from './internal.ts'

type ShiftToTake = z.output<typeof shiftToTake>

const openShiftsMax = 200
const order: Record<ShiftToTake['verdict'], number> = { free: 0, costs: 1, stopped: 2 }

/**
 * Every open shift as one person sees it, those they may take first: judged by the rules of the roster, with what speaks against
 * it. Shifts that somebody else gives away in part stand in the list like any other.
 */
export const listShiftsToTake = async (ctx: Context, employeeId?: string): Promise<ShiftToTake[]> => {
  requireSelfOr(ctx, 'exchange:decide')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const person = await actingFor(ctx, tx, employeeId, 'exchange:decide')
    const rows = await tx
      .select(openShiftColumns)
      .from(openShifts)
      .innerJoin(shifts, isShiftOfOpen)
      .innerJoin(sites, isSiteOfShift)
      .where(
        and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.state, 'open'), gt(openShifts.closesAt, ctx.clock.now())),
      )
      .orderBy(asc(openShifts.closesAt), asc(openShifts.id))
      .limit(openShiftsMax)
    if (rows.length === 0) return []
    const claims = await tx
      .select(claimColumns)
      .from(shiftClaims)
      .innerJoin(employees, isPersonOfClaim)
      .where(
        and(
          eq(shiftClaims.orgId, ctx.orgId),
          eq(shiftClaims.employeeId, person),
          inArray(
            shiftClaims.openShiftId,
            rows.map(({ id }) => id),
          ),
        ),
      )
      .orderBy(asc(shiftClaims.createdAt))
    const latest = new Map(claims.map((claim) => [claim.openShiftId, claim]))
    const problems = new Map<string, Problem>()
    for (const rosterId of new Set(rows.map((row) => row.rosterId))) {
      problems.set(rosterId, buildProblem((await loadPlanningIn(tx, ctx.orgId, rosterId)).rows))
    }
    return rows
      .flatMap((row): ShiftToTake[] => {
        const problem = problems.get(row.rosterId)
        const judged = problem && judge(problem, row, person)
        if (!judged) return []
        const claim = latest.get(row.id)
        return [
          {
            openShift: toOpenShiftWire(row),
            verdict: judged.verdict,
            breaches: breachesFor(ctx, judged.breaches, person),
            claim: claim ? toClaimWire(ctx, claim) : null,
          },
        ]
      })
      .sort((a, b) => order[a.verdict] - order[b.verdict] || a.openShift.start.localeCompare(b.openShift.start))
  })
}

/** Null for people the roster does not plan with, and for who works the shift already. */
const judge = (problem: Problem, row: OpenShiftRow, employee: string) => {
  const judged = judgeChange(problem, { added: [{ shift: row.shiftId, employee }], removed: [] })
  if (judged.kind === 'misfit') return null
  const own = judged.added.filter((breach) => breach.employees.includes(employee))
  const verdict =
    judged.stopping.length > 0 ? ('stopped' as const) : own.length > 0 ? ('costs' as const) : ('free' as const)
  return { verdict, breaches: judged.stopping.length > 0 ? judged.stopping : own }
}
