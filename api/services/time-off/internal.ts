// What the verbs of time off share.
import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { timeOffRequests } from '../../../drizzle/schema/index.ts'
import type { timeOffSchema } from '../../contract/workforce.ts'
import { NotFound } from '../../errors.ts'

export type TimeOff = z.output<typeof timeOffSchema>

export const columns = {
  id: timeOffRequests.id,
  employeeId: timeOffRequests.employeeId,
  startsAt: timeOffRequests.startsAt,
  endsAt: timeOffRequests.endsAt,
  reason: timeOffRequests.reason,
  state: timeOffRequests.state,
  version: timeOffRequests.version,
}
type Row = Omit<TimeOff, 'start' | 'end'> & { startsAt: Date; endsAt: Date }

/** A row in the wire's words. */
export const toTimeOff = ({ startsAt, endsAt, ...row }: Row): TimeOff => ({
  ...row,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
})

/** Condition for one record of the organisation that is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(timeOffRequests.orgId, orgId), eq(timeOffRequests.id, id), isNull(timeOffRequests.deletedAt))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation. */
export const loadTimeOff = async (tx: Tx, orgId: string, id: string): Promise<Row> => {
  const [row] = await tx.select(columns).from(timeOffRequests).where(isThis(orgId, id)).for('update')
  if (row === undefined) throw new NotFound('time off', id)
  return row
}
