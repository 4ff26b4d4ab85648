import * as z from 'zod'
import { filteredQuery } from '../contract/envelope.ts'
import { shiftTypeCreate, shiftTypeSchema, shiftTypeUpdate } from '../contract/workforce.ts'
import { createShiftType } from '../services/shift-types/create-shift-type.ts'
import { deleteShiftType } from '../services/shift-types/delete-shift-type.ts'
import { getShiftType } from '../services/shift-types/get-shift-type.ts'
import { listShiftTypes } from '../services/shift-types/list-shift-types.ts'
import { updateShiftType } from '../services/shift-types/update-shift-type.ts'
import { addBulk } from './add-bulk.ts'
import { Resource } from './resource.ts'

export const shiftTypes = new Resource('Shift types', '/shift-types')
  .add(
    { method: 'get', path: '/', summary: 'List shift types', query: filteredQuery, data: z.array(shiftTypeSchema) },
    (ctx, { query }) => listShiftTypes(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Add a shift type',
      body: shiftTypeCreate,
      data: shiftTypeSchema,
      status: 201,
    },
    (ctx, { body }) => createShiftType(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get a shift type', data: shiftTypeSchema }, (ctx, { params }) =>
    getShiftType(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a shift type',
      versioned: true,
      body: shiftTypeUpdate,
      data: shiftTypeSchema,
    },
    (ctx, { params, body, version }) => updateShiftType(ctx, { id: params.id, version, change: body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Delete a shift type; refused while it is used', status: 204 },
    async (ctx, { params }) => {
      await deleteShiftType(ctx, params.id)
      return undefined
    },
  )

addBulk(shiftTypes, {
  many: 'shift types',
  createSchema: shiftTypeCreate,
  updateSchema: shiftTypeUpdate,
  write: 'places:write',
  create: createShiftType,
  update: updateShiftType,
  remove: deleteShiftType,
})
