import * as z from 'zod'
import { demandCreate, demandQuery, demandSchema, demandUpdate } from '../contract/workforce.ts'
import { createDemand } from '../services/demand/create-demand.ts'
import { deleteDemand } from '../services/demand/delete-demand.ts'
import { getDemand } from '../services/demand/get-demand.ts'
import { listDemand } from '../services/demand/list-demand.ts'
import { updateDemand } from '../services/demand/update-demand.ts'
import { addBulk } from './add-bulk.ts'
import { Resource } from './resource.ts'

export const demand = new Resource('Demand', '/demand')
  .add(
    { method: 'get', path: '/', summary: 'List demand', query: demandQuery, data: z.array(demandSchema) },
    (ctx, { query }) => listDemand(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add a line of demand', body: demandCreate, data: demandSchema, status: 201 },
    (ctx, { body }) => createDemand(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get a line of demand', data: demandSchema }, (ctx, { params }) =>
    getDemand(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a line of demand',
      versioned: true,
      body: demandUpdate,
      data: demandSchema,
    },
    (ctx, { params, body, version }) => updateDemand(ctx, { id: params.id, version, change: body }),
  )
  .add({ method: 'delete', path: '/:id', summary: 'Delete a line of demand', status: 204 }, async (ctx, { params }) => {
    await deleteDemand(ctx, params.id)
    return undefined
  })

addBulk(demand, {
  many: 'lines of demand',
  createSchema: demandCreate,
  updateSchema: demandUpdate,
  write: 'demand:write',
  create: createDemand,
  update: updateDemand,
  remove: deleteDemand,
})
