// A roster as it stands, as a version keeps it. Pure.
import type * as z from 'zod'
import type { rosterSnapshot } from '../../../contract/roster-life.ts'
import type { Standing } from '../edits/plan-edit.ts'

export type Snapshot = z.output<typeof rosterSnapshot>

export const toSnapshot = ({ shifts, assignments }: Standing): Snapshot => ({
  shifts: shifts.map(({ startsAt, endsAt, version: _version, skills, tags, ...shift }) => ({
    ...shift,
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    skills: { allOf: [...skills.allOf], anyOf: [...skills.anyOf] },
    tags: [...tags],
  })),
  assignments: assignments.map(({ shiftId, employeeId, pinned }) => ({ shiftId, employeeId, pinned })),
})

export const fromSnapshot = ({ shifts, assignments }: Snapshot): Standing => ({
  shifts: shifts.map(({ start, end, ...shift }) => ({
    ...shift,
    startsAt: new Date(start),
    endsAt: new Date(end),
    version: 1,
  })),
  assignments,
})
