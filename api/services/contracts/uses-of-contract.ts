import { sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { countEach } from '../shared/count-each.ts'
import type { Uses } from '../shared/require-unused.ts'

/** What still refers to a contract: people who hold or held it. */
export const usesOfContract = (tx: Tx, orgId: string, id: string): Promise<Uses> => {
  return countEach(tx, {
    person: sql`select distinct h.employee_id from employee_contracts h join employees e on e.org_id = h.org_id and e.id = h.employee_id
      where h.org_id = ${orgId} and h.contract_id = ${id} and e.deleted_at is null`,
  })
}
