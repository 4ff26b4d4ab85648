import { and, desc, eq, lt } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../../drizzle/client.ts'
import { assignments, rosterAcknowledgements, rosterVersions } from '../../../../drizzle/schema/index.ts'
import type { Context } from '../../../context.ts'
import type { acknowledge, acknowledged } from '../../../contract/roster-life.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { actingFor, requireSelfOr } from '../../exchange/internal.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import { rosterQuery } from '../planning-queries.ts'

/**
 * Confirms that a person has seen the roster as it was last published: oneself, or the person a manager names. Repeating it
 * changes nothing. Throws `NotFound`, `Conflict` for a roster that is not published or in which the person has no shift.
 */
export const acknowledgeRoster = async (
  ctx: Context,
  rosterId: string,
  input: z.output<typeof acknowledge>,
): Promise<z.output<typeof acknowledged>> => {
  requireSelfOr(ctx, 'rosters:publish')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [roster] = await rosterQuery(tx, ctx.orgId, rosterId)
    if (roster === undefined || roster.state === 'draft') throw new NotFound('roster', rosterId, 'that is published')
    const employeeId = await actingFor(ctx, tx, input.employeeId, 'rosters:publish')
    const isTheirs = and(eq(assignments.rosterId, rosterId), eq(assignments.employeeId, employeeId))
    const [assignment] = await tx
      .select({ id: assignments.id })
      .from(assignments)
      .where(and(eq(assignments.orgId, ctx.orgId), isTheirs))
      .limit(1)
    if (assignment === undefined)
      throw new Conflict('conflict', `There is no shift of this person in roster "${roster.name}".`, { employeeId })
    const isPublished = and(eq(rosterVersions.rosterId, rosterId), eq(rosterVersions.cause, 'published'))
    const [last] = await tx
      .select({ number: rosterVersions.number })
      .from(rosterVersions)
      .where(and(eq(rosterVersions.orgId, ctx.orgId), isPublished))
      .orderBy(desc(rosterVersions.number))
      .limit(1)
    const versionNumber = last?.number ?? 1
    const seen = { versionNumber, acknowledgedAt: ctx.clock.now() }
    const target = [rosterAcknowledgements.orgId, rosterAcknowledgements.rosterId, rosterAcknowledgements.employeeId]
    const written = await tx
      .insert(rosterAcknowledgements)
      .values({ orgId: ctx.orgId, rosterId, employeeId, ...seen })
      .onConflictDoUpdate({ target, set: seen, setWhere: lt(rosterAcknowledgements.versionNumber, versionNumber) })
      .returning({ employeeId: rosterAcknowledgements.employeeId })
    if (written.length > 0) {
      const details = { employeeId, versionNumber }
      await writeAudit(ctx, tx, { action: 'acknowledge-roster', entity: 'roster', entityId: rosterId, details })
    }
    return { rosterId, employeeId, versionNumber }
  })
}
