import * as z from 'zod'
import {
  certificationCreate,
  certificationQuery,
  certificationRenew,
  certificationRevoke,
  certificationSchema,
  certificationUpdate,
  expiringQuery,
  expiringSchema,
} from '../contract/certifications.ts'
import { createCertification } from '../services/certifications/create-certification.ts'
import { deleteCertification } from '../services/certifications/delete-certification.ts'
import { getCertification } from '../services/certifications/get-certification.ts'
import { listCertifications } from '../services/certifications/list-certifications.ts'
import { listExpiring } from '../services/certifications/list-expiring.ts'
import { renewCertification } from '../services/certifications/renew-certification.ts'
import { revokeCertification } from '../services/certifications/revoke-certification.ts'
import { updateCertification } from '../services/certifications/update-certification.ts'
import { Resource } from './resource.ts'

export const certifications = new Resource('Certifications', '/certifications')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'List certifications; an employee sees their own',
      query: certificationQuery,
      data: z.array(certificationSchema),
    },
    (ctx, { query }) => listCertifications(ctx, query),
  )
  .add(
    {
      method: 'get',
      path: '/expiring',
      summary: 'List what ends within so many days and is not renewed',
      keep: 'alerts',
      query: expiringQuery,
      data: z.array(expiringSchema),
    },
    (ctx, { query }) => listExpiring(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Add a certification',
      body: certificationCreate,
      data: certificationSchema,
      status: 201,
    },
    (ctx, { body }) => createCertification(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get a certification', data: certificationSchema }, (ctx, { params }) =>
    getCertification(ctx, params.id),
  )
  .add(
    {
      method: 'patch',
      path: '/:id',
      summary: 'Change a certification',
      versioned: true,
      body: certificationUpdate,
      data: certificationSchema,
    },
    (ctx, { params, body, version }) => updateCertification(ctx, { id: params.id, version, change: body }),
  )
  .add(
    {
      method: 'post',
      path: '/:id/renew',
      summary: 'Add the paper that follows this one',
      versioned: true,
      body: certificationRenew,
      data: certificationSchema,
      status: 201,
    },
    (ctx, { params, body, version }) => renewCertification(ctx, { id: params.id, version, paper: body }),
  )
  .add(
    {
      method: 'post',
      path: '/:id/revoke',
      summary: 'Take a certification back for good',
      versioned: true,
      body: certificationRevoke,
      data: certificationSchema,
    },
    (ctx, { params, body, version }) => revokeCertification(ctx, { id: params.id, version, note: body.note }),
  )
  .add(
    { method: 'delete', path: '/:id', summary: 'Remove a certification entered by mistake', status: 204 },
    async (ctx, { params }) => {
      await deleteCertification(ctx, params.id)
      return undefined
    },
  )
