import { and, desc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../../drizzle/client.ts'
import { rosterVersions } from '../../../../drizzle/schema/index.ts'
import { type Context, requirePermission, systemUser } from '../../../context.ts'
import type { rosterVersionSchema, versionCauses, versionKeep } from '../../../contract/roster-life.ts'
import { one } from '../../shared/one.ts'
import { writeAudit } from '../../shared/write-audit.ts'
import type { Standing } from '../edits/plan-edit.ts'
import { lockRoster } from '../internal.ts'
import { loadPlanningIn } from '../load-planning.ts'
import { type Snapshot, toSnapshot } from './snapshot.ts'
import { toVersionWire, versionColumns } from './wire.ts'

type Cause = (typeof versionCauses)[number]
type Kept = { cause: Cause; note: string | null }

/** Writes what stands as the roster's next version; the roster's row must be locked. Answers its number. */
export const writeVersion = async (
  ctx: Pick<Context, 'orgId' | 'ids' | 'user'>,
  tx: Tx,
  rosterId: string,
  standing: Standing,
  { cause, note }: Kept,
): Promise<string> => {
  const [last] = await lastVersion(tx, ctx.orgId, rosterId)
  const id = ctx.ids.next()
  const number = (last?.number ?? 0) + 1
  const snapshot = toSnapshot(standing)
  const createdBy = ctx.user === systemUser ? null : ctx.user.id
  await tx.insert(rosterVersions).values({ orgId: ctx.orgId, id, rosterId, number, cause, note, snapshot, createdBy })
  return id
}

/** The same before something overwrites what stands, unless the last version holds just that. */
export const writeVersionUnlessKept = async (
  ctx: Pick<Context, 'orgId' | 'ids' | 'user'>,
  tx: Tx,
  rosterId: string,
  standing: Standing,
  note: string,
): Promise<void> => {
  const [last] = await lastVersion(tx, ctx.orgId, rosterId)
  if (last !== undefined && isSame(last.snapshot as Snapshot, toSnapshot(standing))) return
  await writeVersion(ctx, tx, rosterId, standing, { cause: 'kept', note })
}

const lastVersion = (tx: Tx, orgId: string, rosterId: string) =>
  tx
    .select({ number: rosterVersions.number, snapshot: rosterVersions.snapshot })
    .from(rosterVersions)
    .where(and(eq(rosterVersions.orgId, orgId), eq(rosterVersions.rosterId, rosterId)))
    .orderBy(desc(rosterVersions.number))
    .limit(1)

/** The database answers a document's fields in an order of its own. */
const isSame = (a: Snapshot, b: Snapshot): boolean => canonical(a) === canonical(b)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Keeps the roster as it stands as a version, because somebody asks for it. Throws `NotFound`, `VersionConflict`. */
export const keepVersion = async (
  ctx: Context,
  rosterId: string,
  version: number,
  { note }: z.output<typeof versionKeep>,
): Promise<z.output<typeof rosterVersionSchema>> => {
  requirePermission(ctx, 'rosters:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await lockRoster(tx, ctx, rosterId, version)
    const { rows } = await loadPlanningIn(tx, ctx.orgId, rosterId)
    const id = await writeVersion(ctx, tx, rosterId, rows, { cause: 'kept', note })
    const isThis = and(eq(rosterVersions.orgId, ctx.orgId), eq(rosterVersions.id, id))
    const kept = one(await tx.select(versionColumns).from(rosterVersions).where(isThis))
    const details = { number: kept.number }
    await writeAudit(ctx, tx, { action: 'keep-version', entity: 'roster', entityId: rosterId, details })
    return toVersionWire(kept)
  })
}
