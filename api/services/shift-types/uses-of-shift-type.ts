import { sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { countEach } from '../shared/count-each.ts'
import type { Uses } from '../shared/require-unused.ts'

/** What still refers to a shift type: coming demand in every form and shifts of drafts. */
export const usesOfShiftType = (tx: Tx, orgId: string, id: string): Promise<Uses> => {
  return countEach(tx, {
    'line of demand': sql`select from demand where org_id = ${orgId} and shift_type_id = ${id} and day >= current_date`,
    'demand pattern': sql`select from demand_patterns where org_id = ${orgId} and shift_type_id = ${id}
      and coalesce(valid_until, current_date) >= current_date`,
    'demand curve': sql`select from demand_curves where org_id = ${orgId} and ${id}::uuid = any(shift_type_ids)
      and coalesce(day, current_date) >= current_date`,
    'draft shift': sql`select from shifts s join rosters r on r.org_id = s.org_id and r.id = s.roster_id
      where s.org_id = ${orgId} and s.shift_type_id = ${id} and r.state = 'draft'`,
  })
}
