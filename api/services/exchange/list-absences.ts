import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type * as z from 'zod'
import { withOrg } from '../../../drizzle/client.ts'
import { absences, employees } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { absenceQuery } from '../../contract/exchange.ts'
import type { Page } from '../../middleware/envelope.ts'
import { filterBy } from '../shared/filter.ts'
import { afterCursor, cutPage } from '../shared/keyset.ts'
import { ownEmployee } from '../shared/own-employee.ts'
import { ofPeopleWithin } from '../shared/reach.ts'
import { type Absence, absenceColumns, isPersonOfAbsence, toAbsenceWire } from './absence-rows.ts'
import { requireSelfOr } from './internal.ts'

const { id: _id, version: _version, startsAt: start, endsAt: end, ...named } = absenceColumns
/** By what the list is narrowed, in the wire's words. */
const fields = { ...named, start, end }

/** Absences that touch the time between two instants, by their start: one's own, or everybody's for who decides about shifts. */
export const listAbsences = async (ctx: Context, query: z.output<typeof absenceQuery>): Promise<Page<Absence[]>> => {
  const isDecider = ctx.permissions.has('exchange:decide')
  requireSelfOr(ctx, 'exchange:decide')
  const keys = [absences.startsAt, absences.id] as const
  const rows = await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const own = isDecider ? null : (await ownEmployee(ctx, tx)).id
    return tx
      .select(absenceColumns)
      .from(absences)
      .innerJoin(employees, isPersonOfAbsence)
      .where(
        and(
          eq(absences.orgId, ctx.orgId),
          own === null ? ofPeopleWithin(ctx, absences.employeeId) : eq(absences.employeeId, own),
          filterBy(fields, query.filter),
          query.from === undefined ? undefined : gt(absences.endsAt, new Date(query.from)),
          query.to === undefined ? undefined : lt(absences.startsAt, new Date(query.to)),
          afterCursor(keys, query.cursor),
        ),
      )
      .orderBy(...keys.map((key) => asc(key)))
      .limit(query.limit + 1)
  })
  return cutPage(rows, query.limit, toAbsenceWire, (row) => [row.startsAt, row.id])
}
