// Versions of a roster as the wire says them.
import type * as z from 'zod'
import { rosterVersions } from '../../../../drizzle/schema/index.ts'
import type { rosterVersionSchema } from '../../../contract/roster-life.ts'

export type VersionWire = z.output<typeof rosterVersionSchema>

/** Everything but the snapshot, which may be large. */
export const versionColumns = {
  id: rosterVersions.id,
  rosterId: rosterVersions.rosterId,
  number: rosterVersions.number,
  cause: rosterVersions.cause,
  note: rosterVersions.note,
  createdBy: rosterVersions.createdBy,
  createdAt: rosterVersions.createdAt,
}

export const toVersionWire = (row: Omit<VersionWire, 'createdAt'> & { createdAt: Date }): VersionWire => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
})
