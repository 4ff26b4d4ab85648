import { and } from 'drizzle-orm'
import { readAsOrg } from '../../../drizzle/client.ts'
import { certifications } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { ofPeopleWithin } from '../shared/reach.ts'
import { type Certification, columns, isThis, todayIn, toWire, zoneQuery } from './internal.ts'

/** One certification. Throws `NotFound`. */
export const getCertification = async (ctx: Context, id: string): Promise<Certification> => {
  requirePermission(ctx, 'people:read')
  const [[row], [settings]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(certifications)
      .where(and(isThis(ctx.orgId, id), ofPeopleWithin(ctx, certifications.employeeId))),
    zoneQuery(read, ctx.orgId),
  ])
  if (row === undefined) throw new NotFound('certification', id)
  return toWire(row, todayIn(ctx, settings))
}
