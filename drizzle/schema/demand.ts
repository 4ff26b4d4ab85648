// Heads wanted of one shift type at one site on one local day.
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, orgId, updatedAt, version } from './columns.ts'
import { noSkillNeeds, type SkillNeeds, shiftTypes, sites } from './places.ts'

/** The same type may be wanted twice on a day with other skills, never twice with the same. */
export const demand = pgTable(
  'demand',
  {
    orgId: orgId(),
    id: id(),
    siteId: uuid('site_id').notNull(),
    shiftTypeId: uuid('shift_type_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    headsMin: smallint('heads_min').notNull(),
    headsTarget: smallint('heads_target'),
    headsMax: smallint('heads_max'),
    priority: smallint('priority').notNull().default(1),
    skills: jsonb('skills').$type<SkillNeeds>().notNull().default(noSkillNeeds),
    skillsKey: text('skills_key').generatedAlwaysAs(sql`md5(skills::text)`).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'demand_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'demand_site_fkey',
      columns: [t.orgId, t.siteId],
      foreignColumns: [sites.orgId, sites.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'demand_shift_type_fkey',
      columns: [t.orgId, t.shiftTypeId],
      foreignColumns: [shiftTypes.orgId, shiftTypes.id],
    }).onDelete('cascade'),
    unique('demand_key').on(t.orgId, t.day, t.siteId, t.shiftTypeId, t.skillsKey),
    index('demand_site_idx').on(t.orgId, t.siteId, t.day),
    index('demand_shift_type_idx').on(t.orgId, t.shiftTypeId),
    check(
      'demand_heads_check',
      sql`${t.headsMin} >= 0 and coalesce(${t.headsTarget}, ${t.headsMin}) >= ${t.headsMin} and coalesce(${t.headsMax}, 32767) >= coalesce(${t.headsTarget}, ${t.headsMin})`,
    ),
    check('demand_priority_check', sql`${t.priority} between 1 and 100`),
  ],
)
