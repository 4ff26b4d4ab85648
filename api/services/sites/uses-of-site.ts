import { sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { countEach } from '../shared/count-each.ts'
import type { Uses } from '../shared/require-unused.ts'

/** What still refers to a site: coming demand in every form, shifts of drafts, and people restricted to it. */
export const usesOfSite = (tx: Tx, orgId: string, id: string): Promise<Uses> => {
  return countEach(tx, {
    'line of demand': sql`select from demand where org_id = ${orgId} and site_id = ${id} and day >= current_date`,
    'demand pattern': sql`select from demand_patterns where org_id = ${orgId} and site_id = ${id}
      and coalesce(valid_until, current_date) >= current_date`,
    'demand curve': sql`select from demand_curves where org_id = ${orgId} and site_id = ${id}
      and coalesce(day, current_date) >= current_date`,
    'draft shift': sql`select from shifts s join rosters r on r.org_id = s.org_id and r.id = s.roster_id
      where s.org_id = ${orgId} and s.site_id = ${id} and r.state = 'draft'`,
    person: sql`select from employee_sites h join employees e on e.org_id = h.org_id and e.id = h.employee_id
      where h.org_id = ${orgId} and h.site_id = ${id} and e.deleted_at is null`,
  })
}
