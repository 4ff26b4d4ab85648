import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { apiKeys, auditLog } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import { findKey, noteUse } from '../../auth/api-key.ts'
import type { Context } from '../../context.ts'
import { apiKeyCreate } from '../../contract/access.ts'
import { Conflict, Forbidden, NotFound, VersionConflict } from '../../errors.ts'
import { failureOf, inRole, testMembers } from '../tests/test-context.ts'
import { createApiKey } from './create-api-key.ts'
import { getApiKey } from './get-api-key.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { endOfOld, rotateApiKey } from './rotate-api-key.ts'
import { updateApiKey } from './update-api-key.ts'

const database = testDatabase()
let members: Awaited<ReturnType<typeof testMembers>>
let owner: Context
beforeAll(async () => {
  members = await testMembers(database)
  // Keys expire by the database's clock, so this test lives in the present.
  owner = { ...members.owner, clock: { now: () => new Date() } }
}, 60_000)

const make = (more: object = {}, ctx = owner) =>
  createApiKey(ctx, apiKeyCreate.parse({ name: 'Payroll', permissions: ['people:read'], ...more }))
const find = (secret: string | null) => findKey(database.app, secret ?? '')
const rowOf = async (id: string) => {
  const [row] = await withOrg(database.app, owner.orgId, (tx) => tx.select().from(apiKeys).where(eq(apiKeys.id, id)))
  return row
}

test('a key is found by its secret, of which only the hash is kept', async () => {
  const { secret, ...key } = await make()
  expect(secret).toMatch(/^mk_[\w-]{43}$/)
  expect(await getApiKey(owner, key.id)).toEqual(key)
  expect((await listApiKeys(owner, { limit: 500 })).items).toContainEqual(key)
  expect(JSON.stringify(await rowOf(key.id))).not.toContain(secret?.slice(key.prefix.length))
  const found = await find(secret)
  expect(found).toMatchObject({ id: key.id, name: 'Payroll', access: { orgId: owner.orgId, role: null } })
  expect([...(found?.access.permissions ?? [])]).toEqual(['people:read'])
  for (const wrong of ['', 'mk_', `${secret}x`, `mk_${'A'.repeat(43)}`]) expect(await find(wrong)).toBeNull()
})

test('an expired or revoked key opens nothing; revoking twice is the same as once', async () => {
  const expired = await make()
  await database.owner.query(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [expired.id])
  expect(await find(expired.secret)).toBeNull()
  const { id, secret } = await make()
  await revokeApiKey(owner, id)
  const revoked = await getApiKey(owner, id)
  expect(revoked.revokedAt).not.toBeNull()
  expect(await find(secret)).toBeNull()
  await revokeApiKey(owner, id)
  expect(await getApiKey(owner, id)).toEqual(revoked)
  const change = updateApiKey(owner, { id, version: revoked.version, change: { name: 'Again' } })
  expect(await failureOf(change)).toBeInstanceOf(Conflict)
})

test('nobody gives a key what they may not do, and a key is never given keys, members or the organisation', async () => {
  const limited = { ...owner, permissions: new Set(['keys:write', 'people:read'] as const) }
  expect(await failureOf(make({ permissions: ['people:read', 'costs:read'] }, limited))).toBeInstanceOf(Forbidden)
  const { id, version } = await make()
  const widen = updateApiKey(limited, { id, version, change: { permissions: ['rosters:publish'] } })
  expect(await failureOf(widen)).toBeInstanceOf(Forbidden)
  const strong = await make({ permissions: ['costs:read'] })
  const rotation = { id: strong.id, version: 1, overlapHours: 1, expiresInDays: 1 }
  expect(await failureOf(rotateApiKey(limited, rotation))).toBeInstanceOf(Forbidden)
  for (const permission of ['keys:write', 'members:write', 'organisation:delete']) {
    expect(apiKeyCreate.safeParse({ name: 'x', permissions: [permission] }).success).toBe(false)
  }
})

