import { sql } from 'drizzle-orm'
import type * as z from 'zod'
import { jobRoles } from '../../../drizzle/schema/index.ts'
import type { namedCreate, namedSchema } from '../../contract/structure.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { countEach } from '../shared/count-each.ts'

/** What people are employed as. */
export const jobRoleKind: RecordKind<z.output<typeof namedSchema>, z.output<typeof namedCreate>> = {
  noun: 'job role',
  table: jobRoles,
  columns: { id: jobRoles.id, code: jobRoles.code, name: jobRoles.name, version: jobRoles.version },
  order: ['name', 'id'],
  nameOf: ({ name }) => name,
  read: 'people:read',
  write: 'people:write',
  uses: (tx, orgId, id) =>
    countEach(tx, {
      person: sql`select from employees where org_id = ${orgId} and job_role_id = ${id} and deleted_at is null`,
    }),
}
