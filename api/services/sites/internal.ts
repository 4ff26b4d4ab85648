// What the verbs of sites share.
import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { sites } from '../../../drizzle/schema/index.ts'
import type { siteSchema } from '../../contract/workforce.ts'
import { NotFound } from '../../errors.ts'

export type Site = z.output<typeof siteSchema>

/** A row's columns, as the wire says them. */
export const columns = {
  id: sites.id,
  code: sites.code,
  name: sites.name,
  zone: sites.zone,
  latitude: sites.latitude,
  longitude: sites.longitude,
  address: sites.address,
  country: sites.country,
  region: sites.region,
  geofenceMetres: sites.geofenceMetres,
  version: sites.version,
}

/** Condition for one site of the organisation that is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(sites.orgId, orgId), eq(sites.id, id), isNull(sites.deletedAt))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation. */
export const loadSite = async (tx: Tx, orgId: string, id: string): Promise<Site> => {
  const [row] = await tx.select(columns).from(sites).where(isThis(orgId, id)).for('update')
  if (row === undefined) throw new NotFound('site', id)
  return row
}
