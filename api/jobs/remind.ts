// Reminders before a shift, at the time each person asked for, told in the time of the place of work.
import { and, eq, inArray } from 'drizzle-orm'
import { dueReminders } from '../../drizzle/across-orgs.ts'
import { withOrg } from '../../drizzle/client.ts'
import { assignments, rosters, shifts, sites } from '../../drizzle/schema/index.ts'
import type { Platform } from '../platform.ts'
import { isRosterOfAssignment, isShiftOfAssignment, isSiteOfShift } from '../services/shared/joins.ts'
import { spanInWords } from '../services/shared/local-words.ts'
import { notify } from '../services/shared/notify.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'

const rowsMax = 500

/** Writes a reminder for every assignment that is due one, and sends them. Safe to repeat: each is told once. */
export const remind = async (platform: Platform, requestId: string): Promise<number> => {
  const due = await dueReminders(platform.db, rowsMax)
  const byOrg = Map.groupBy(due, ({ orgId }) => orgId)
  for (const [orgId, refs] of byOrg) {
    await writeReminders(
      platform,
      orgId,
      refs.map(({ id }) => id),
    )
    await dispatchOutbox({ ...platform, orgId, requestId })
  }
  return due.length
}

const writeReminders = (platform: Platform, orgId: string, ids: readonly string[]) =>
  withOrg(platform.db, orgId, async (tx) => {
    const rows = await tx
      .select({
        id: assignments.id,
        employeeId: assignments.employeeId,
        startsAt: assignments.startsAt,
        endsAt: assignments.endsAt,
        rosterId: assignments.rosterId,
        roster: rosters.name,
        shift: shifts.name,
        note: shifts.note,
        site: sites.name,
        zone: sites.zone,
      })
      .from(assignments)
      .innerJoin(shifts, isShiftOfAssignment)
      .innerJoin(sites, isSiteOfShift)
      .innerJoin(rosters, isRosterOfAssignment)
      .where(and(eq(assignments.orgId, orgId), inArray(assignments.id, [...ids])))
    const notices = rows.map(({ id, employeeId, startsAt, endsAt, rosterId, roster, shift, site, zone, note }) => ({
      kind: 'reminder' as const,
      to: { employeeIds: [employeeId] },
      data: {
        shift,
        site,
        roster,
        rosterId,
        when: spanInWords(startsAt, endsAt, zone),
        ...(note !== null && { note }),
      },
      // A shift that moves is told anew; the function `due_reminders` asks for the same key.
      onceKey: `reminder:${id}:${Math.floor(startsAt.getTime() / 1000)}`,
    }))
    await notify({ orgId, ids: platform.ids }, tx, ...notices)
  })
