import { sql } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { countEach } from '../shared/count-each.ts'
import type { Uses } from '../shared/require-unused.ts'

/** What still refers to a skill: people who hold it, and shift types and coming demand that need it. */
export const usesOfSkill = (tx: Tx, orgId: string, id: string): Promise<Uses> => {
  const needs = sql`jsonb_path_exists(skills, '$.*[*] ? (@.skillId == $id)', jsonb_build_object('id', ${id}::text))`
  return countEach(tx, {
    person: sql`select distinct h.employee_id from employee_skills h join employees e on e.org_id = h.org_id and e.id = h.employee_id
      where h.org_id = ${orgId} and h.skill_id = ${id} and e.deleted_at is null`,
    'shift type': sql`select from shift_types where org_id = ${orgId} and deleted_at is null and ${needs}`,
    'line of demand': sql`select from demand where org_id = ${orgId} and day >= current_date and ${needs}`,
    'demand pattern': sql`select from demand_patterns where org_id = ${orgId} and ${needs}
      and coalesce(valid_until, current_date) >= current_date`,
    'demand curve': sql`select from demand_curves where org_id = ${orgId} and ${needs} and coalesce(day, current_date) >= current_date`,
  })
}
