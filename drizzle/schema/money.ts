// What may be spent.
import { sql } from 'drizzle-orm'
import { bigint, check, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, orgId, refersTo, updatedAt, version } from './columns.ts'
import { sites } from './places.ts'

/** Money for a site (or all of them) over a span of days; budgets of one site never overlap (exclusion constraint). */
export const budgets = pgTable(
  'budgets',
  {
    orgId: orgId(),
    id: id(),
    name: text('name').notNull(),
    siteId: uuid('site_id'),
    firstDay: date('first_day', { mode: 'string' }).notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    /** Minor units of the organisation's currency. */
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'budgets_pkey', columns: [t.orgId, t.id] }),
    refersTo('budgets_site_fkey', [t.orgId, t.siteId], sites).onDelete('cascade'),
    index('budgets_site_idx').on(t.orgId, t.siteId, t.firstDay),
    index('budgets_first_day_idx').on(t.orgId, t.firstDay, t.id),
    check('budgets_days_check', sql`${t.lastDay} >= ${t.firstDay}`),
    check('budgets_amount_check', sql`${t.amountMinor} between 0 and 9007199254740991`),
  ],
)
