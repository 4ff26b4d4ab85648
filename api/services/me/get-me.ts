import type * as z from 'zod'
import type { UserContext } from '../../context.ts'
import type { meSchema } from '../../contract/me.ts'
import { permissionsByRole } from '../../contract/permissions.ts'

/** The signed-in user, their organisations, and what they may do in the active one. */
export const getMe = async (ctx: UserContext): Promise<z.output<typeof meSchema>> => {
  const organisations = await ctx.memberships.list(ctx.user.id)
  const active = organisations.find(({ id }) => id === ctx.wantedOrgId)
  return {
    user: ctx.user,
    organisations,
    activeOrganisationId: active?.id ?? null,
    permissions: active ? [...permissionsByRole[active.role]] : [],
  }
}
