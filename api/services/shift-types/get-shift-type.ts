import { readAsOrg } from '../../../drizzle/client.ts'
import { shiftTypes } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { columns, isThis, type ShiftType } from './internal.ts'

/** One shift type. Throws `NotFound`. */
export const getShiftType = async (ctx: Context, id: string): Promise<ShiftType> => {
  requirePermission(ctx, 'places:read')
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.select(columns).from(shiftTypes).where(isThis(ctx.orgId, id)),
  ])
  if (row === undefined) throw new NotFound('shift type', id)
  return row
}
