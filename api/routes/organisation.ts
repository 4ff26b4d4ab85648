import { organisationDelete } from '../contract/personal-data.ts'
import { organisationSchema, organisationUpdate } from '../contract/workforce.ts'
import { deleteOrganisation } from '../services/organisation/delete-organisation.ts'
import { getOrganisation } from '../services/organisation/get-organisation.ts'
import { updateOrganisation } from '../services/organisation/update-organisation.ts'
import { Resource } from './resource.ts'

export const organisation = new Resource('Organisation', '/organisation')
  .add(
    { method: 'get', path: '/', summary: 'The organisation you act in, with its rules', data: organisationSchema },
    (ctx) => getOrganisation(ctx),
  )
  .add(
    {
      method: 'patch',
      path: '/',
      summary: 'Change name, zone, week or rules',
      versioned: true,
      body: organisationUpdate,
      data: organisationSchema,
    },
    (ctx, { body, version }) => updateOrganisation(ctx, { version, change: body }),
  )
  .add(
    {
      method: 'post',
      path: '/delete',
      summary: 'Delete the organisation with all it holds; its owner types its name',
      body: organisationDelete,
      status: 204,
    },
    async (ctx, { body }) => {
      await deleteOrganisation(ctx, body)
      return undefined
    },
  )
