import type * as z from 'zod'
import { blackoutDates } from '../../../drizzle/schema/index.ts'
import type { blackoutCreate, blackoutSchema } from '../../contract/time-off.ts'
import type { RecordKind } from '../records/record-kind.ts'

/** Days on which nobody may be away. Leave that was asked for before stays as it is. */
export const blackoutKind: RecordKind<z.output<typeof blackoutSchema>, z.output<typeof blackoutCreate>> = {
  noun: 'blackout',
  table: blackoutDates,
  columns: {
    id: blackoutDates.id,
    name: blackoutDates.name,
    firstDay: blackoutDates.firstDay,
    lastDay: blackoutDates.lastDay,
    siteId: blackoutDates.siteId,
    departmentId: blackoutDates.departmentId,
    version: blackoutDates.version,
  },
  order: ['firstDay', 'id'],
  sortable: ['firstDay', 'name'],
  nameOf: ({ name }) => name,
  read: 'organisation:read',
  write: 'rules:write',
  refersTo: ({ siteId, departmentId }) => ({
    sites: siteId ? [siteId] : [],
    departments: departmentId ? [departmentId] : [],
  }),
}