test('sites must exist, and bind what the key reaches', async () => {
  expect(await failureOf(make({ siteIds: [uuidV7()] }))).toMatchObject({ code: 'validation_failed' })
  const siteId = uuidV7()
  await database.owner.query(`insert into sites (org_id, id, code, name, zone) values ($1, $2, 'm', 'M', 'UTC')`, [
    owner.orgId,
    siteId,
  ])
  expect((await find((await make({ siteIds: [siteId] })).secret))?.access.siteIds).toEqual([siteId])
  expect((await find((await make()).secret))?.access.siteIds).toBeNull()
})

test('after a rotation both keys hold until the overlap ends, and only the new one can be rotated', async () => {
  const old = await make({ permissions: ['people:read', 'costs:read'] })
  const next = await rotateApiKey(owner, { id: old.id, version: 1, overlapHours: 2, expiresInDays: 30 })
  expect(next).toMatchObject({ name: old.name, permissions: old.permissions, version: 1 })
  expect(next.secret).not.toBe(old.secret)
  expect([(await find(old.secret))?.id, (await find(next.secret))?.id]).toEqual([old.id, next.id])
  const stored = await getApiKey(owner, old.id)
  expect(stored.replacedById).toBe(next.id)
  expect(Date.parse(stored.expiresAt)).toBeLessThan(Date.parse(old.expiresAt))
  const again = rotateApiKey(owner, { id: old.id, version: 2, overlapHours: 2, expiresInDays: 30 })
  expect(await failureOf(again)).toBeInstanceOf(Conflict)
  const now = new Date('2027-03-01T12:00:00Z')
  const expiresAt = new Date('2027-03-01T13:00:00Z')
  expect(endOfOld({ expiresAt }, now, 24)).toEqual(expiresAt)
  expect(endOfOld({ expiresAt }, now, 0)).toEqual(now)
})

test('the time of last use is written at most once a minute', async () => {
  const { id, secret } = await make()
  const use = async (now: Date) => {
    const key = await find(secret)
    if (key) await noteUse(database.app, key, now)
    return (await rowOf(id))?.lastUsedAt
  }
  const first = await use(new Date())
  expect(first).toBeInstanceOf(Date)
  expect(await use(new Date())).toEqual(first)
  await database.owner.query(`update api_keys set last_used_at = now() - interval '2 minutes' where id = $1`, [id])
  expect((await use(new Date()))?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0)
  expect((await rowOf(id))?.version).toBe(1)
})

test('a stale version changes nothing', async () => {
  const { id } = await make()
  await updateApiKey(owner, { id, version: 1, change: { name: 'Renamed' } })
  const stale = [
    () => updateApiKey(owner, { id, version: 1, change: { name: 'Lost' } }),
    () => rotateApiKey(owner, { id, version: 1, overlapHours: 1, expiresInDays: 1 }),
  ]
  for (const work of stale) expect(await failureOf(work())).toBeInstanceOf(VersionConflict)
  expect(await getApiKey(owner, id)).toMatchObject({ name: 'Renamed', version: 2, replacedById: null })
})

test('only who may write keys sees or makes any, and other organisations find none', async () => {
  const { id } = await make()
  for (const role of ['viewer', 'employee', 'manager'] as const) {
    const ctx = { ...owner, ...inRole(role) }
    for (const work of [
      () => make({}, ctx),
      () => getApiKey(ctx, id),
      () => listApiKeys(ctx, { limit: 5 }),
      () => revokeApiKey(ctx, id),
    ]) {
      expect(await failureOf(work())).toBeInstanceOf(Forbidden)
    }
  }
  const { stranger } = members
  expect((await listApiKeys(stranger, { limit: 5 })).items).toEqual([])
  for (const work of [
    () => getApiKey(stranger, id),
    () => revokeApiKey(stranger, id),
    () => updateApiKey(stranger, { id, version: 1, change: {} }),
  ]) {
    expect(await failureOf(work())).toBeInstanceOf(NotFound)
  }
})

test('the log names the key that was made and never its secret', async () => {
  const { id, secret } = await make()
  const [line] = await withOrg(database.app, owner.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.entityId, id)),
  )
  expect(line).toMatchObject({ action: 'create-api-key', after: { name: 'Payroll', permissions: ['people:read'] } })
  expect(JSON.stringify(line)).not.toContain(secret)
})
