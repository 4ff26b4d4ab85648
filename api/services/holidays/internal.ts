// What the verbs of holidays share.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { holidays } from '../../../drizzle/schema/index.ts'
import type { holidaySchema } from '../../contract/places.ts'

export type Holiday = z.output<typeof holidaySchema>

/** A row's columns, as the wire says them. */
export const columns = {
  id: holidays.id,
  day: holidays.day,
  name: holidays.name,
  siteId: holidays.siteId,
  source: holidays.source,
}

/** Condition for one holiday of the organisation. */
export const isThis = (orgId: string, id: string) => and(eq(holidays.orgId, orgId), eq(holidays.id, id))
