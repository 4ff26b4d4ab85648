import type * as z from 'zod'
import { budgets } from '../../../drizzle/schema/index.ts'
import type { budgetCreate, budgetSchema } from '../../contract/payroll.ts'
import { Invalid } from '../../errors.ts'
import type { RecordKind } from '../records/record-kind.ts'

/** Budgets of one site never overlap: the database sees to it. */
export const budgetKind: RecordKind<z.output<typeof budgetSchema>, z.output<typeof budgetCreate>> = {
  noun: 'budget',
  table: budgets,
  columns: {
    id: budgets.id,
    name: budgets.name,
    siteId: budgets.siteId,
    firstDay: budgets.firstDay,
    lastDay: budgets.lastDay,
    amountMinor: budgets.amountMinor,
    version: budgets.version,
  },
  order: ['firstDay', 'id'],
  sortable: ['firstDay'],
  site: budgets.siteId,
  nameOf: ({ name }) => name,
  read: 'costs:read',
  write: 'costs:write',
  refersTo: ({ siteId }) => ({ sites: siteId ? [siteId] : [] }),
  check: ({ firstDay, lastDay }) => {
    if (lastDay < firstDay) {
      throw new Invalid('validation_failed', `The budget ends on ${lastDay}, before it begins on ${firstDay}.`)
    }
  },
}
