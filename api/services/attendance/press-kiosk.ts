import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { kioskPress } from '../../contract/attendance.ts'
import { Forbidden } from '../../errors.ts'
import { countRequest, type Limit } from '../../middleware/rate-limit.ts'
import { requirePeopleWithin, requireSiteWithin } from '../shared/reach.ts'
import { type Clock, readClock } from './get-clock.ts'
import { isPin } from './pin-hash.ts'
import { writePress } from './write-press.ts'

/** One person's PIN from anywhere, and everything that one device tries: a PIN of four digits is not found by trying. */
const personLimit: Limit = { name: 'kiosk-person', requestsMax: 10, windowSeconds: 600 }
const deviceLimit: Limit = { name: 'kiosk-device', requestsMax: 60, windowSeconds: 60 }

/**
 * A press at a device that stands at work, signed in by its own key. An unknown number and a wrong PIN are answered alike, with
 * `Forbidden`. Throws `RateLimited`, and `Conflict` where the state of the clock forbids the press.
 */
export const pressKiosk = async (ctx: Context, input: z.output<typeof kioskPress>): Promise<Clock> => {
  requirePermission(ctx, 'attendance:kiosk')
  requireSiteWithin(ctx, input.siteId === undefined ? [] : [input.siteId])
  await countRequest(ctx, deviceLimit, `${ctx.orgId}:${ctx.apiKeyId ?? ctx.session.id}`)
  await countRequest(ctx, personLimit, `${ctx.orgId}:${input.number.toLowerCase()}`)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [person] = await tx
      .select({ id: employees.id, pinHash: employees.pinHash })
      .from(employees)
      .where(
        and(
          eq(employees.orgId, ctx.orgId),
          eq(employees.number, input.number),
          eq(employees.state, 'active'),
          isNull(employees.deletedAt),
        ),
      )
    const isRight = await isPin(input.pin, person?.pinHash ?? null)
    if (person === undefined || !isRight) {
      throw new Forbidden('Number and PIN do not belong together. Try again, or ask a manager for a new PIN.')
    }
    await requirePeopleWithin(ctx, tx, [person.id])
    const siteId = input.siteId ?? null
    const press = { employeeId: person.id, kind: input.kind, at: ctx.clock.now(), siteId, position: null }
    await writePress(ctx, tx, { ...press, source: 'kiosk' })
    return readClock(ctx, tx, person.id)
  })
}
