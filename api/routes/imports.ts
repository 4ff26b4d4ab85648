import { importPreview, importRequest } from '../contract/workforce.ts'
import { commitImport } from '../services/imports/commit-import.ts'
import { previewImport } from '../services/imports/preview-import.ts'
import { Resource } from './resource.ts'

export const imports = new Resource('Imports', '/imports')
  .add(
    {
      method: 'post',
      path: '/preview',
      summary: 'What these CSV files would change, and every bad line; writes nothing',
      body: importRequest,
      data: importPreview,
    },
    (ctx, { body }) => previewImport(ctx, body),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Import CSV files in one transaction, all or nothing',
      body: importRequest,
      data: importPreview,
      status: 201,
    },
    (ctx, { body }) => commitImport(ctx, body),
  )
