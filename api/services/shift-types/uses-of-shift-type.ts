import { sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { countEach } from '../shared/count-each.ts'
import type { Uses } from '../shared/require-unused.ts'

/** What still refers to a shift type: coming demand and shifts of drafts. */
export const usesOfShiftType = (tx: Tx, orgId: string, id: string): Promise<Uses> => {
  return countEach(tx, {
    'line of demand': sql`select from demand where org_id = ${orgId} and shift_type_id = ${id} and day >= current_date`,
    'draft shift': sql`select from shifts s join rosters r on r.org_id = s.org_id and r.id = s.roster_id
      where s.org_id = ${orgId} and s.shift_type_id = ${id} and r.state = 'draft'`,
  })
}
