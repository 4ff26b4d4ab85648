import { sql } from 'drizzle-orm'
import type * as z from 'zod'
import { timeOffTypes } from '../../../drizzle/schema/index.ts'
import type { timeOffTypeCreate, timeOffTypeSchema } from '../../contract/time-off.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { countEach } from '../shared/count-each.ts'

/** Kinds of leave: everybody reads what they may ask for. A changed policy holds for what is asked for from then on. */
export const timeOffTypeKind: RecordKind<z.output<typeof timeOffTypeSchema>, z.output<typeof timeOffTypeCreate>> = {
  noun: 'kind of time off',
  table: timeOffTypes,
  columns: {
    id: timeOffTypes.id,
    code: timeOffTypes.code,
    name: timeOffTypes.name,
    unit: timeOffTypes.unit,
    minutesPerDay: timeOffTypes.minutesPerDay,
    weekdays: timeOffTypes.weekdays,
    isPaid: timeOffTypes.isPaid,
    hasBalance: timeOffTypes.hasBalance,
    mayGoBelowZero: timeOffTypes.mayGoBelowZero,
    accrualMinutesPerMonth: timeOffTypes.accrualMinutesPerMonth,
    carryOverMinutesMax: timeOffTypes.carryOverMinutesMax,
    approvalLevels: timeOffTypes.approvalLevels,
    noticeDaysMin: timeOffTypes.noticeDaysMin,
    version: timeOffTypes.version,
  },
  order: ['name', 'id'],
  nameOf: ({ name }) => name,
  read: 'organisation:read',
  write: 'rules:write',
  uses: (tx, orgId, id) =>
    countEach(tx, {
      'waiting request': sql`select from time_off_requests
        where org_id = ${orgId} and type_id = ${id} and state = 'pending' and deleted_at is null`,
    }),
}
