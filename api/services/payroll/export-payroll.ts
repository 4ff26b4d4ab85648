import { and, asc, eq } from 'drizzle-orm'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, organisationSettings, payPeriods, timesheets } from '../../../drizzle/schema/index.ts'
import { writeCsv } from '../../../solver/formats/csv/write-csv.ts'
import { type Context, requirePermission } from '../../context.ts'
import { ofPeopleWithin } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { isPeriodOfSheet, isPersonOfSheet, lockPeriod, sheetColumns } from './internal.ts'

const columns = ['number', 'name', 'firstDay', 'lastDay', 'workedMinutes', 'plannedMinutes']
const moneyColumns = ['costMinor', 'currency']

/**
 * The approved timesheets of a period as CSV, one line a person; cost only for who may see it. Who took it is written down. Throws
 * `NotFound`.
 */
export const exportPayroll = async (
  ctx: Context,
  payPeriodId: string,
): Promise<{ filename: string; content: string }> => {
  requirePermission(ctx, 'payroll:write')
  return withOrg(ctx.db, ctx.orgId, async (tx) => {
    const period = await lockPeriod(ctx, tx, payPeriodId, 'share')
    const rows = await tx
      .select({ ...sheetColumns, currency: organisationSettings.currency })
      .from(timesheets)
      .innerJoin(employees, isPersonOfSheet)
      .innerJoin(payPeriods, isPeriodOfSheet)
      .innerJoin(organisationSettings, eq(organisationSettings.orgId, timesheets.orgId))
      .where(
        and(
          eq(timesheets.orgId, ctx.orgId),
          eq(timesheets.payPeriodId, payPeriodId),
          eq(timesheets.state, 'approved'),
          ofPeopleWithin(ctx, timesheets.employeeId),
        ),
      )
      .orderBy(asc(employees.number), asc(timesheets.id))
    await writeAudit(ctx, tx, { action: 'export-payroll', entity: 'pay period', entityId: payPeriodId })
    const lines = rows.map(({ employeeNumber, employeeName, ...row }) => ({
      ...row,
      number: employeeNumber,
      name: employeeName,
    }))
    const shown = ctx.permissions.has('costs:read') ? [...columns, ...moneyColumns] : columns
    return {
      filename: `payroll-${period.firstDay}-${period.lastDay}.csv`,
      content: writeCsv(shown, lines),
    }
  })
}
