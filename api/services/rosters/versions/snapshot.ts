// A roster as it stands, as a version keeps it. Pure.
import type * as z from 'zod'
import type { RosterDiff } from '../../../../solver/model/outcome.ts'
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

/** What stands once a change of people is written; whoever comes is not pinned. */
export const afterDiff = ({ shifts, assignments }: Standing, { added, removed }: RosterDiff): Standing => {
  const gone = new Set(removed.map(({ shift, employee }) => `${shift} ${employee}`))
  const kept = assignments.filter(({ shiftId, employeeId }) => !gone.has(`${shiftId} ${employeeId}`))
  const come = added.map(({ shift, employee }) => ({ shiftId: shift, employeeId: employee, pinned: false }))
  return { shifts, assignments: [...kept, ...come] }
}
