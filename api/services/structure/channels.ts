import { sql } from 'drizzle-orm'
import type * as z from 'zod'
import { channels } from '../../../drizzle/schema/index.ts'
import type { namedCreate, namedSchema } from '../../contract/structure.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { countEach } from '../shared/count-each.ts'

/** By which customers reach people. */
export const channelKind: RecordKind<z.output<typeof namedSchema>, z.output<typeof namedCreate>> = {
  noun: 'channel',
  table: channels,
  columns: { id: channels.id, code: channels.code, name: channels.name, version: channels.version },
  order: ['name', 'id'],
  nameOf: ({ name }) => name,
  read: 'people:read',
  write: 'people:write',
  uses: (tx, orgId, id) =>
    countEach(tx, {
      person: sql`select from employee_channels h join employees e on e.org_id = h.org_id and e.id = h.employee_id
        where h.org_id = ${orgId} and h.channel_id = ${id} and e.deleted_at is null`,
    }),
}
