import { sql } from 'drizzle-orm'
import type * as z from 'zod'
import { departments } from '../../../drizzle/schema/index.ts'
import type { departmentCreate, departmentSchema } from '../../contract/structure.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { countEach } from '../shared/count-each.ts'

/** Departments form a tree; the database refuses one below itself. */
export const departmentKind: RecordKind<z.output<typeof departmentSchema>, z.output<typeof departmentCreate>> = {
  noun: 'department',
  table: departments,
  columns: {
    id: departments.id,
    code: departments.code,
    name: departments.name,
    parentId: departments.parentId,
    version: departments.version,
  },
  order: ['name', 'id'],
  nameOf: ({ name }) => name,
  read: 'people:read',
  write: 'people:write',
  refersTo: ({ parentId }) => ({ departments: parentId ? [parentId] : [] }),
  uses: (tx, orgId, id) =>
    countEach(tx, {
      department: sql`select from departments where org_id = ${orgId} and parent_id = ${id} and deleted_at is null`,
      team: sql`select from teams where org_id = ${orgId} and department_id = ${id} and deleted_at is null`,
      person: sql`select from employees where org_id = ${orgId} and department_id = ${id} and deleted_at is null`,
    }),
}
