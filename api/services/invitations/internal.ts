// What the verbs of invitations share.
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { invitations } from '../../../drizzle/schema/index.ts'
import type { invitationSchema } from '../../contract/access.ts'

export type Invitation = z.output<typeof invitationSchema>
export type InvitationRow = typeof invitations.$inferSelect

export const daysOpen = 7

/** The wire's words for a row; the hash of its code never leaves. */
export const toInvitation = (row: InvitationRow, now: Date): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role as Invitation['role'],
  siteIds: row.siteIds,
  departmentIds: row.departmentIds,
  employeeId: row.employeeId,
  state: stateOf(row, now),
  invitedBy: row.inviterId,
  expiresAt: row.expiresAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
})

/** The state people know; `canceled` and `rejected` are better-auth's words. */
const stateOf = (
  { status, expiresAt }: Pick<InvitationRow, 'status' | 'expiresAt'>,
  now: Date,
): Invitation['state'] => {
  if (status === 'accepted') return 'accepted'
  if (status !== 'pending') return 'withdrawn'
  return expiresAt > now ? 'pending' : 'expired'
}

/** Condition for invitations in a state. */
export const inState = (state: Invitation['state'], now: Date) => {
  if (state === 'accepted') return eq(invitations.status, 'accepted')
  if (state === 'withdrawn') return sql`${invitations.status} in ('canceled', 'rejected')`
  const isPending = eq(invitations.status, 'pending')
  return and(isPending, state === 'pending' ? gt(invitations.expiresAt, now) : lte(invitations.expiresAt, now))
}
