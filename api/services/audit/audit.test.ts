import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { auditLineSchema } from '../../contract/audit.ts'
import { Forbidden } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { failureOf, inRole, testMembers } from '../tests/test-context.ts'
import { exportAudit } from './export-audit.ts'
import { searchAudit } from './search-audit.ts'

const database = testDatabase()
let owner: Context
let stranger: Context
const record = uuidV7()
beforeAll(async () => {
  ;({ owner, stranger } = await testMembers(database))
  const at = (time: string) => ({ ...owner, clock: { now: () => new Date(time) } })
  const write = (ctx: Context, entry: Parameters<typeof writeAudit>[2]) =>
    withOrg(owner.db, owner.orgId, (tx) => writeAudit(ctx, tx, entry))
  await write(at('2026-12-31T10:00:00Z'), {
    action: 'create-skill',
    entity: 'skill',
    entityId: record,
    after: { code: 'a' },
  })
  await write(at('2027-01-01T10:00:00Z'), {
    action: 'update-contract',
    entity: 'contract',
    entityId: record,
    before: { rateMinor: 1, code: 'x' },
    after: { rateMinor: 2, code: 'y' },
  })
  await write(
    { ...at('2027-01-02T10:00:00Z'), apiKeyId: record, requestId: '=cmd' },
    { action: 'delete-skill', entity: 'skill' },
  )
}, 60_000)

const actions = async (query: object, ctx = owner) =>
  (await searchAudit(ctx, { limit: 100, ...query })).items.map(({ action }) => action)

test('the log is searched by who, what, which record and when, newest first', async () => {
  expect(await actions({})).toEqual(['delete-skill', 'update-contract', 'create-skill'])
  expect(await actions({ entity: 'skill' })).toEqual(['delete-skill', 'create-skill'])
  expect(await actions({ entityId: record })).toEqual(['update-contract', 'create-skill'])
  expect(await actions({ actorId: owner.user.id })).toEqual(['update-contract', 'create-skill'])
  expect(await actions({ apiKeyId: record })).toEqual(['delete-skill'])
  expect(await actions({ action: 'create-skill' })).toEqual(['create-skill'])
  expect(await actions({ from: '2027-01-01T00:00:00Z', to: '2027-01-02T10:00:00Z' })).toEqual(['update-contract'])
  expect(await actions({ requestId: 'none' })).toEqual([])
})

test('lines carry who by name, from where, and what changed; pages follow each other', async () => {
  const { items } = await searchAudit(owner, { limit: 100 })
  expect(items.map((line) => auditLineSchema.parse(line))).toEqual(items)
  expect(items[1]).toMatchObject({
    actorName: 'Ada',
    address: '192.0.2.1',
    before: { rateMinor: 1, code: 'x' },
    after: { rateMinor: 2, code: 'y' },
  })
  const first = await searchAudit(owner, { limit: 2 })
  const second = await searchAudit(owner, { limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items]).toEqual(items)
  expect(second.nextCursor).toBeNull()
})

test('who may search the log but not see costs sees no money in it, in the file neither', async () => {
  const ctx = { ...owner, permissions: new Set(['audit:read'] as const) }
  const [, line] = (await searchAudit(ctx, { limit: 100 })).items
  expect(line).toMatchObject({ before: { code: 'x' }, after: { code: 'y' } })
  expect(JSON.stringify(line)).not.toContain('Minor')
  expect(await exportAudit(ctx, {})).not.toContain('Minor')
  expect(await exportAudit(owner, {})).toContain('rateMinor')
})

test('the file is safe to open in a spreadsheet', async () => {
  const csv = await exportAudit(owner, {})
  expect(csv.startsWith('\uFEFFat,actorId')).toBe(true)
  expect(csv.split('\r\n')).toHaveLength(5)
  expect(csv).toContain(`,"'=cmd",`)
  expect(await exportAudit(owner, { action: 'none' })).toMatch(/^\uFEFFat,.*,id\r\n$/)
})

test('only who may read the log reads it, and other organisations have their own', async () => {
  for (const role of ['manager', 'employee', 'viewer'] as const) {
    const ctx = { ...owner, ...inRole(role) }
    expect(await failureOf(searchAudit(ctx, { limit: 5 }))).toBeInstanceOf(Forbidden)
    expect(await failureOf(exportAudit(ctx, {}))).toBeInstanceOf(Forbidden)
  }
  expect(await actions({}, stranger)).toEqual([])
})
