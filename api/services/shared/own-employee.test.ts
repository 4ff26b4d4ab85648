import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { auditLog, employees } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { Forbidden } from '../../errors.ts'
import { failureOf, membersOfFile } from '../tests/test-context.ts'
import { ownEmployee } from './own-employee.ts'
import { writeAudit } from './write-audit.ts'

const database = testDatabase()
const members = membersOfFile(database)

const own = (ctx: Context) => withOrg(ctx.db, ctx.orgId, (tx) => ownEmployee(ctx, tx))

test('a login finds its own record in this organisation only, and none where it is not linked or the record is gone', async () => {
  const { owner, stranger } = members
  expect(await failureOf(own(owner))).toBeInstanceOf(Forbidden)
  const id = uuidV7()
  await withOrg(owner.db, owner.orgId, (tx) =>
    tx.insert(employees).values({ orgId: owner.orgId, id, number: '1', name: 'Ada', userId: owner.user.id }),
  )
  expect(await own(owner)).toMatchObject({ id, number: '1', state: 'active', version: 1 })
  expect(await failureOf(own({ ...stranger, user: owner.user }))).toBeInstanceOf(Forbidden)
  expect(await failureOf(own({ ...owner, apiKeyId: uuidV7() }))).toMatchObject({ code: 'forbidden' })
  await withOrg(owner.db, owner.orgId, (tx) =>
    tx.update(employees).set({ deletedAt: new Date() }).where(eq(employees.id, id)),
  )
  expect(await failureOf(own(owner))).toBeInstanceOf(Forbidden)
})

test('a line of the log says who, from where, and what changed; a key is named as a key', async () => {
  const { owner } = members
  const apiKeyId = uuidV7()
  const entry = {
    entity: 'skill',
    entityId: uuidV7(),
    before: { name: 'a', code: 'c' },
    after: { name: 'b', code: 'c' },
  }
  await withOrg(owner.db, owner.orgId, async (tx) => {
    await writeAudit(owner, tx, { action: 'update-skill', ...entry })
    await writeAudit({ ...owner, apiKeyId }, tx, { action: 'rename-skill', ...entry })
  })
  const lines = await withOrg(owner.db, owner.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.entityId, entry.entityId)).orderBy(auditLog.id),
  )
  expect(lines).toMatchObject([
    { actorId: owner.user.id, apiKeyId: null, address: '192.0.2.1', before: { name: 'a' }, after: { name: 'b' } },
    { actorId: null, apiKeyId, requestId: 'test' },
  ])
})
