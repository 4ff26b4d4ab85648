// What holds for every kind of record alike: told once, tested for each.
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { auditLog } from '../../../drizzle/schema/index.ts'
import type { TestDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { Forbidden, NotFound, VersionConflict } from '../../errors.ts'
import type { Page } from '../../middleware/envelope.ts'
import { failureOf, failuresOf, type testMembers } from './test-context.ts'

type Stored = { id: string; version: number }
/** Records that others refer to. */
export type Ids = { employeeId: string; siteId: string; shiftTypeId: string }
/** The verbs of one kind. */
export type RecordVerbs = {
  create(ctx: Context, ids: Ids): Promise<Stored>
  get(ctx: Context, id: string): Promise<Stored>
  list(ctx: Context, query: { limit: number; cursor?: string }): Promise<Page<Stored[]>>
  /** Changes one field; `changed` is what it becomes. */
  update(ctx: Context, id: string, version: number): Promise<Stored>
  remove(ctx: Context, id: string): Promise<void>
  changed: Record<string, unknown>
  schema: z.ZodType
  mayEmployeesRead?: boolean
  /** Where the list is narrowed to their own. */
  mayEmployeesList?: boolean
}
/** What a file of tests sets up before them. */
export type World = { database: TestDatabase; members: Awaited<ReturnType<typeof testMembers>>; ids: Ids }

/** Declares the tests of every kind; `world` answers what was set up. */
export const testRecords = (kinds: Readonly<Record<string, RecordVerbs>>, world: () => World): void => {
  describe.each(Object.entries(kinds))('%s', (_name, verbs) => {
    test('what was created is read, changed, listed and deleted', async () => {
      const { members, ids } = world()
      const { owner } = members
      const created = await verbs.create(owner, ids)
      expect(verbs.schema.parse(created)).toEqual(created)
      expect(created.version).toBe(1)
      expect(await verbs.get(owner, created.id)).toEqual(created)
      const updated = await verbs.update(owner, created.id, 1)
      expect(updated).toMatchObject({ ...verbs.changed, id: created.id, version: 2 })
      expect(await verbs.get(owner, created.id)).toEqual(updated)
      expect((await verbs.list(owner, { limit: 500 })).items).toContainEqual(updated)
      await verbs.remove(owner, created.id)
      expect(await failureOf(verbs.get(owner, created.id))).toBeInstanceOf(NotFound)
      expect((await verbs.list(owner, { limit: 500 })).items).not.toContainEqual(updated)
    })

    test('a stale version changes nothing and tells both versions', async () => {
      const { members, ids } = world()
      const { owner } = members
      const { id } = await verbs.create(owner, ids)
      const updated = await verbs.update(owner, id, 1)
      const error = await failureOf(verbs.update(owner, id, 1))
      expect(error).toBeInstanceOf(VersionConflict)
      expect(error).toMatchObject({ code: 'version_conflict', details: { expected: 1, actual: 2 } })
      expect(await verbs.get(owner, id)).toEqual(updated)
    })

    test("another tenant's id looks exactly like a missing one", async () => {
      const { members, ids } = world()
      const { owner, stranger } = members
      const { id } = await verbs.create(owner, ids)
      const missing = uuidV7()
      for (const act of [verbs.get, (ctx: Context, at: string) => verbs.update(ctx, at, 1), verbs.remove]) {
        const [foreign, unknown] = [await failureOf(act(stranger, id)), await failureOf(act(stranger, missing))]
        expect(foreign).toBeInstanceOf(NotFound)
        expect(String(foreign)).toBe(String(unknown).replaceAll(missing, id))
      }
      expect((await verbs.list(stranger, { limit: 500 })).items).toEqual([])
      expect((await verbs.get(owner, id)).version).toBe(1)
    })

    test('a viewer reads and is refused every write', async () => {
      const { members, ids } = world()
      const { owner, viewer } = members
      const created = await verbs.create(owner, ids)
      expect(await verbs.get(viewer, created.id)).toEqual(created)
      const writes = [verbs.create(viewer, ids), verbs.update(viewer, created.id, 1), verbs.remove(viewer, created.id)]
      for (const failure of await failuresOf(writes)) expect(failure).toBeInstanceOf(Forbidden)
      expect(await verbs.get(owner, created.id)).toEqual(created)
    })

    test('an employee reads only what the permission table allows', async () => {
      const { members, ids } = world()
      const { owner, employee } = members
      const created = await verbs.create(owner, ids)
      const reads: [boolean | undefined, () => Promise<unknown>][] = [
        [verbs.mayEmployeesRead, () => verbs.get(employee, created.id)],
        [verbs.mayEmployeesRead || verbs.mayEmployeesList, () => verbs.list(employee, { limit: 5 })],
      ]
      for (const [isAllowed, read] of reads) {
        if (isAllowed) await read()
        else expect(await failureOf(read())).toBeInstanceOf(Forbidden)
      }
    })

    test('pages follow each other without gap or repetition, while rows are added', async () => {
      const { members, ids } = world()
      const { owner } = members
      await Promise.all([1, 2, 3, 4].map(() => verbs.create(owner, ids)))
      const whole = (await verbs.list(owner, { limit: 500 })).items.map(({ id }) => id)
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const next: Page<Stored[]> = await verbs.list(owner, { limit: 3, ...(cursor !== null && { cursor }) })
        expect(next.items.length).toBeLessThanOrEqual(3)
        seen.push(...next.items.map(({ id }) => id))
        cursor = next.nextCursor
      } while (cursor !== null)
      expect(seen).toEqual(whole)
      expect(await failureOf(verbs.list(owner, { limit: 3, cursor: 'nonsense' }))).toMatchObject({
        code: 'validation_failed',
      })
    })

    test('every write leaves a line in the log with its author', async () => {
      const { members, ids } = world()
      const { owner } = members
      const { id } = await verbs.create(owner, ids)
      await verbs.update(owner, id, 1)
      await verbs.remove(owner, id)
      const lines = await withOrg(world().database.app, owner.orgId, (tx) =>
        tx
          .select({ action: auditLog.action, actorId: auditLog.actorId })
          .from(auditLog)
          .where(and(eq(auditLog.orgId, owner.orgId), eq(auditLog.entityId, id)))
          .orderBy(auditLog.id),
      )
      expect(lines.map(({ action }) => action.split('-')[0])).toEqual(['create', 'update', 'delete'])
      expect(new Set(lines.map(({ actorId }) => actorId))).toEqual(new Set([owner.user.id]))
    })
  })
}
