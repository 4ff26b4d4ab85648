import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { one } from '../shared/one.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { actionOf } from './action-of.ts'
import { type AnyRecord, type RecordKind, storeOf } from './record-kind.ts'

/** Adds a record. Throws `Invalid` for unknown references and for what its kind refuses; violated constraints escape. */
export const createRecord = async <Row extends AnyRecord, Input extends object>(
  ctx: Context,
  kind: RecordKind<Row, Input>,
  input: Input,
): Promise<Row> => {
  requirePermission(ctx, kind.write)
  kind.check?.(input)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const wanted = kind.refersTo?.(input) ?? {}
    if (kind.site) requireSiteWithin(ctx, wanted.sites ?? [])
    await requireActive(tx, ctx.orgId, wanted)
    const values = { ...input, orgId: ctx.orgId, id: ctx.ids.next() }
    const { table, columns } = storeOf(kind)
    const row = one(
      await tx
        .insert(table)
        .values(values as never)
        .returning(columns),
    ) as unknown as Row
    await writeAudit(ctx, tx, {
      action: actionOf('create', kind),
      entity: kind.noun,
      entityId: row.id,
      after: { ...row },
    })
    return row
  })
}
