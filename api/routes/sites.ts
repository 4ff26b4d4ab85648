import * as z from 'zod'
import { filteredQuery } from '../contract/envelope.ts'
import { travelSchema, travelUpdate } from '../contract/places.ts'
import { siteCreate, siteSchema, siteUpdate } from '../contract/workforce.ts'
import { createSite } from '../services/sites/create-site.ts'
import { deleteSite } from '../services/sites/delete-site.ts'
import { getSite } from '../services/sites/get-site.ts'
import { getTravel } from '../services/sites/get-travel.ts'
import { listSites } from '../services/sites/list-sites.ts'
import { setTravel } from '../services/sites/set-travel.ts'
import { updateSite } from '../services/sites/update-site.ts'
import { addBulk } from './add-bulk.ts'
import { Resource } from './resource.ts'

export const sites = new Resource('Sites', '/sites')
  .add(
    { method: 'get', path: '/', summary: 'List sites', keep: 'sites', query: filteredQuery, data: z.array(siteSchema) },
    (ctx, { query }) => listSites(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add a site', body: siteCreate, data: siteSchema, status: 201 },
    (ctx, { body }) => createSite(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get a site', keep: 'sites', data: siteSchema }, (ctx, { params }) =>
    getSite(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a site',
      versioned: true,
      body: siteUpdate,
      data: siteSchema,
    },
    (ctx, { params, body, version }) => updateSite(ctx, { id: params.id, version, change: body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Delete a site; refused while it is used', status: 204 },
    async (ctx, { params }) => {
      await deleteSite(ctx, params.id)
      return undefined
    },
  )
  .add(
    { method: 'get', path: '/:id/travel', summary: 'Ways from a site to every other one', data: travelSchema },
    (ctx, { params }) => getTravel(ctx, params.id),
  )
  .add(
    {
      method: 'put',
      path: '/:id/travel',
      summary: 'Replace the times given for the ways from a site',
      versioned: true,
      body: travelUpdate,
      data: travelSchema,
    },
    (ctx, { params, body, version }) => setTravel(ctx, { id: params.id, version, times: body.times }),
  )

addBulk(sites, {
  many: 'sites',
  createSchema: siteCreate,
  updateSchema: siteUpdate,
  write: 'places:write',
  create: createSite,
  update: updateSite,
  remove: deleteSite,
})
