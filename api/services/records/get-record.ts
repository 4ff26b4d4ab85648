import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { NotFound } from '../../errors.ts'
import { type AnyRecord, isThis, type RecordKind, storeOf } from './record-kind.ts'

/** One record. Throws `NotFound`. */
export const getRecord = async <Row extends AnyRecord, Input extends object>(
  ctx: Context,
  kind: RecordKind<Row, Input>,
  id: string,
): Promise<Row> => {
  requirePermission(ctx, kind.read)
  const { table, columns } = storeOf(kind)
  const [[row]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select(columns)
      .from(table)
      .where(isThis(kind, ctx, id)),
  ])
  if (row === undefined) throw new NotFound(kind.noun, id)
  return row as unknown as Row
}
