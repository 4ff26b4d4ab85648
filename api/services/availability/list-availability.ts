import { and, asc, eq, gt, isNotNull, lt, or } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { availability } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { availabilityListed, availabilityQuery } from '../../contract/availability.ts'
import { Invalid } from '../../errors.ts'
import { type Page, page } from '../../middleware/envelope.ts'
import { requireSelfOr } from '../exchange/internal.ts'
import { filterBy } from '../shared/filter.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { ofSelfOr } from '../shared/of-self-or.ts'
import { expandRecurrence } from './expand-recurrence.ts'
import { columns, type Row, toAvailability } from './internal.ts'

const { id: _id, version: _version, startsAt: start, endsAt: end, ...named } = columns
/** By what the list is narrowed, in the wire's words. */
const fields = { ...named, start, end }

type Query = z.output<typeof availabilityQuery>
type Listed = z.output<typeof availabilityListed>

const expandedMsMax = 400 * 86_400_000

/** The time to expand, null where nothing is to be. Throws `Invalid` for one without both ends, or longer than 400 days. */
const windowOf = ({ expand, from, to }: Query): { from: Date; to: Date } | null => {
  if (expand !== 'true') return null
  if (from === undefined || to === undefined) {
    throw new Invalid('validation_failed', 'Occurrences are answered for a span. Give both from and to.')
  }
  const window = { from: new Date(from), to: new Date(to) }
  if (window.to.getTime() - window.from.getTime() > expandedMsMax) {
    throw new Invalid('validation_failed', 'Occurrences are answered for 400 days at most. Give a nearer to.')
  }
  return window
}

/**
 * A page of availability by its start, one's own or everybody's for who reads people: of one person, or what may touch the time from
 * `from` to `to`, as asked. What recurs may touch any time from its start on; with `expand` only lines with occurrences are answered,
 * so a page may be shorter than its limit.
 */
export const listAvailability = async (ctx: Context, query: Query): Promise<Page<Listed[]>> => {
  requireSelfOr(ctx, 'people:read')
  const window = windowOf(query)
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) =>
    tx
      .select(columns)
      .from(availability)
      .where(
        and(
          eq(availability.orgId, ctx.orgId),
          await ofSelfOr(ctx, tx, 'people:read', availability.employeeId),
          filterBy(fields, query.filter),
          query.employeeId === undefined ? undefined : eq(availability.employeeId, query.employeeId),
          query.from === undefined
            ? undefined
            : or(gt(availability.endsAt, new Date(query.from)), isNotNull(availability.rrule)),
          query.to === undefined ? undefined : lt(availability.startsAt, new Date(query.to)),
          afterCursor([availability.startsAt, availability.id], query.cursor),
        ),
      )
      .orderBy(asc(availability.startsAt), asc(availability.id))
      .limit(query.limit + 1),
  )
  const { items, nextCursor } = cutPage(
    rows,
    query.limit,
    (row) => toListed(row, window),
    (row) => [row.startsAt, row.id],
  )
  return page(
    items.filter(({ occurrences }) => occurrences === undefined || occurrences.length > 0),
    nextCursor,
  )
}

const toListed = (row: Row, window: { from: Date; to: Date } | null): Listed => ({
  ...toAvailability(row),
  ...(window !== null && {
    occurrences: expandRecurrence(row, window.from, window.to).map(({ startsAt, endsAt }) => ({
      start: startsAt.toISOString(),
      end: endsAt.toISOString(),
    })),
  }),
})
