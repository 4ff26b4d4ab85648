import type * as z from 'zod'
import { createRecord } from '../records/create-record.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { getRecord } from '../records/get-record.ts'
import { listRecords } from '../records/list-records.ts'
import type { AnyRecord, RecordKind } from '../records/record-kind.ts'
import { updateRecord } from '../records/update-record.ts'
import type { Ids, RecordVerbs } from './record-guarantees.ts'

/** The verbs of a described kind; `input` answers a new record to create, `change` is one field of it. */
export const verbsOfKind = <Row extends AnyRecord, Input extends object>(
  kind: RecordKind<Row, Input>,
  schema: z.ZodType<Row>,
  input: (ids: Ids) => Input,
  change: Partial<Input>,
): RecordVerbs => ({
  create: (ctx, ids) => createRecord(ctx, kind, input(ids)),
  get: (ctx, id) => getRecord(ctx, kind, id),
  list: (ctx, query) => listRecords(ctx, kind, query),
  update: (ctx, id, version) => updateRecord(ctx, kind, { id, version, change }),
  remove: (ctx, id) => deleteRecord(ctx, kind, id),
  changed: { ...change },
  schema,
})
