import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { sites, siteTravel } from '../../../drizzle/schema/index.ts'
import type { travelSchema } from '../../contract/places.ts'
import { byEnds, type GivenWay, type Place, wayBetween } from './ways.ts'

export type Travel = z.output<typeof travelSchema>

const place = { id: sites.id, latitude: sites.latitude, longitude: sites.longitude }

/** Every other site in use, and the times given from or to the site. */
export const travelQueries = (read: Pick<Tx, 'select'>, orgId: string, siteId: string) =>
  [
    read
      .select(place)
      .from(sites)
      .where(and(eq(sites.orgId, orgId), isNull(sites.deletedAt), ne(sites.id, siteId)))
      .orderBy(asc(sites.name), asc(sites.id)),
    read
      .select({
        fromSiteId: siteTravel.fromSiteId,
        toSiteId: siteTravel.toSiteId,
        minutes: siteTravel.minutes,
        metres: siteTravel.metres,
      })
      .from(siteTravel)
      .where(and(eq(siteTravel.orgId, orgId), or(eq(siteTravel.fromSiteId, siteId), eq(siteTravel.toSiteId, siteId)))),
  ] as const

/** The wire's words for the ways from a site. */
export const toTravel = (
  site: Place & { version: number },
  others: readonly Place[],
  given: readonly GivenWay[],
): Travel => {
  const ways = byEnds(given)
  return {
    siteId: site.id,
    times: others.map((other) => ({
      toSiteId: other.id,
      ...(wayBetween(site, other, ways) ?? { minutes: null, metres: null, source: null }),
    })),
    version: site.version,
  }
}
