import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, members } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { employeeLogin } from '../../contract/people.ts'
import { Invalid } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Employee, isThis, lockEmployee, readEmployee } from './internal.ts'

type Link = { id: string; version: number; userId: z.output<typeof employeeLogin>['userId'] }

/**
 * Says which member's login belongs to the person; null parts them. Throws `NotFound`, `VersionConflict`, and `Invalid` for who is
 * no member; `already_exists` escapes for a login that another person has.
 */
export const linkLogin = async (ctx: Context, { id, version, userId }: Link): Promise<Employee> => {
  requirePermission(ctx, 'members:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockEmployee(tx, ctx, id)
    requireVersion('employee', stored, version)
    if (userId !== null) {
      const [member] = await tx
        .select({ id: members.id })
        .from(members)
        .where(and(eq(members.organizationId, ctx.orgId), eq(members.userId, userId)))
      if (member === undefined) {
        throw new Invalid(
          'validation_failed',
          `There is no member "${userId}" in this organisation. Invite them first.`,
        )
      }
    }
    await tx
      .update(employees)
      .set({ userId, version: version + 1 })
      .where(isThis(ctx.orgId, id))
    const change = { before: { userId: stored.userId }, after: { userId } }
    await writeAudit(ctx, tx, { action: 'link-login', entity: 'employee', entityId: id, ...change })
    return readEmployee(ctx, tx, id)
  })
}
