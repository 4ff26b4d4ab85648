import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { transact, withOrg } from '../../../drizzle/client.ts'
import { auditLog, departments, employees, members, sites, users } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import { memberships } from '../../auth/memberships.ts'
import type { Context } from '../../context.ts'
import { memberSchema } from '../../contract/access.ts'
import type { Role } from '../../contract/permissions.ts'
import { Conflict, Forbidden, Invalid, NotFound, VersionConflict } from '../../errors.ts'
import { failureOf, inRole, testMembers } from '../tests/test-context.ts'
import { listMembers } from './list-members.ts'
import { removeMember } from './remove-member.ts'
import { updateMember } from './update-member.ts'

const database = testDatabase()
let owner: Context
let stranger: Context
const scope = { siteId: uuidV7(), departmentId: uuidV7() }
beforeAll(async () => {
  ;({ owner, stranger } = await testMembers(database))
  await withOrg(owner.db, owner.orgId, async (tx) => {
    await tx.insert(sites).values({ orgId: owner.orgId, id: scope.siteId, code: 'm', name: 'Main', zone: 'UTC' })
    await tx.insert(departments).values({ orgId: owner.orgId, id: scope.departmentId, code: 'w', name: 'Ward' })
  })
}, 60_000)

/** A member of the owner's organisation; answers membership and user. */
const join = async (role: Role) => {
  const [id, userId] = [uuidV7(), uuidV7()]
  await transact(database.auth, async (tx) => {
    await tx.insert(users).values({ id: userId, name: 'Bo', email: `${userId}@muster.example` })
    await tx.insert(members).values({ id, organizationId: owner.orgId, userId, role })
  })
  return { id, userId }
}
const ask = memberships
const accessOf = (userId: string) => ask(database.auth.http).accessOf(userId, owner.orgId)

test('members are listed with what their role reaches, page by page', async () => {
  const { id } = await join('manager')
  const change = { siteIds: [scope.siteId], departmentIds: [scope.departmentId] }
  const changed = await updateMember(owner, { id, version: 1, change })
  expect(memberSchema.parse(changed)).toEqual(changed)
  const whole = (await listMembers(owner, { limit: 500 })).items
  expect(whole).toContainEqual(changed)
  const first = await listMembers(owner, { limit: 1 })
  const second = await listMembers(owner, { limit: 500, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items]).toEqual(whole)
  expect((await listMembers(stranger, { limit: 500 })).items.map((member) => member.id)).not.toContain(id)
})

test('a change of role or reach holds from the next request on', async () => {
  const { id, userId } = await join('viewer')
  expect(await accessOf(userId)).toMatchObject({ role: 'viewer', siteIds: null, departmentIds: null })
  await updateMember(owner, { id, version: 1, change: { role: 'manager', siteIds: [scope.siteId] } })
  const access = await accessOf(userId)
  expect(access).toMatchObject({ role: 'manager', siteIds: [scope.siteId], departmentIds: null })
  expect(access?.permissions.has('rosters:publish')).toBe(true)
  await updateMember(owner, { id, version: 2, change: { role: 'admin' } })
  expect(await accessOf(userId)).toMatchObject({ role: 'admin', siteIds: null })
})

test('an owner is made by owners only, and the last one cannot be unmade or removed', async () => {
  const { id } = await join('viewer')
  const admin = { ...owner, ...inRole('admin') }
  const raise = { id, version: 1, change: { role: 'owner' as const } }
  expect(await failureOf(updateMember(admin, raise))).toBeInstanceOf(Forbidden)
  const own = (await listMembers(owner, { limit: 500 })).items.find(({ userId }) => userId === owner.user.id)
  if (!own) throw new Error('The owner is no member.')
  expect(await failureOf(removeMember(owner, own.id))).toBeInstanceOf(Conflict)
  const lower = updateMember(owner, { id: own.id, version: own.version, change: { role: 'viewer' } })
  expect(await failureOf(lower)).toBeInstanceOf(Conflict)
  await updateMember(owner, raise)
  expect(await failureOf(removeMember(admin, id))).toBeInstanceOf(Forbidden)
  await removeMember(owner, id)
})

test('of two owners who remove each other at once one stays', async () => {
  const { id } = await join('owner')
  const own = (await listMembers(owner, { limit: 500 })).items.find(({ userId }) => userId === owner.user.id)
  const outcomes = await Promise.allSettled([removeMember(owner, id), removeMember(owner, own?.id ?? '')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const owners = (await listMembers(owner, { limit: 500 })).items.filter(({ role }) => role === 'owner')
  expect(owners).toHaveLength(1)
})

test('who is removed loses access and scopes, and their record loses its login', async () => {
  const { id, userId } = await join('manager')
  await updateMember(owner, { id, version: 1, change: { siteIds: [scope.siteId] } })
  const employeeId = uuidV7()
  await withOrg(owner.db, owner.orgId, (tx) =>
    tx.insert(employees).values({ orgId: owner.orgId, id: employeeId, number: employeeId, name: 'Bo', userId }),
  )
  await removeMember(owner, id)
  expect(await accessOf(userId)).toBeNull()
  const [person] = await withOrg(owner.db, owner.orgId, (tx) =>
    tx.select().from(employees).where(eq(employees.id, employeeId)),
  )
  expect(person).toMatchObject({ userId: null, version: 2 })
  const { rows } = await database.owner.query('select 1 from member_scopes where user_id = $1', [userId])
  expect(rows).toEqual([])
})

test('what the rules of membership forbid is refused in words', async () => {
  const { id } = await join('viewer')
  const unknown = updateMember(owner, { id, version: 1, change: { departmentIds: [uuidV7()] } })
  expect(await failureOf(unknown)).toBeInstanceOf(Invalid)
  const scoped = updateMember(owner, { id, version: 1, change: { role: 'admin', siteIds: [scope.siteId] } })
  expect(await failureOf(scoped)).toBeInstanceOf(Invalid)
  expect(await failureOf(updateMember(owner, { id, version: 7, change: {} }))).toBeInstanceOf(VersionConflict)
})

test('only who may write members sees or changes any, and other organisations find none', async () => {
  const { id } = await join('viewer')
  for (const role of ['viewer', 'employee', 'manager'] as const) {
    const ctx = { ...owner, ...inRole(role) }
    for (const work of [
      () => listMembers(ctx, { limit: 5 }),
      () => updateMember(ctx, { id, version: 1, change: {} }),
      () => removeMember(ctx, id),
    ]) {
      expect(await failureOf(work())).toBeInstanceOf(Forbidden)
    }
  }
  expect(await failureOf(removeMember(stranger, id))).toBeInstanceOf(NotFound)
  expect(await failureOf(updateMember(stranger, { id, version: 1, change: {} }))).toBeInstanceOf(NotFound)
})

test('the log holds roles and reach, and no names or addresses', async () => {
  const { id } = await join('viewer')
  await updateMember(owner, { id, version: 1, change: { role: 'manager' } })
  const [line] = await withOrg(owner.db, owner.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.entityId, id)),
  )
  expect(line).toMatchObject({ before: { role: 'viewer' }, after: { role: 'manager' }, actorId: owner.user.id })
  expect(JSON.stringify(line)).not.toContain('muster.example')
})
