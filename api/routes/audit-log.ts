import * as z from 'zod'
import { auditExportQuery, auditLineSchema, auditQuery } from '../contract/audit.ts'
import { exportAudit } from '../services/audit/export-audit.ts'
import { searchAudit } from '../services/audit/search-audit.ts'
import { Resource } from './resource.ts'

export const auditLog = new Resource('Audit log', '/audit-log')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'Search the log, newest first',
      query: auditQuery,
      data: z.array(auditLineSchema),
    },
    (ctx, { query }) => searchAudit(ctx, query),
  )
  .add(
    { method: 'get', path: '/export', summary: 'The log as CSV', query: auditExportQuery, file: ['text/csv'] },
    async (ctx, { query }) =>
      new Response(await exportAudit(ctx, query), {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': 'attachment; filename="audit-log.csv"',
          'Cache-Control': 'private, no-store',
        },
      }),
  )
