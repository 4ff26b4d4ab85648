// Rosters from what was there before: days copied, templates laid, rotations followed.
import {
  copyRequest,
  layingResult,
  patternQuery,
  rotationApply,
  rotationCreate,
  rotationSchema,
  rotationUpdate,
  templateApply,
  templateCreate,
  templateFromRoster,
  templateSchema,
  templateUpdate,
} from '../contract/roster-patterns.ts'
import { applyRotation } from '../services/rosters/patterns/apply-rotation.ts'
import { applyTemplate } from '../services/rosters/patterns/apply-template.ts'
import { copyDays } from '../services/rosters/patterns/copy-days.ts'
import { rotationKind, templateKind } from '../services/rosters/patterns/kinds.ts'
import { makeTemplate } from '../services/rosters/patterns/make-template.ts'
import { recordResource } from './record-resource.ts'
import { Resource } from './resource.ts'

export const rosterTemplates = recordResource({
  tag: 'Roster templates',
  base: '/roster-templates',
  one: 'a roster template',
  many: 'roster templates',
  kind: templateKind,
  create: templateCreate,
  update: templateUpdate,
  schema: templateSchema,
  query: patternQuery,
})

export const rotations = recordResource({
  tag: 'Rotations',
  base: '/rotations',
  one: 'a rotation',
  many: 'rotations',
  kind: rotationKind,
  create: rotationCreate,
  update: rotationUpdate,
  schema: rotationSchema,
  query: patternQuery,
})

export const rosterPatterns = new Resource('Roster patterns', '/rosters')
  .add(
    {
      method: 'post',
      path: '/:id/copy',
      summary: 'Copy days of this or another roster onto this one',
      versioned: true,
      body: copyRequest,
      data: layingResult,
    },
    (ctx, { params, body, version }) => copyDays(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/templates',
      summary: 'Make a template of days of the roster',
      status: 201,
      body: templateFromRoster,
      data: templateSchema,
    },
    (ctx, { params, body }) => makeTemplate(ctx, params.id, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/apply-template',
      summary: 'Lay a template over days of the roster',
      versioned: true,
      body: templateApply,
      data: layingResult,
    },
    (ctx, { params, body, version }) => applyTemplate(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/apply-rotation',
      summary: 'Lay a rotation over days of the roster',
      versioned: true,
      body: rotationApply,
      data: layingResult,
    },
    (ctx, { params, body, version }) => applyRotation(ctx, params.id, version, body),
  )
