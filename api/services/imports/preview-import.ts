import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { ImportPreview, ImportRequest } from './internal.ts'
import { loadExisting } from './load-existing.ts'
import { planImport } from './plan-import.ts'
import { readFiles } from './read-files.ts'

/** What an import of these files would create, change and leave as it is, and every bad line. Writes nothing. */
export const previewImport = async (ctx: Context, { files }: ImportRequest): Promise<ImportPreview> => {
  requirePermission(ctx, 'imports:write')
  const readings = readFiles(files)
  const existing = await withOrg(ctx.db, ctx.orgId, (tx) => loadExisting(tx, ctx.orgId, readings.rows))
  return planImport(ctx, readings, existing).preview
}
