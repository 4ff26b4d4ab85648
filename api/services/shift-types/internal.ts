// What the verbs of shift types share.
import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { shiftTypes } from '../../../drizzle/schema/index.ts'
import type { shiftTypeSchema } from '../../contract/workforce.ts'
import { NotFound } from '../../errors.ts'

export type ShiftType = z.output<typeof shiftTypeSchema>

/** A row's columns, as the wire says them. */
export const columns = {
  id: shiftTypes.id,
  code: shiftTypes.code,
  name: shiftTypes.name,
  startTime: shiftTypes.startTime,
  durationMinutes: shiftTypes.durationMinutes,
  breakMinutes: shiftTypes.breakMinutes,
  breaks: shiftTypes.breaks,
  premiumPercent: shiftTypes.premiumPercent,
  tags: shiftTypes.tags,
  colour: shiftTypes.colour,
  skills: shiftTypes.skills,
  version: shiftTypes.version,
}

/** Condition for one shift type of the organisation that is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(shiftTypes.orgId, orgId), eq(shiftTypes.id, id), isNull(shiftTypes.deletedAt))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation. */
export const loadShiftType = async (tx: Tx, orgId: string, id: string): Promise<ShiftType> => {
  const [row] = await tx.select(columns).from(shiftTypes).where(isThis(orgId, id)).for('update')
  if (row === undefined) throw new NotFound('shift type', id)
  return row
}
