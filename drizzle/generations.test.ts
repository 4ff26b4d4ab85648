// The count of writes by which readers know whether what they kept still holds.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { uuidV7 } from '../platform/ids.ts'
import { withOrg } from './client.ts'
import { auditLog, cacheGenerations } from './schema/index.ts'
import { testDatabase } from './tests/test-database.ts'

const database = testDatabase()

const write = (orgId: string, ...entities: string[]) =>
  withOrg(database.app, orgId, async (tx) => {
    for (const entity of entities) await tx.insert(auditLog).values({ orgId, id: uuidV7(), action: 'x', entity })
  })
const generations = async (orgId: string) => {
  const [row] = await withOrg(database.app, orgId, (tx) =>
    tx.select().from(cacheGenerations).where(eq(cacheGenerations.orgId, orgId)),
  )
  return row && [row.records, row.rosters, row.everything]
}

test('a transaction counts once for each kind of reader it concerns, whatever it wrote', async () => {
  const { orgId } = await database.newOrg()
  await write(orgId, 'employee', 'employee', 'clock event')
  expect(await generations(orgId)).toEqual([1, 1, 1])
  await write(orgId, 'clock event', 'timesheet')
  expect(await generations(orgId)).toEqual([1, 1, 2])
  await write(orgId, 'clock event', 'roster')
  expect(await generations(orgId)).toEqual([1, 2, 3])
  await write(orgId, 'something new')
  expect(await generations(orgId)).toEqual([2, 3, 4])
})

test('what is rolled back counts for nothing, and other organisations stay as they are', async () => {
  const [one, two] = [await database.newOrg(), await database.newOrg()]
  await write(one.orgId, 'employee')
  await withOrg(database.app, one.orgId, async (tx) => {
    await tx.insert(auditLog).values({ orgId: one.orgId, id: uuidV7(), action: 'x', entity: 'employee' })
    throw new Error('stop')
  }).catch(() => undefined)
  expect(await generations(one.orgId)).toEqual([1, 1, 1])
  expect(await generations(two.orgId)).toBeUndefined()
})

test('many writers at once are all counted', async () => {
  const { orgId } = await database.newOrg()
  await Promise.all(Array.from({ length: 8 }, () => write(orgId, 'roster')))
  expect(await generations(orgId)).toEqual([0, 8, 8])
})
