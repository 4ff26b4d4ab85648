// The signed-in user. Copy this file for a new resource.
import { activateRequest, meSchema } from '../contract/me.ts'
import { activateOrganisation } from '../services/me/activate-organisation.ts'
import { getMe } from '../services/me/get-me.ts'
import { Resource } from './resource.ts'

export const me = new Resource('Me', '')
  .add({ method: 'get', path: '/me', summary: 'Who am I, and where', audience: 'user', data: meSchema }, (ctx) =>
    getMe(ctx),
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
