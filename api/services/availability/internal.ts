// What the verbs of availability share.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import type { availabilitySchema } from '../../contract/workforce.ts'
import { NotFound } from '../../errors.ts'

export type Availability = z.output<typeof availabilitySchema>

export const columns = {
  id: availability.id,
  employeeId: availability.employeeId,
  kind: availability.kind,
  startsAt: availability.startsAt,
  endsAt: availability.endsAt,
  weight: availability.weight,
  shiftTypeId: availability.shiftTypeId,
  version: availability.version,
}
type Row = Omit<Availability, 'start' | 'end'> & { startsAt: Date; endsAt: Date }

/** A row in the wire's words. */
export const toAvailability = ({ startsAt, endsAt, ...row }: Row): Availability => ({
  ...row,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
})

/** Condition for one record of the organisation. */
export const isThis = (orgId: string, id: string) => and(eq(availability.orgId, orgId), eq(availability.id, id))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation. */
export const loadAvailability = async (tx: Tx, orgId: string, id: string): Promise<Row> => {
  const [row] = await tx.select(columns).from(availability).where(isThis(orgId, id)).for('update')
  if (row === undefined) throw new NotFound('availability', id)
  return row
}
