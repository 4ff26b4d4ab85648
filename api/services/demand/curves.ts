import type * as z from 'zod'
import { demandCurves } from '../../../drizzle/schema/index.ts'
import type { curveCreate, curveSchema } from '../../contract/demand.ts'
import { Invalid } from '../../errors.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { skillIdsOf } from '../shared/skill-ids-of.ts'

type Curve = z.output<typeof curveCreate>

/** Throws `Invalid` unless a curve is of a weekday or of a date, and has heads for exactly one day. */
const checkCurve = ({ weekday, day, intervalMinutes, heads }: Curve): void => {
  const isOfWeekday = (weekday ?? null) !== null
  if (isOfWeekday === ((day ?? null) !== null)) {
    throw refusal('weekday', 'A curve is of a weekday or of a date. Name one of the two.')
  }
  const wanted = 1440 / intervalMinutes
  if (heads.length !== wanted) {
    const message = `A day has ${wanted} intervals of ${intervalMinutes} minutes, not ${heads.length}. Give heads for each.`
    throw refusal('heads', message)
  }
}

const refusal = (field: string, message: string): Invalid =>
  new Invalid('validation_failed', message, { fields: [{ in: 'body', field, message }] })

/** Heads over the day; rosters that are created later open the shifts that cover it. */
export const curveKind: RecordKind<z.output<typeof curveSchema>, Curve> = {
  noun: 'demand curve',
  table: demandCurves,
  columns: {
    id: demandCurves.id,
    siteId: demandCurves.siteId,
    name: demandCurves.name,
    weekday: demandCurves.weekday,
    day: demandCurves.day,
    intervalMinutes: demandCurves.intervalMinutes,
    heads: demandCurves.heads,
    skills: demandCurves.skills,
    shiftTypeIds: demandCurves.shiftTypeIds,
    version: demandCurves.version,
  },
  order: ['name', 'id'],
  sortable: ['name'],
  site: demandCurves.siteId,
  nameOf: ({ name }) => name,
  read: 'demand:read',
  write: 'demand:write',
  check: checkCurve,
  refersTo: ({ siteId, shiftTypeIds, skills }) => ({
    sites: siteId === undefined ? [] : [siteId],
    shiftTypes: shiftTypeIds ?? [],
    skills: skillIdsOf(skills),
  }),
}
