// What a trade does to the roster, judged for everybody it touches, and carried out where it may be.
import type { Tx } from '../../../drizzle/client.ts'
import type { RosterDiff } from '../../../solver/model/outcome.ts'
import type { Context } from '../../context.ts'
import { Conflict } from '../../errors.ts'
import { type Judged, judgeIn } from '../rosters/apply-change.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { breachError } from '../rosters/refuse-change.ts'
import { toBreachesWire } from '../rosters/wire.ts'
import { carvePart } from './carve-part.ts'
import { lockPublished } from './internal.ts'
import type { SwapRow } from './swap-rows.ts'

export type Trade = { roster: RosterRow; judged: Judged | null; openShiftId: string }

/**
 * Locks the roster and judges the trade as the roster stands now; a part is cut out first, so call it where that may stay or be
 * rolled back. `judged` is null for somebody who only gives up: then `openShiftId` is the shift to open. Throws `Conflict` with the
 * reasons for whatever stops it.
 */
export const judgeTrade = async (ctx: Context, tx: Tx, { swap, givenShift, wantedShift }: SwapRow): Promise<Trade> => {
  if (givenShift === null)
    throw new Conflict('conflict', 'The shift that was given away no longer exists.', { id: swap.id })
  const roster = await lockPublished({ ...ctx, siteIds: null }, tx, givenShift.rosterId)
  if (givenShift.startsAt <= ctx.clock.now())
    throw new Conflict('conflict', 'The shift has begun. Only coming shifts can be traded.', { id: swap.id })
  const giver = swap.fromEmployeeId
  const part =
    swap.partFrom && swap.partUntil ? { from: swap.partFrom.toISOString(), until: swap.partUntil.toISOString() } : null
  const shift = part ? await carvePart(ctx, tx, givenShift.id, giver, part) : givenShift.id
  if (swap.kind === 'give-up') return { roster, judged: null, openShiftId: shift }
  const taker = swap.toEmployeeId
  if (taker === null) throw new Error(`Trade ${swap.id} has nobody to go to.`)
  const diff: { added: RosterDiff['added'][number][]; removed: RosterDiff['removed'][number][] } = {
    added: [{ shift, employee: taker }],
    removed: part ? [] : [{ shift, employee: giver }],
  }
  if (swap.kind === 'swap') {
    if (wantedShift === null || wantedShift.rosterId !== givenShift.rosterId)
      throw new Conflict('conflict', 'Only shifts of one roster can be swapped. Offer the shift instead.', {
        id: swap.id,
      })
    diff.added.push({ shift: wantedShift.id, employee: giver })
    diff.removed.push({ shift: wantedShift.id, employee: taker })
  }
  const judged = await judgeIn(ctx, tx, roster.id, diff)
  if (judged.stopping.length > 0) throw stopped(ctx, judged, [giver, taker])
  return { roster, judged, openShiftId: shift }
}

/** Both may read what stops either of them; what concerns others stays with those who read people. */
const stopped = (ctx: Context, judged: Judged, sides: readonly string[]) => {
  const error = breachError(judged.stopping, judged.rows, ctx.permissions)
  if (ctx.permissions.has('people:read')) return error
  const own = judged.stopping.filter(
    ({ employees }) => employees.length > 0 && employees.every((id) => sides.includes(id)),
  )
  return new Conflict('conflict', error.message, { breaches: toBreachesWire(own, new Set(['people:read'])) })
}
