// The policy that a request is measured by.
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { organisationSettings, timeOffTypes } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../errors.ts'
import { one } from '../shared/one.ts'
import type { Counting } from './count-minutes.ts'

export type TimeOffType = Counting & {
  id: string
  name: string
  hasBalance: boolean
  approvalLevels: number
  noticeDaysMin: number
}

/** The kind of a request, null for leave without one. Throws `Invalid` for one that is unknown, or deleted where it is asked for anew. */
export const loadType = async (
  ctx: Context,
  tx: Pick<Tx, 'select'>,
  typeId: string | null,
  { isNew }: { isNew: boolean },
): Promise<TimeOffType | null> => {
  if (typeId === null) return null
  const [type] = await tx
    .select({
      id: timeOffTypes.id,
      name: timeOffTypes.name,
      unit: timeOffTypes.unit,
      minutesPerDay: timeOffTypes.minutesPerDay,
      weekdays: timeOffTypes.weekdays,
      hasBalance: timeOffTypes.hasBalance,
      approvalLevels: timeOffTypes.approvalLevels,
      noticeDaysMin: timeOffTypes.noticeDaysMin,
    })
    .from(timeOffTypes)
    .where(
      and(
        eq(timeOffTypes.orgId, ctx.orgId),
        eq(timeOffTypes.id, typeId),
        isNew ? isNull(timeOffTypes.deletedAt) : undefined,
      ),
    )
  if (type !== undefined) return type
  throw new Invalid(
    'validation_failed',
    `There is no kind of time off "${typeId}" in this organisation. Choose one from /time-off-types.`,
    { kind: 'kind of time off', id: typeId },
  )
}

/** The zone in which the organisation counts its people's days. */
export const zoneOf = async (ctx: Context, tx: Pick<Tx, 'select'>): Promise<string> =>
  one(
    await tx
      .select({ zone: organisationSettings.zone })
      .from(organisationSettings)
      .where(eq(organisationSettings.orgId, ctx.orgId)),
  ).zone
