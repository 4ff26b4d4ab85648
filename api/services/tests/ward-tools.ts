// What tests do to a ward behind the verbs' back, and look up there.
import { eq } from 'drizzle-orm'
import { type Database, withOrg } from '../../../drizzle/client.ts'
import { assignments, organisationSettings, outbox, rosters, shifts } from '../../../drizzle/schema/index.ts'
import type { ExchangePolicy } from '../../../drizzle/schema/organisation.ts'
import { systemIds } from '../../../platform/ids.ts'
import type { RuleSetting } from '../../../solver/model/problem.ts'
import type { Notice } from '../shared/notify.ts'

type Shift = { id: string; startsAt: Date; endsAt: Date }

const hourMs = 3_600_000

export const wardTools = (db: Database, ids: { orgId: string; siteId: string; rosterId: string }) => {
  const { orgId, siteId, rosterId } = ids
  const setOrganisation = (values: Partial<typeof organisationSettings.$inferInsert>) =>
    withOrg(db, orgId, (tx) => tx.update(organisationSettings).set(values).where(eq(organisationSettings.orgId, orgId)))
  return {
    setPolicy: (exchange: ExchangePolicy) => setOrganisation({ exchange }),
    setRules: (...rules: RuleSetting[]) => setOrganisation({ rules }),
    setRoster: (values: Partial<typeof rosters.$inferInsert>) =>
      withOrg(db, orgId, (tx) => tx.update(rosters).set(values).where(eq(rosters.id, rosterId))),
    /** A shift of eight hours from a local hour of a day in March; wants `heads` people. */
    async addShift(day: number, startHour: number, heads = 1): Promise<Shift> {
      const id = systemIds.next()
      const startsAt = new Date(Date.UTC(2027, 2, day, startHour - 1))
      const endsAt = new Date(startsAt.getTime() + 8 * hourMs)
      const text = `2027-03-${String(day).padStart(2, '0')}`
      const kind = { name: 'Early', day: text, paidMinutes: 480, headsMin: heads }
      await withOrg(db, orgId, (tx) =>
        tx.insert(shifts).values({ orgId, id, rosterId, siteId, startsAt, endsAt, ...kind }),
      )
      return { id, startsAt, endsAt }
    },
    /** Answers the assignment's id. */
    async assign({ id: shiftId, startsAt, endsAt }: Shift, who: { id: string }): Promise<string> {
      const id = systemIds.next()
      await withOrg(db, orgId, (tx) =>
        tx.insert(assignments).values({ orgId, id, rosterId, shiftId, employeeId: who.id, startsAt, endsAt }),
      )
      return id
    },
    /** Who works a shift, by id. */
    async workersOf(shiftId: string): Promise<string[]> {
      const rows = await withOrg(db, orgId, (tx) =>
        tx.select({ id: assignments.employeeId }).from(assignments).where(eq(assignments.shiftId, shiftId)),
      )
      return rows.map(({ id }) => id).sort()
    },
    /** What people are to be told, in the order it was written. */
    async notices(): Promise<Notice[]> {
      const rows = await withOrg(db, orgId, (tx) =>
        tx.select({ payload: outbox.payload }).from(outbox).where(eq(outbox.topic, 'notify')).orderBy(outbox.id),
      )
      return rows.map(({ payload }) => payload as Notice)
    },
  }
}
