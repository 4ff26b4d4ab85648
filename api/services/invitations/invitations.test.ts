import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { transact, withOrg } from '../../../drizzle/client.ts'
import { employees, outbox, sites, users } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import { memberships } from '../../auth/memberships.ts'
import type { Context, UserContext } from '../../context.ts'
import { invitationCreate, invitationSchema } from '../../contract/access.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts'
import { asDomainError } from '../../middleware/database-failure.ts'
import { listMembers } from '../members/list-members.ts'
import { removeMember } from '../members/remove-member.ts'
import { failureOf, inRole, testMembers } from '../tests/test-context.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { createInvitation } from './create-invitation.ts'
import { listInvitations } from './list-invitations.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const database = testDatabase()
let owner: Context
let stranger: Context
const siteId = uuidV7()
beforeAll(async () => {
  ;({ owner, stranger } = await testMembers(database))
  await withOrg(owner.db, owner.orgId, (tx) =>
    tx.insert(sites).values({ orgId: owner.orgId, id: siteId, code: 'm', name: 'Main', zone: 'UTC' }),
  )
}, 60_000)

const address = () => `${uuidV7()}@muster.example`
const invite = (more: object = {}, ctx = owner) =>
  createInvitation(ctx, invitationCreate.parse({ email: address(), role: 'manager', ...more }))
/** The code in the mail that went to an address. */
const codeFor = async (email: string): Promise<string> => {
  const rows = await withOrg(owner.db, owner.orgId, (tx) => tx.select().from(outbox).where(eq(outbox.topic, 'email')))
  const mail = rows
    .map(({ payload }) => payload as { to: string; data: { token: string } })
    .findLast((one) => one.to === email)
  return mail?.data.token ?? ''
}
/** Somebody signed in with an address. */
const signedIn = async (email: string): Promise<UserContext & { active: string[] }> => {
  const id = uuidV7()
  await transact(database.auth, (tx) => tx.insert(users).values({ id, name: 'Bo', email }))
  const active: string[] = []
  const activate = async (orgId: string) => void active.push(orgId)
  return { ...owner, user: { id, name: 'Bo', email }, activate, active }
}
const invited = async (more: object = {}) => {
  const invitation = await invite(more)
  const guest = await signedIn(invitation.email)
  return { invitation, guest, token: await codeFor(invitation.email) }
}
const accessOf = (userId: string) => memberships(database.auth.http).accessOf(userId, owner.orgId)

test('who shows the code of the mail joins with role, reach and record, and the address counts as proven', async () => {
  const employeeId = uuidV7()
  await withOrg(owner.db, owner.orgId, (tx) =>
    tx.insert(employees).values({ orgId: owner.orgId, id: employeeId, number: employeeId, name: 'Bo' }),
  )
  const { invitation, guest, token } = await invited({ siteIds: [siteId], employeeId })
  expect(invitationSchema.parse(invitation)).toEqual(invitation)
  expect(JSON.stringify(invitation)).not.toContain(token)
  expect(await accessOf(guest.user.id)).toBeNull()
  expect(await acceptInvitation(guest, { token })).toEqual({ organisationId: owner.orgId, role: 'manager' })
  expect(guest.active).toEqual([owner.orgId])
  expect(await accessOf(guest.user.id)).toMatchObject({ role: 'manager', siteIds: [siteId] })
  const { rows } = await database.owner.query(
    'select e.user_id, u.email_verified from employees e join users u on u.id = e.user_id where e.id = $1',
    [employeeId],
  )
  expect(rows).toEqual([{ user_id: guest.user.id, email_verified: true }])
  const listed = (await listInvitations(owner, { limit: 500, state: 'accepted' })).items
  expect(listed.map(({ id }) => id)).toContain(invitation.id)
})

test('accepting again answers the same, but does not bring back who was removed', async () => {
  const { guest, token } = await invited()
  const first = await acceptInvitation(guest, { token })
  expect(await acceptInvitation(guest, { token })).toEqual(first)
  const member = (await listMembers(owner, { limit: 500 })).items.find(({ userId }) => userId === guest.user.id)
  await removeMember(owner, member?.id ?? '')
  expect(await failureOf(acceptInvitation(guest, { token }))).toBeInstanceOf(Conflict)
  expect(await accessOf(guest.user.id)).toBeNull()
})

test('a code opens nothing for another address, and nothing once withdrawn or lapsed', async () => {
  const { invitation, guest, token } = await invited()
  const other = await signedIn(address())
  expect(await failureOf(acceptInvitation(other, { token }))).toBeInstanceOf(Forbidden)
  const later = { now: () => new Date(owner.clock.now().getTime() + 8 * 86_400_000) }
  expect(await failureOf(acceptInvitation({ ...guest, clock: later }, { token }))).toBeInstanceOf(NotFound)
  await withdrawInvitation(owner, invitation.id)
  await withdrawInvitation(owner, invitation.id)
  expect(await failureOf(acceptInvitation(guest, { token }))).toBeInstanceOf(NotFound)
  expect(await failureOf(acceptInvitation(guest, { token: 'A'.repeat(43) }))).toBeInstanceOf(NotFound)
  expect(await accessOf(guest.user.id)).toBeNull()
})

test('one invitation an address is open at a time; one that lapsed makes room', async () => {
  const { email } = await invite()
  expect(asDomainError(await failureOf(invite({ email })))).toMatchObject({ code: 'already_exists' })
  const later = { ...owner, clock: { now: () => new Date(owner.clock.now().getTime() + 8 * 86_400_000) } }
  const again = await invite({ email }, later)
  expect(again.state).toBe('pending')
  const states = (await listInvitations(later, { limit: 500 })).items.filter((one) => one.email === email)
  expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'pending'])
})

test('a member is not invited again, a linked record not twice, and reach must exist and fit the role', async () => {
  const { guest, token } = await invited()
  await acceptInvitation(guest, { token })
  expect(await failureOf(invite({ email: guest.user.email.toUpperCase() }))).toMatchObject({ code: 'already_exists' })
  const employeeId = uuidV7()
  await withOrg(owner.db, owner.orgId, (tx) =>
    tx
      .insert(employees)
      .values({ orgId: owner.orgId, id: employeeId, number: employeeId, name: 'Cy', userId: uuidV7() }),
  )
  expect(await failureOf(invite({ employeeId }))).toBeInstanceOf(Conflict)
  expect(await failureOf(invite({ employeeId: uuidV7() }))).toBeInstanceOf(NotFound)
  expect(await failureOf(invite({ siteIds: [uuidV7()] }))).toBeInstanceOf(Invalid)
  expect(await failureOf(invite({ role: 'admin', siteIds: [siteId] }))).toBeInstanceOf(Invalid)
})

test('only who may write members invites, only an owner invites an owner, and other organisations find nothing', async () => {
  const { id } = await invite()
  for (const role of ['viewer', 'employee', 'manager'] as const) {
    const ctx = { ...owner, ...inRole(role) }
    for (const work of [
      () => invite({}, ctx),
      () => listInvitations(ctx, { limit: 5 }),
      () => withdrawInvitation(ctx, id),
    ]) {
      expect(await failureOf(work())).toBeInstanceOf(Forbidden)
    }
  }
  expect(await failureOf(invite({ role: 'owner' }, { ...owner, ...inRole('admin') }))).toBeInstanceOf(Forbidden)
  expect(await failureOf(withdrawInvitation(stranger, id))).toBeInstanceOf(NotFound)
  expect((await listInvitations(stranger, { limit: 5 })).items).toEqual([])
})
