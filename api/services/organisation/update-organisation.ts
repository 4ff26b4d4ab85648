import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { organisationSettings, organisations } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { organisationUpdate } from '../../contract/workforce.ts'
import { one } from '../shared/one.ts'
import { requireRules } from '../shared/require-rules.ts'
import { requireZone } from '../shared/require-zone.ts'
import { keepAmounts, withRulesShownTo } from '../shared/rule-amounts.ts'
import { toRuleSettings } from '../shared/to-rule-settings.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Organisation, organisationQuery } from './internal.ts'

type Change = { version: number; change: z.output<typeof organisationUpdate> }

/**
 * Changes name, zone, week and rules, as far as named. Rules and double booking need `rules:write`, the rest
 * `organisation:write`. Throws `VersionConflict`, and `Invalid` for an unknown zone or rules the engine cannot use; forbidding double booking while
 * somebody is booked twice escapes as the violated constraint `double_booked`.
 */
export const updateOrganisation = async (ctx: Context, { version, change }: Change): Promise<Organisation> => {
  const { name, rules: said, allowDoubleBooking, ...settings } = change
  const changesRules = said !== undefined || allowDoubleBooking !== undefined
  if (changesRules) requirePermission(ctx, 'rules:write')
  if (!changesRules || name !== undefined || Object.keys(settings).length > 0)
    requirePermission(ctx, 'organisation:write')
  requireZone(settings.zone)
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const isOwn = eq(organisationSettings.orgId, ctx.orgId)
    const stored = one(
      await tx
        .select({
          id: organisationSettings.orgId,
          version: organisationSettings.version,
          rules: organisationSettings.rules,
        })
        .from(organisationSettings)
        .where(isOwn)
        .for('update'),
    )
    requireVersion('organisation', stored, version)
    const rules = said && keepAmounts(ctx.permissions, toRuleSettings(said), stored.rules)
    await requireRules(tx, ctx.orgId, rules)
    if (name !== undefined) await tx.update(organisations).set({ name }).where(eq(organisations.id, ctx.orgId))
    await tx
      .update(organisationSettings)
      .set({ ...settings, allowDoubleBooking, rules, version: version + 1 })
      .where(isOwn)
    await writeAudit(ctx, tx, {
      action: 'update-organisation',
      entity: 'organisation',
      entityId: ctx.orgId,
      details: change,
    })
    return withRulesShownTo(ctx.permissions, one(await organisationQuery(tx, ctx.orgId)))
  })
}
