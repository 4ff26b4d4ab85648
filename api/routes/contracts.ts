import * as z from 'zod'
import { filteredQuery } from '../contract/envelope.ts'
import { contractCreate, contractSchema, contractUpdate } from '../contract/people.ts'
import { createContract } from '../services/contracts/create-contract.ts'
import { deleteContract } from '../services/contracts/delete-contract.ts'
import { getContract } from '../services/contracts/get-contract.ts'
import { listContracts } from '../services/contracts/list-contracts.ts'
import { updateContract } from '../services/contracts/update-contract.ts'
import { Resource } from './resource.ts'

export const contracts = new Resource('Contracts', '/contracts')
  .add(
    { method: 'get', path: '/', summary: 'List contracts', query: filteredQuery, data: z.array(contractSchema) },
    (ctx, { query }) => listContracts(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Add a contract', body: contractCreate, data: contractSchema, status: 201 },
    (ctx, { body }) => createContract(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get a contract', data: contractSchema }, (ctx, { params }) =>
    getContract(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a contract',
      versioned: true,
      body: contractUpdate,
      data: contractSchema,
    },
    (ctx, { params, body, version }) => updateContract(ctx, { id: params.id, version, change: body }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Delete a contract; refused while it is used', status: 204 },
    async (ctx, { params }) => {
      await deleteContract(ctx, params.id)
      return undefined
    },
  )
