// What the verbs of the organisation share.
import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { organisationSettings, organisations } from '../../../drizzle/schema/index.ts'
import type { organisationSchema } from '../../contract/workforce.ts'

export type Organisation = z.output<typeof organisationSchema>

/** The organisation with its settings; the version is that of the settings. */
export const organisationQuery = (read: Pick<Tx, 'select'>, orgId: string) =>
  read
    .select({
      id: organisations.id,
      name: organisations.name,
      slug: organisations.slug,
      zone: organisationSettings.zone,
      weekStart: organisationSettings.weekStart,
      country: organisationSettings.country,
      currency: organisationSettings.currency,
      rules: organisationSettings.rules,
      allowDoubleBooking: organisationSettings.allowDoubleBooking,
      version: organisationSettings.version,
    })
    .from(organisations)
    .innerJoin(organisationSettings, eq(organisationSettings.orgId, organisations.id))
    .where(eq(organisations.id, orgId))
