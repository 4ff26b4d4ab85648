// The signed-in user. Copy this file for a new resource.
import { activateRequest, meSchema } from '../contract/me.ts'
import { organisationCreate, organisationSchema } from '../contract/workforce.ts'
import { activateOrganisation } from '../services/me/activate-organisation.ts'
import { createOrganisation } from '../services/me/create-organisation.ts'
import { getMe } from '../services/me/get-me.ts'
import { Resource } from './resource.ts'

export const me = new Resource('Me', '')
  .add({ method: 'get', path: '/me', summary: 'Who am I, and where', audience: 'user', data: meSchema }, (ctx) =>
    getMe(ctx),
  )
  .add(
    {
      method: 'post',
      path: '/organisations',
      summary: 'Found an organisation; you own it and it becomes active',
      audience: 'user',
      body: organisationCreate,
      data: organisationSchema,
      status: 201,
    },
    (ctx, { body }) => createOrganisation(ctx, body),
  )
  .add(
    {
      method: 'post',
      path: '/organisation/activate',
      summary: 'Choose the organisation of this session',
      audience: 'user',
      body: activateRequest,
      data: activateRequest,
    },
    (ctx, { body }) => activateOrganisation(ctx, body),
  )
