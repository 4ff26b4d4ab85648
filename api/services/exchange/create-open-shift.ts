import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { shifts } from '../../../drizzle/schema/index.ts'
import { rankEmployees } from '../../../solver/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { openShiftCreate } from '../../contract/exchange.ts'
import { NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { buildProblem } from '../rosters/build-problem.ts'
import { announceRoster, saveRoster } from '../rosters/internal.ts'
import { loadPlanningIn } from '../rosters/load-planning.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { notify } from '../shared/notify.ts'
import { carvePart } from './carve-part.ts'
import { lockPublished, type OpenShift, type OpenShiftRow, shiftData, toOpenShiftWire } from './internal.ts'
import { openShift } from './open-shift.ts'

/** People who are told of an open shift: those whom no rule stops, the nearest first. */
const toldMax = 100

/**
 * Opens heads of a published shift, or a part that somebody gives away, to whoever may take them, and tells the people whom no
 * rule stops. Throws `NotFound`, and `Conflict` for a shift that lacks nobody, has begun or is open already.
 */
export const createOpenShift = async (ctx: Context, input: z.output<typeof openShiftCreate>): Promise<OpenShift> => {
  requirePermission(ctx, 'exchange:decide')
  const { open, roster } = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const rosterId = await rosterOfShift(ctx, tx, input.shiftId)
    let roster = await lockPublished(ctx, tx, rosterId)
    const { part } = input
    const shiftId = part ? await carvePart(ctx, tx, input.shiftId, part.employeeId, part) : input.shiftId
    if (part) roster = await saveRoster(tx, roster, ctx.orgId)
    const closesAt = input.closesAt === undefined ? undefined : new Date(input.closesAt)
    const { heads, mode, message } = input
    const open = await openShift(ctx, tx, { shiftId, heads, mode, closesAt, message })
    await tellWhoMayTakeIt(ctx, tx, roster, open)
    return { open, roster }
  })
  announceRoster(ctx, roster)
  ctx.waitUntil(dispatchOutbox(ctx))
  return toOpenShiftWire(open)
}

const rosterOfShift = async (ctx: Context, tx: Pick<Tx, 'select'>, shiftId: string): Promise<string> => {
  const [row] = await tx
    .select({ rosterId: shifts.rosterId })
    .from(shifts)
    .where(and(eq(shifts.orgId, ctx.orgId), eq(shifts.id, shiftId)))
  if (row === undefined) throw new NotFound('shift', shiftId)
  return row.rosterId
}

const tellWhoMayTakeIt = async (ctx: Context, tx: Tx, roster: RosterRow, open: OpenShiftRow): Promise<void> => {
  const { rows } = await loadPlanningIn(tx, ctx.orgId, roster.id)
  const problem = buildProblem(rows)
  const free = rankEmployees(problem, { assignments: problem.assignments ?? [] }, open.shiftId)
    .filter(({ delta }) => delta.hard <= 0)
    .slice(0, toldMax)
    .map(({ employee }) => employee)
  if (free.length === 0) return
  await notify(ctx, tx, {
    kind: 'open-shift',
    to: { employeeIds: free },
    data: { ...shiftData(open), ...(open.message !== null && { message: open.message }) },
    onceKey: `open-shift:${open.id}`,
  })
}
