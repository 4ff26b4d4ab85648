import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import type { UserContext } from '../../context.ts'
import type { meSchema } from '../../contract/me.ts'
import { permissionsByRole } from '../../contract/permissions.ts'

/** The signed-in user, their organisations, and who they are and what they may do in the active one. */
export const getMe = async (ctx: UserContext): Promise<z.output<typeof meSchema>> => {
  const organisations = await ctx.memberships.list(ctx.user.id)
  const active = organisations.find(({ id }) => id === ctx.wantedOrgId)
  return {
    user: ctx.user,
    organisations,
    activeOrganisationId: active?.id ?? null,
    employeeId: active ? await employeeIdOf(ctx, active.id) : null,
    permissions: active ? [...permissionsByRole[active.role]] : [],
  }
}

const employeeIdOf = async (ctx: UserContext, orgId: string): Promise<string | null> => {
  const isOwn = and(eq(employees.orgId, orgId), eq(employees.userId, ctx.user.id), isNull(employees.deletedAt))
  const [[row]] = await readAsOrg(ctx.db, orgId, (read) => [
    read.select({ id: employees.id }).from(employees).where(isOwn),
  ])
  return row?.id ?? null
}
