import type * as z from 'zod'
import { demandPatterns } from '../../../drizzle/schema/index.ts'
import type { patternCreate, patternSchema } from '../../contract/demand.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { skillIdsOf } from '../shared/skill-ids-of.ts'

/** What is wanted on certain weekdays; rosters that are created later open shifts from it. */
export const patternKind: RecordKind<z.output<typeof patternSchema>, z.output<typeof patternCreate>> = {
  noun: 'demand pattern',
  table: demandPatterns,
  columns: {
    id: demandPatterns.id,
    siteId: demandPatterns.siteId,
    shiftTypeId: demandPatterns.shiftTypeId,
    weekdays: demandPatterns.weekdays,
    validFrom: demandPatterns.validFrom,
    validUntil: demandPatterns.validUntil,
    onHolidays: demandPatterns.onHolidays,
    headsMin: demandPatterns.headsMin,
    headsTarget: demandPatterns.headsTarget,
    headsMax: demandPatterns.headsMax,
    priority: demandPatterns.priority,
    skills: demandPatterns.skills,
    version: demandPatterns.version,
  },
  order: ['validFrom', 'id'],
  sortable: ['validFrom'],
  site: demandPatterns.siteId,
  nameOf: ({ id }) => id,
  read: 'demand:read',
  write: 'demand:write',
  refersTo: ({ siteId, shiftTypeId, skills }) => ({
    sites: siteId === undefined ? [] : [siteId],
    shiftTypes: shiftTypeId === undefined ? [] : [shiftTypeId],
    skills: skillIdsOf(skills),
  }),
}
