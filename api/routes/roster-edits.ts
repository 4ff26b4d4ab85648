// Changing a roster by hand, and why rules were gone against.
import * as z from 'zod'
import {
  overrideQuery,
  overrideSchema,
  rosterEdit,
  rosterEditResult,
  shiftCreate,
  shiftDelete,
  shiftUpdate,
} from '../contract/roster-edits.ts'
import { createShift, deleteShift, updateShift } from '../services/rosters/edits/change-shift.ts'
import { editRoster } from '../services/rosters/edits/edit-roster.ts'
import { listOverrides } from '../services/rosters/edits/list-overrides.ts'
import { Resource } from './resource.ts'

export const rosterEdits = new Resource('Roster edits', '/rosters')
  .add(
    {
      method: 'post',
      path: '/:id/edits',
      summary: 'Change people, pins and shifts in one step, judged by the rules; the answer holds what takes it back',
      versioned: true,
      body: rosterEdit,
      data: rosterEditResult,
    },
    (ctx, { params, body, version }) => editRoster(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/shifts',
      summary: 'Open a shift',
      status: 201,
      versioned: true,
      body: shiftCreate,
      data: rosterEditResult,
    },
    (ctx, { params, body, version }) => createShift(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'get',
      path: '/:id/overrides',
      summary: 'Rules that were gone against, and why, newest first',
      query: overrideQuery,
      data: z.array(overrideSchema),
    },
    (ctx, { params, query }) => listOverrides(ctx, params.id, query),
  )

export const shifts = new Resource('Shifts', '/shifts')
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Move, resize or otherwise change a shift; its people stay where the rules let them',
      versioned: true,
      body: shiftUpdate,
      data: rosterEditResult,
    },
    (ctx, { params, body, version }) => updateShift(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'delete',
      path: '/:id',
      summary: 'Delete a shift; the people on it are free again',
      versioned: true,
      query: shiftDelete,
      data: rosterEditResult,
    },
    (ctx, { params, query, version }) => deleteShift(ctx, params.id, version, query),
  )
