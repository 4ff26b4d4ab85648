import type { UserContext } from '../../context.ts'
import { NotFound } from '../../errors.ts'

/** Makes an organisation the session's active one. Throws `NotFound` for one the user does not belong to. */
export const activateOrganisation = async (
  ctx: UserContext,
  { organisationId }: { organisationId: string },
): Promise<{ organisationId: string }> => {
  const access = await ctx.memberships.accessOf(ctx.user.id, organisationId)
  if (access === null) throw NotFound.organisation(organisationId)
  await ctx.activate(organisationId)
  return { organisationId }
}
