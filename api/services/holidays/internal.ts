// What the verbs of holidays share.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { holidays } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { holidaySchema } from '../../contract/places.ts'
import { Forbidden } from '../../errors.ts'
import { requireSiteWithin } from '../shared/reach.ts'

export type Holiday = z.output<typeof holidaySchema>

/** A row's columns, as the wire says them. */
export const columns = {
  id: holidays.id,
  day: holidays.day,
  name: holidays.name,
  siteId: holidays.siteId,
  source: holidays.source,
}

/**
 * Throws `NotFound` for a site beyond the caller's reach, and `Forbidden` for all sites (null) where some are beyond it.
 */
export const requireMayKeep = (ctx: Pick<Context, 'siteIds'>, siteId: string | null): void => {
  if (siteId !== null) requireSiteWithin(ctx, [siteId])
  else if (ctx.siteIds !== null) {
    throw new Forbidden('A holiday of all sites reaches beyond yours. Name one of your sites in "siteId".')
  }
}

/** Condition for one holiday of the organisation. */
export const isThis = (orgId: string, id: string) => and(eq(holidays.orgId, orgId), eq(holidays.id, id))
