import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { employeeContracts } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { EmployeeInput } from './internal.ts'
import { keepRates } from './keep-rates.ts'

/** Throws `Forbidden` for private contacts without `people:private`. */
export const requireMayWrite = (
  ctx: Context,
  person: { [Field in keyof EmployeeInput]?: EmployeeInput[Field] | undefined },
): void => {
  if (person.privateEmail !== undefined || person.privatePhone !== undefined) requirePermission(ctx, 'people:private')
}

/** The contracts to write for a person (`id`, null for a new one). Throws `Forbidden` for a new rate without `costs:write`. */
export const writableContracts = async (
  ctx: Context,
  tx: Pick<Tx, 'select'>,
  id: string | null,
  wanted: EmployeeInput['contracts'] | undefined,
): Promise<EmployeeInput['contracts'] | undefined> => {
  if (wanted === undefined || ctx.permissions.has('costs:write')) return wanted
  const stored =
    id === null
      ? []
      : await tx
          .select({
            contractId: employeeContracts.contractId,
            validFrom: employeeContracts.validFrom,
            rateMinor: employeeContracts.rateMinor,
          })
          .from(employeeContracts)
          .where(and(eq(employeeContracts.orgId, ctx.orgId), eq(employeeContracts.employeeId, id)))
  const { contracts, refused } = keepRates(wanted, stored)
  if (refused.length > 0) requirePermission(ctx, 'costs:write')
  return contracts
}
