import type { SQL } from 'drizzle-orm'
import * as z from 'zod'
import type { filteredQuery } from '../contract/envelope.ts'
import { createRecord } from '../services/records/create-record.ts'
import { deleteRecord } from '../services/records/delete-record.ts'
import { getRecord } from '../services/records/get-record.ts'
import { listRecords } from '../services/records/list-records.ts'
import type { AnyRecord, RecordKind } from '../services/records/record-kind.ts'
import { type RecordChange, updateRecord } from '../services/records/update-record.ts'
import { Resource } from './resource.ts'

type Described<Row extends AnyRecord, Input extends object, Query extends z.output<typeof filteredQuery>> = {
  tag: string
  base: string
  /** The users' words: "a department", "departments". */
  one: string
  many: string
  kind: RecordKind<Row, Input>
  create: z.ZodType<Input>
  update: z.ZodType<RecordChange<Input>['change']>
  schema: z.ZodType<Row>
  query: z.ZodType<Query>
  /** What the query narrows the list to. */
  wanted?(query: Query): SQL | undefined
}

/** The resource of a plain record: list, add, get, change and delete. */
export const recordResource = <
  Row extends AnyRecord,
  Input extends object,
  Query extends z.output<typeof filteredQuery>,
>({
  tag,
  base,
  one,
  many,
  kind,
  create,
  update,
  schema,
  query,
  wanted,
}: Described<Row, Input, Query>): Resource =>
  new Resource(tag, base)
    .add({ method: 'get', path: '/', summary: `List ${many}`, query, data: z.array(schema) }, (ctx, { query: asked }) =>
      listRecords(ctx, kind, asked, wanted?.(asked)),
    )
    .add(
      { method: 'post', path: '/', summary: `Add ${one}`, body: create, data: schema, status: 201 },
      (ctx, { body }) => createRecord(ctx, kind, body),
    )
    .add({ method: 'get', path: '/:id', summary: `Get ${one}`, data: schema }, (ctx, { params }) =>
      getRecord(ctx, kind, params.id),
    )
    .add(
      { method: 'patch', path: '/:id', summary: `Change ${one}`, versioned: true, body: update, data: schema },
      (ctx, { params, body, version }) => updateRecord(ctx, kind, { id: params.id, version, change: body }),
    )
    .add(
      {
        method: 'delete',
        path: '/:id',
        summary: kind.uses ? `Delete ${one}; refused while it is used` : `Delete ${one}`,
        status: 204,
      },
      async (ctx, { params }) => {
        await deleteRecord(ctx, kind, params.id)
        return undefined
      },
    )
