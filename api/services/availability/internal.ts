// What the verbs of availability share.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { availabilitySchema } from '../../contract/availability.ts'
import { NotFound } from '../../errors.ts'
import { ofSelfOr } from '../shared/of-self-or.ts'
import type { Span } from './expand-recurrence.ts'

export type Availability = z.output<typeof availabilitySchema>

export const columns = {
  id: availability.id,
  employeeId: availability.employeeId,
  kind: availability.kind,
  startsAt: availability.startsAt,
  endsAt: availability.endsAt,
  weight: availability.weight,
  shiftTypeId: availability.shiftTypeId,
  rrule: availability.rrule,
  zone: availability.zone,
  exceptions: availability.exceptions,
  version: availability.version,
}
export type Row = Omit<Availability, 'start' | 'end' | 'exceptions'> & Span & { exceptions: Date[] }

/** A row in the wire's words. */
export const toAvailability = ({ startsAt, endsAt, exceptions, ...row }: Row): Availability => ({
  ...row,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
  exceptions: exceptions.map((at) => at.toISOString()),
})

/** The wire's times as the table has them; what is absent stays absent. */
export const toTimes = ({
  start,
  end,
  exceptions,
}: {
  start?: string | undefined
  end?: string | undefined
  exceptions?: readonly string[] | undefined
}) => ({
  ...(start !== undefined && { startsAt: new Date(start) }),
  ...(end !== undefined && { endsAt: new Date(end) }),
  ...(exceptions !== undefined && { exceptions: exceptions.map((at) => new Date(at)) }),
})

/** Condition for one record of the organisation. */
export const isThis = (orgId: string, id: string) => and(eq(availability.orgId, orgId), eq(availability.id, id))

/**
 * One's own record, or anybody's within reach for who may read or write people; to write it is locked for the transaction. Throws
 * `NotFound`, also for one of another organisation.
 */
export const loadAvailability = async (ctx: Context, tx: Tx, id: string, access: 'read' | 'write'): Promise<Row> => {
  const isReached = await ofSelfOr(ctx, tx, `people:${access}`, availability.employeeId)
  const found = tx
    .select(columns)
    .from(availability)
    .where(and(isThis(ctx.orgId, id), isReached))
  const [row] = await (access === 'write' ? found.for('update') : found)
  if (row === undefined) throw new NotFound('availability', id)
  return row
}
