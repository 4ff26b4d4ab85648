import * as z from 'zod'
import {
  timeOffCreate,
  timeOffDecide,
  timeOffDecided,
  timeOffEstimate,
  timeOffEstimateQuery,
  timeOffQuery,
  timeOffReview,
  timeOffSchema,
  timeOffUpdate,
} from '../contract/time-off.ts'
import { cancelTimeOff } from '../services/time-off/cancel-time-off.ts'
import { createTimeOff } from '../services/time-off/create-time-off.ts'
import { decideTimeOff } from '../services/time-off/decide-time-off.ts'
import { deleteTimeOff } from '../services/time-off/delete-time-off.ts'
import { estimateTimeOff } from '../services/time-off/estimate-time-off.ts'
import { getTimeOff } from '../services/time-off/get-time-off.ts'
import { listTimeOff } from '../services/time-off/list-time-off.ts'
import { reviewTimeOff } from '../services/time-off/review-time-off.ts'
import { updateTimeOff } from '../services/time-off/update-time-off.ts'
import { Resource } from './resource.ts'

export const timeOff = new Resource('Time off', '/time-off')
  .add(
    { method: 'get', path: '/', summary: 'List time off', query: timeOffQuery, data: z.array(timeOffSchema) },
    (ctx, { query }) => listTimeOff(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Ask for time off, or enter it for somebody',
      body: timeOffCreate,
      data: timeOffSchema,
      status: 201,
    },
    (ctx, { body }) => createTimeOff(ctx, body),
  )
  .add(
    {
      method: 'get',
      path: '/estimate',
      summary: 'What leave would take from the balance, and what would be left; writes nothing',
      query: timeOffEstimateQuery,
      data: timeOffEstimate,
    },
    (ctx, { query }) => estimateTimeOff(ctx, query),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get time off', data: timeOffSchema }, (ctx, { params }) =>
    getTimeOff(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change time off',
      versioned: true,
      body: timeOffUpdate,
      data: timeOffSchema,
    },
    (ctx, { params, body, version }) => updateTimeOff(ctx, { id: params.id, version, change: body }),
  )
  .add({ method: 'delete', path: '/:id', summary: 'Delete time off', status: 204 }, async (ctx, { params }) => {
    await deleteTimeOff(ctx, params.id)
    return undefined
  })
  .add(
    {
      method: 'get',
      path: '/:id/review',
      summary: 'What an approver looks at: who else is away, planned shifts, decisions, balance',
      data: timeOffReview,
    },
    (ctx, { params }) => reviewTimeOff(ctx, params.id),
  )
  .add(
    {
      method: 'post',
      path: '/:id/decide',
      summary: 'Approve or reject a request at the next level',
      versioned: true,
      body: timeOffDecide,
      data: timeOffDecided,
    },
    (ctx, { params, body, version }) => decideTimeOff(ctx, { id: params.id, version, ...body }),
  )
  .add(
    { method: 'post', path: '/:id/cancel', summary: 'Take a request back', versioned: true, data: timeOffSchema },
    (ctx, { params, version }) => cancelTimeOff(ctx, params.id, version),
  )
