import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { employeeUpdate } from '../../contract/people.ts'
import { requireStaysWithin } from '../shared/reach.ts'
import { requireActive } from '../shared/require-active.ts'
import { requireZone } from '../shared/require-zone.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type Employee, type EmployeeInput, isThis, lockEmployee, readEmployee, referencesOf } from './internal.ts'
import { replaceHeld } from './replace-held.ts'
import { requireMayWrite, writableContracts } from './writable.ts'

type Change = { id: string; version: number; change: z.output<typeof employeeUpdate> }

/**
 * Changes the fields that are named; a list that is named (skills, contracts, siteIds, channelIds) is replaced as a whole.
 * Throws `NotFound`, `VersionConflict`, `Forbidden` for pay without `costs:write`, private contacts without
 * `people:private` and a place beyond the caller's reach, and `Invalid` for unknown references; violated constraints escape.
 */
export const updateEmployee = async (ctx: Context, { id, version, change }: Change): Promise<Employee> => {
  requirePermission(ctx, 'people:write')
  requireMayWrite(ctx, change)
  requireZone(change.zone ?? undefined)
  const { skills, contracts, siteIds, channelIds, ...person } = change
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockEmployee(tx, ctx, id)
    requireVersion('employee', stored, version)
    await requireActive(tx, ctx.orgId, referencesOf(change as Partial<EmployeeInput>))
    const writable = await writableContracts(ctx, tx, id, contracts)
    const before = await readEmployee(ctx, tx, id)
    await tx
      .update(employees)
      .set({ ...person, version: version + 1 })
      .where(isThis(ctx.orgId, id))
    await replaceHeld(ctx, tx, id, { skills, contracts: writable, siteIds, channelIds })
    await requireStaysWithin(ctx, tx, id)
    const after = await readEmployee(ctx, tx, id)
    await writeAudit(ctx, tx, {
      action: 'update-employee',
      entity: 'employee',
      entityId: id,
      // The log outlives the person's record, so it holds the number and not the name.
      details: { number: stored.number, fields: Object.keys(change) },
      before: withoutPay(before),
      after: withoutPay(after),
    })
    return after
  })
}

/** Who may search the log may not see pay for that. */
const withoutPay = (employee: Employee) => ({
  ...employee,
  contracts: employee.contracts.map(({ rateMinor: _pay, ...held }) => held),
})
