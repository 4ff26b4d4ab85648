import type { Tx } from '../../../../drizzle/client.ts'
import { ruleOverrides } from '../../../../drizzle/schema/index.ts'
import type { Breach } from '../../../../solver/model/outcome.ts'
import type { Context } from '../../../context.ts'
import { bulkInsert } from '../../shared/bulk.ts'

/** Keeps why rules that warn were gone against: one row a breach, under its first person and shift. */
export const keepOverrides = (
  ctx: Context,
  tx: Tx,
  rosterId: string,
  warnings: readonly Breach[],
  reason: string,
): Promise<void> =>
  bulkInsert(
    tx,
    ruleOverrides,
    warnings.map((breach) => ({
      orgId: ctx.orgId,
      id: ctx.ids.next(),
      rosterId,
      ruleId: breach.rule,
      employeeId: breach.employees[0] ?? null,
      shiftId: breach.shifts[0] ?? null,
      reason,
      breach,
      createdBy: ctx.user.id,
    })),
  )
