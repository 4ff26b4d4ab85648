import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import { requireStaysWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { requireZone } from '../shared/require-zone.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Employee, type EmployeeInput, readEmployee, referencesOf } from './internal.ts'
import { replaceHeld } from './replace-held.ts'
import { requireMayWrite, writableContracts } from './writable.ts'

/**
 * Adds a person with skills, contracts, sites and channels. Throws `Invalid` for unknown references, `Forbidden` for pay without
 * `costs:write`, private contacts without `people:private` and a place beyond the caller's reach; violated constraints escape: `already_exists` for a number or
 * e-mail in use, `validation_failed` for dates that cannot be or contracts that overlap.
 */
export const createEmployee = async (ctx: Context, input: EmployeeInput): Promise<Employee> => {
  requirePermission(ctx, 'people:write')
  requireMayWrite(ctx, input)
  requireZone(input.zone ?? undefined)
  const { skills, contracts, siteIds, channelIds, ...person } = input
  const id = ctx.ids.next()
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    await requireActive(tx, ctx.orgId, referencesOf(input))
    const writable = await writableContracts(ctx, tx, null, contracts)
    await tx.insert(employees).values({ orgId: ctx.orgId, id, ...person })
    await replaceHeld(ctx, tx, id, { skills, contracts: writable, siteIds, channelIds })
    await requireStaysWithin(ctx, tx, id)
    const after = { ...input, contracts: (writable ?? []).map(({ rateMinor: _pay, ...held }) => held) }
    await writeAudit(ctx, tx, { action: 'create-employee', entity: 'employee', entityId: id, after })
    return readEmployee(ctx, tx, id)
  })
}
