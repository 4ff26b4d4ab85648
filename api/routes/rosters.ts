// Rosters: shifts opened from demand, edits by hand, publishing, files.
import * as z from 'zod'
import { filteredQuery } from '../contract/envelope.ts'
import { unpublishRequest } from '../contract/roster-life.ts'
import {
  assignmentChange,
  assignmentChangeResult,
  exportFormats,
  publishRequest,
  publishResult,
  rosterCreate,
  rosterGrid,
  rosterProblem,
  rosterSchema,
  unfilledSchema,
} from '../contract/rostering.ts'
import { changeAssignments } from '../services/rosters/change-assignments.ts'
import { createRoster } from '../services/rosters/create-roster.ts'
import { deleteRoster } from '../services/rosters/delete-roster.ts'
import { exportRoster } from '../services/rosters/export-roster.ts'
import { getGrid } from '../services/rosters/get-grid.ts'
import { getProblem } from '../services/rosters/get-problem.ts'
import { getRoster } from '../services/rosters/get-roster.ts'
import { getUnfilled } from '../services/rosters/get-unfilled.ts'
import { listRosters } from '../services/rosters/list-rosters.ts'
import { publishRoster } from '../services/rosters/publish-roster.ts'
import { unpublishRoster } from '../services/rosters/unpublish-roster.ts'
import { Resource } from './resource.ts'

export const rosters = new Resource('Rosters', '/rosters')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'List rosters',
      keep: 'rosters',
      query: filteredQuery,
      data: z.array(rosterSchema),
    },
    (ctx, { query }) => listRosters(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Create a draft and open its shifts from demand',
      status: 201,
      body: rosterCreate,
      data: rosterSchema,
    },
    (ctx, { body }) => createRoster(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'One roster', keep: 'rosters', data: rosterSchema }, (ctx, { params }) =>
    getRoster(ctx, params.id),
  )
  .add({ method: 'delete', path: '/:id', summary: 'Delete a draft', status: 204 }, async (ctx, { params }) => {
    await deleteRoster(ctx, params.id)
    return undefined
  })
  .add(
    { method: 'get', path: '/:id/grid', summary: 'Everything a roster page shows', keep: 'rosters', data: rosterGrid },
    (ctx, { params }) => getGrid(ctx, params.id),
  )
  .add(
    {
      method: 'get',
      path: '/:id/problem',
      summary: "The roster in the engine's own format",
      keep: 'rosters',
      data: rosterProblem,
    },
    (ctx, { params }) => getProblem(ctx, params.id),
  )
  .add(
    {
      method: 'get',
      path: '/:id/unfilled',
      summary: 'Shifts that lack people, and what stops each person',
      data: z.array(unfilledSchema),
    },
    (ctx, { params }) => getUnfilled(ctx, params.id),
  )
  .add(
    {
      method: 'post',
      path: '/:id/assignments',
      summary: 'Change assignments by hand, judged by the rules',
      versioned: true,
      body: assignmentChange,
      data: assignmentChangeResult,
    },
    (ctx, { params, body, version }) => changeAssignments(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/publish',
      summary: 'Publish a draft, now or at a time',
      versioned: true,
      body: publishRequest,
      data: publishResult,
    },
    (ctx, { params, body, version }) => publishRoster(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/unpublish',
      summary: 'Make a published roster a draft again, for a reason',
      versioned: true,
      body: unpublishRequest,
      data: rosterSchema,
    },
    (ctx, { params, body, version }) => unpublishRoster(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'get',
      path: '/:id/export',
      summary: 'The roster as a file',
      query: z.strictObject({ format: z.enum(exportFormats) }),
      file: ['text/csv', 'text/calendar', 'text/html'],
    },
    async (ctx, { params, query }) => {
      const file = await exportRoster(ctx, params.id, query.format)
      return new Response(file.content, {
        headers: {
          'content-type': file.mediaType,
          'content-disposition': `attachment; filename="${file.filename}"`,
          'cache-control': 'no-store',
        },
      })
    },
  )
