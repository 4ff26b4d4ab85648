import * as z from 'zod'
import {
  availabilityCreate,
  availabilityListed,
  availabilityQuery,
  availabilitySchema,
  availabilityUpdate,
} from '../contract/availability.ts'
import { createAvailability } from '../services/availability/create-availability.ts'
import { deleteAvailability } from '../services/availability/delete-availability.ts'
import { getAvailability } from '../services/availability/get-availability.ts'
import { listAvailability } from '../services/availability/list-availability.ts'
import { updateAvailability } from '../services/availability/update-availability.ts'
import { addBulk } from './add-bulk.ts'
import { Resource } from './resource.ts'

export const availability = new Resource('Availability', '/availability')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'List availability and wishes',
      query: availabilityQuery,
      data: z.array(availabilityListed),
    },
    (ctx, { query }) => listAvailability(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Add a line of availability',
      body: availabilityCreate,
      data: availabilitySchema,
      status: 201,
    },
    (ctx, { body }) => createAvailability(ctx, body),
  )
  .add(
    { method: 'get', path: '/:id', summary: 'Get a line of availability', data: availabilitySchema },
    (ctx, { params }) => getAvailability(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a line of availability',
      versioned: true,
      body: availabilityUpdate,
      data: availabilitySchema,
    },
    (ctx, { params, body, version }) => updateAvailability(ctx, { id: params.id, version, change: body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Delete a line of availability', status: 204 },
    async (ctx, { params }) => {
      await deleteAvailability(ctx, params.id)
      return undefined
    },
  )

addBulk(availability, {
  many: 'lines of availability',
  createSchema: availabilityCreate,
  updateSchema: availabilityUpdate,
  write: 'people:write',
  create: createAvailability,
  update: updateAvailability,
  remove: deleteAvailability,
})
