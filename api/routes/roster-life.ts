// A roster over time: versions, archive, and who has seen it.
import * as z from 'zod'
import { rosterEditResult } from '../contract/roster-edits.ts'
import {
  acknowledge,
  acknowledged,
  acknowledgementQuery,
  acknowledgementSchema,
  comparisonQuery,
  rosterVersionDetail,
  rosterVersionSchema,
  versionComparison,
  versionKeep,
  versionQuery,
  versionRestore,
} from '../contract/roster-life.ts'
import { rosterSchema } from '../contract/rostering.ts'
import { acknowledgeRoster } from '../services/rosters/publication/acknowledge-roster.ts'
import { archiveRoster } from '../services/rosters/publication/archive-roster.ts'
import { listAcknowledgements } from '../services/rosters/publication/list-acknowledgements.ts'
import { compareVersion } from '../services/rosters/versions/compare-version.ts'
import { keepVersion } from '../services/rosters/versions/keep-version.ts'
import { getVersion, listVersions } from '../services/rosters/versions/read-versions.ts'
import { restoreVersion } from '../services/rosters/versions/restore-version.ts'
import { Resource } from './resource.ts'

export const rosterLife = new Resource('Roster life', '/rosters')
  .add(
    {
      method: 'post',
      path: '/:id/archive',
      summary: 'Put a published roster away',
      versioned: true,
      data: rosterSchema,
    },
    (ctx, { params, version }) => archiveRoster(ctx, params.id, version),
  )
  .add(
    {
      method: 'get',
      path: '/:id/acknowledgements',
      summary: 'Who has seen the roster as it was last published, and who has not',
      query: acknowledgementQuery,
      data: z.array(acknowledgementSchema),
    },
    (ctx, { params, query }) => listAcknowledgements(ctx, params.id, query),
  )
  .add(
    {
      method: 'post',
      path: '/:id/acknowledgements',
      summary: 'Confirm that one has seen a published roster',
      body: acknowledge,
      data: acknowledged,
    },
    (ctx, { params, body }) => acknowledgeRoster(ctx, params.id, body),
  )
  .add(
    {
      method: 'get',
      path: '/:id/versions',
      summary: 'Versions that were kept, newest first',
      query: versionQuery,
      data: z.array(rosterVersionSchema),
    },
    (ctx, { params, query }) => listVersions(ctx, params.id, query),
  )
  .add(
    {
      method: 'post',
      path: '/:id/versions',
      summary: 'Keep the roster as it stands as a version',
      status: 201,
      versioned: true,
      body: versionKeep,
      data: rosterVersionSchema,
    },
    (ctx, { params, body, version }) => keepVersion(ctx, params.id, version, body),
  )

export const rosterVersions = new Resource('Roster versions', '/roster-versions')
  .add(
    { method: 'get', path: '/:id', summary: 'A version with its shifts and people', data: rosterVersionDetail },
    (ctx, { params }) => getVersion(ctx, params.id),
  )
  .add(
    {
      method: 'get',
      path: '/:id/comparison',
      summary: 'The version beside another one or the roster of now, rule by rule and person by person',
      query: comparisonQuery,
      data: versionComparison,
    },
    (ctx, { params, query }) => compareVersion(ctx, params.id, query.with),
  )
  .add(
    {
      method: 'post',
      path: '/:id/restore',
      summary:
        'Make the draft stand as the version does, under the rules of now; If-Match is the version of the roster',
      versioned: true,
      body: versionRestore,
      data: rosterEditResult,
    },
    (ctx, { params, body, version }) => restoreVersion(ctx, params.id, version, body),
  )
