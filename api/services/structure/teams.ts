import { sql } from 'drizzle-orm'
import type * as z from 'zod'
import { teams } from '../../../drizzle/schema/index.ts'
import type { teamCreate, teamSchema } from '../../contract/structure.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { countEach } from '../shared/count-each.ts'

/** Teams may belong to a department. */
export const teamKind: RecordKind<z.output<typeof teamSchema>, z.output<typeof teamCreate>> = {
  noun: 'team',
  table: teams,
  columns: {
    id: teams.id,
    code: teams.code,
    name: teams.name,
    departmentId: teams.departmentId,
    version: teams.version,
  },
  order: ['name', 'id'],
  nameOf: ({ name }) => name,
  read: 'people:read',
  write: 'people:write',
  refersTo: ({ departmentId }) => ({ departments: departmentId ? [departmentId] : [] }),
  uses: (tx, orgId, id) =>
    countEach(tx, {
      person: sql`select from employees where org_id = ${orgId} and team_id = ${id} and deleted_at is null`,
    }),
}
