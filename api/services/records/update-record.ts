import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import { one } from '../shared/one.ts'
import { requireSiteWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { actionOf } from './action-of.ts'
import { type AnyRecord, isThis, lockRecord, type RecordKind, storeOf } from './record-kind.ts'

/** Fields that are absent or undefined stay as they are. */
export type RecordChange<Input> = {
  id: string
  version: number
  change: { [Field in keyof Input]?: Input[Field] | undefined }
}

/**
 * Changes the fields that are named. Throws `NotFound`, `VersionConflict`, and `Invalid` for unknown references and for what
 * the kind refuses; violated constraints escape.
 */
export const updateRecord = async <Row extends AnyRecord, Input extends object>(
  ctx: Context,
  kind: RecordKind<Row, Input>,
  { id, version, change }: RecordChange<Input>,
): Promise<Row> => {
  requirePermission(ctx, kind.write)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockRecord(tx, kind, ctx, id)
    requireVersion(kind.noun, stored, version)
    const named = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as Partial<Input>
    // What creation takes is part of what is read, so the record as it would stand is both together.
    kind.check?.({ ...stored, ...named } as unknown as Input)
    const wanted = kind.refersTo?.(named) ?? {}
    if (kind.site) requireSiteWithin(ctx, wanted.sites ?? [])
    await requireActive(tx, ctx.orgId, wanted)
    const { table, columns } = storeOf(kind)
    const values = { ...named, version: version + 1 }
    const row = one(
      await tx
        .update(table)
        .set(values)
        .where(isThis(kind, ctx, id))
        .returning(columns),
    ) as unknown as Row
    await writeAudit(ctx, tx, {
      action: actionOf('update', kind),
      entity: kind.noun,
      entityId: id,
      before: { ...stored },
      after: { ...row },
    })
    return row
  })
}
