import { and, eq, lte } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, transact, withOrg } from '../../../drizzle/client.ts'
import { employees, invitations, members, organisations, outbox, users } from '../../../drizzle/schema/index.ts'
import { randomText, sha256Hex } from '../../../platform/digest.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { invitationCreate } from '../../contract/access.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dispatchOutbox } from '../../jobs/dispatch-outbox.ts'
import { requireScopes } from '../members/internal.ts'
import { requireMayGive, requireScopable } from '../members/plan-membership.ts'
import { one } from '../shared/one.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { daysOpen, type Invitation, toInvitation } from './internal.ts'

type Input = z.output<typeof invitationCreate>

const dayMs = 86_400_000

/**
 * Invites an e-mail address in a role: the mail carries a code, and only who shows it joins. Whether the address has an account
 * is not told. Throws `Forbidden` where only an owner may, `Conflict` for a member or a linked record, `Invalid` for unknown
 * sites or departments; `already_exists` escapes for a second open invitation.
 */
export const createInvitation = async (ctx: Context, input: Input): Promise<Invitation> => {
  requirePermission(ctx, 'members:write')
  requireMayGive({ actor: ctx.role, from: null, to: input.role, owners: 0 })
  requireScopable(input.role, input)
  await requireScopes(ctx, input)
  if (input.employeeId !== null) await requireUnlinked(ctx, input.employeeId)
  const token = randomText(32)
  const now = ctx.clock.now()
  const values = {
    ...input,
    id: ctx.ids.next(),
    organizationId: ctx.orgId,
    inviterId: ctx.user.id,
    tokenHash: await sha256Hex(token),
    expiresAt: new Date(now.getTime() + daysOpen * dayMs),
    createdAt: now,
  }
  const invitation = await transact(ctx.authDb, async (tx) => {
    await requireNoMember(tx, ctx.orgId, input.email)
    await forgetExpired(tx, ctx.orgId, input.email, now)
    const made = toInvitation(one(await tx.insert(invitations).values(values).returning()), now)
    const { email: _, ...after } = made
    await writeAudit(ctx, tx, { action: 'create-invitation', entity: 'invitation', entityId: made.id, after })
    await sendLink(ctx, tx, made, token)
    return made
  })
  ctx.waitUntil(dispatchOutbox(ctx))
  return invitation
}

const requireUnlinked = (ctx: Context, employeeId: string): Promise<void> =>
  withOrg(ctx.db, ctx.orgId, async (tx) => {
    const [person] = await tx
      .select({ name: employees.name, userId: employees.userId, deletedAt: employees.deletedAt })
      .from(employees)
      .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, employeeId)))
    if (person === undefined || person.deletedAt !== null) throw new NotFound('employee', employeeId)
    if (person.userId !== null) {
      throw new Conflict('conflict', `"${person.name}" already has a login. Part the two first, or invite without it.`)
    }
  })

const requireNoMember = async (tx: Tx, orgId: string, email: string): Promise<void> => {
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, orgId), eq(users.email, email)))
  if (member === undefined) return
  throw new Conflict('already_exists', `${email} is a member already. Change the member instead.`, { id: member.id })
}

/** One that was let lapse makes room for a new one. */
const forgetExpired = async (tx: Tx, orgId: string, email: string, now: Date): Promise<void> => {
  await tx
    .update(invitations)
    .set({ status: 'canceled' })
    .where(
      and(
        eq(invitations.organizationId, orgId),
        eq(invitations.email, email),
        eq(invitations.status, 'pending'),
        lte(invitations.expiresAt, now),
      ),
    )
}

const sendLink = async (ctx: Context, tx: Tx, { email, expiresAt }: Invitation, token: string): Promise<void> => {
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId))
  const data = {
    organisation: organisation?.name ?? '',
    inviter: ctx.user.name,
    expires: expiresAt.slice(0, 10),
    token,
  }
  const payload = { to: email, kind: 'invitation', data }
  await tx.insert(outbox).values({ orgId: ctx.orgId, id: ctx.ids.next(), topic: 'email', payload })
}
