import type * as z from 'zod'
import { defaultCurrency } from '../../../drizzle/schema/organisation.ts'
import type { UserContext } from '../../context.ts'
import type { organisationCreate, organisationSchema } from '../../contract/workforce.ts'
import { Invalid } from '../../errors.ts'
import { startingRules } from './starting-rules.ts'

/**
 * Founds an organisation: itself, its owner (the caller), its settings with rules to start from, and the first line of its log,
 * all in one transaction. It becomes the session's active one. Throws `Invalid` for a zone that is no IANA time zone.
 */
export const createOrganisation = async (
  ctx: UserContext,
  input: z.output<typeof organisationCreate>,
): Promise<z.output<typeof organisationSchema>> => {
  if (!isZone(input.zone)) {
    throw new Invalid(
      'validation_failed',
      `"${input.zone}" is no time zone. Use an IANA name such as "Europe/Berlin".`,
      {
        fields: [{ in: 'body', field: 'zone', message: 'Unknown time zone' }],
      },
    )
  }
  const id = ctx.ids.next()
  const settings = {
    name: input.name,
    slug: slugOf(input.name, id),
    zone: input.zone,
    weekStart: input.weekStart,
    country: input.country?.toUpperCase() ?? null,
    rules: startingRules(),
    allowDoubleBooking: false,
  }
  await ctx.memberships.found({
    ...settings,
    id,
    ownerId: ctx.user.id,
    memberId: ctx.ids.next(),
    auditId: ctx.ids.next(),
    requestId: ctx.requestId,
  })
  await ctx.activate(id)
  return { id, ...settings, currency: defaultCurrency, version: 1 }
}

/** True for an IANA time zone this runtime knows. */
const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Readable, and unique by the random end of the id. */
export const slugOf = (name: string, id: string): string => {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  return `${words || 'organisation'}-${id.slice(-8)}`
}
