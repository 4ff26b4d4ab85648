import { withOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { writeAudit } from '../shared/write-audit.ts'
import type { ImportPreview, ImportRequest } from './internal.ts'
import { loadExisting } from './load-existing.ts'
import { planImport } from './plan-import.ts'
import { readFiles } from './read-files.ts'
import { writePlan } from './write-plan.ts'

/**
 * Writes the files in one transaction: records with a known code or number are changed, others are added. Throws `Invalid`
 * (`import_invalid`, with every bad line in its details) and writes nothing when any line is wrong.
 */
export const commitImport = async (ctx: Context, { files }: ImportRequest): Promise<ImportPreview> => {
  requirePermission(ctx, 'imports:write')
  const readings = readFiles(files)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const existing = await loadExisting(tx, ctx.orgId, readings.rows)
    const { plan, preview } = planImport(ctx, readings, existing)
    const { length } = preview.errors
    if (length > 0) {
      throw new Invalid(
        'import_invalid',
        `Nothing was imported: ${length} ${length === 1 ? 'place is' : 'places are'} wrong. Correct the lines listed and send the files again.`,
        preview,
      )
    }
    await writePlan(tx, ctx.orgId, plan)
    const counts = preview.files.map(({ kind, creates, updates }) => ({ kind, creates, updates }))
    await writeAudit(ctx, tx, { action: 'commit-import', entity: 'import', details: { files: counts } })
    return preview
  })
}
