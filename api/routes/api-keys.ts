import * as z from 'zod'
import { apiKeyCreate, apiKeyCreated, apiKeyRotate, apiKeySchema, apiKeyUpdate } from '../contract/access.ts'
import { listQuery } from '../contract/envelope.ts'
import { createApiKey } from '../services/api-keys/create-api-key.ts'
import { getApiKey } from '../services/api-keys/get-api-key.ts'
import { listApiKeys } from '../services/api-keys/list-api-keys.ts'
import { revokeApiKey } from '../services/api-keys/revoke-api-key.ts'
import { rotateApiKey } from '../services/api-keys/rotate-api-key.ts'
import { updateApiKey } from '../services/api-keys/update-api-key.ts'
import { Resource } from './resource.ts'

export const apiKeys = new Resource('API keys', '/api-keys')
  .add(
    { method: 'get', path: '/', summary: 'List API keys', query: listQuery, data: z.array(apiKeySchema) },
    (ctx, { query }) => listApiKeys(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Make an API key; its secret is shown this once',
      body: apiKeyCreate,
      data: apiKeyCreated,
      status: 201,
      shownOnce: 'secret',
    },
    (ctx, { body }) => createApiKey(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get an API key', data: apiKeySchema }, (ctx, { params }) =>
    getApiKey(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change what an API key may do',
      versioned: true,
      body: apiKeyUpdate,
      data: apiKeySchema,
    },
    (ctx, { params, body, version }) => updateApiKey(ctx, { id: params.id, version, change: body }),
  )
  .add(
    {
      method: 'post',
      path: '/:id/rotate',
      summary: 'Replace an API key; the old one holds for the overlap',
      versioned: true,
      body: apiKeyRotate,
      data: apiKeyCreated,
      status: 201,
      shownOnce: 'secret',
    },
    (ctx, { params, body, version }) => rotateApiKey(ctx, { id: params.id, version, ...body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Revoke an API key at once', status: 204 },
    async (ctx, { params }) => {
      await revokeApiKey(ctx, params.id)
      return undefined
    },
  )
