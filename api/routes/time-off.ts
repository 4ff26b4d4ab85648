import * as z from 'zod'
import { spanQuery, timeOffCreate, timeOffSchema, timeOffUpdate } from '../contract/workforce.ts'
import { createTimeOff } from '../services/time-off/create-time-off.ts'
import { deleteTimeOff } from '../services/time-off/delete-time-off.ts'
import { getTimeOff } from '../services/time-off/get-time-off.ts'
import { listTimeOff } from '../services/time-off/list-time-off.ts'
import { updateTimeOff } from '../services/time-off/update-time-off.ts'
import { Resource } from './resource.ts'

export const timeOff = new Resource('Time off', '/time-off')
  .add(
    { method: 'get', path: '/', summary: 'List time off', query: spanQuery, data: z.array(timeOffSchema) },
    (ctx, { query }) => listTimeOff(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add an absence', body: timeOffCreate, data: timeOffSchema, status: 201 },
    (ctx, { body }) => createTimeOff(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get an absence', data: timeOffSchema }, (ctx, { params }) =>
    getTimeOff(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change an absence',
      versioned: true,
      body: timeOffUpdate,
      data: timeOffSchema,
    },
    (ctx, { params, body, version }) => updateTimeOff(ctx, { id: params.id, version, change: body }),
  )
  .add({ method: 'delete', path: '/:id', summary: 'Delete an absence', status: 204 }, async (ctx, { params }) => {
    await deleteTimeOff(ctx, params.id)
    return undefined
  })
