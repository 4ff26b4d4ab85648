// A small ward with a published roster and people who have logins, for tests of what happens after publishing.
import { eq } from 'drizzle-orm'
import { withOrg } from '../../../../drizzle/client.ts'
import {
  assignments,
  employees,
  organisationSettings,
  rosters,
  shifts,
  sites,
} from '../../../../drizzle/schema/index.ts'
import type { ExchangePolicy } from '../../../../drizzle/schema/organisation.ts'
import type { TestDatabase } from '../../../../drizzle/tests/test-database.ts'
import { systemIds } from '../../../../platform/ids.ts'
import type { Context } from '../../../context.ts'
import { inRole, testContext } from '../../tests/test-context.ts'

const hour = 3_600_000

export type Person = { id: string; ctx: Context }
export type Ward = Awaited<ReturnType<typeof newWard>>

/** Ada and Bo work shifts, Cy and Di work none. The clock stands at noon of 1 March 2027; shifts are from 10 March on. */
export const newWard = async (database: TestDatabase) => {
  const org = await database.newOrg()
  const { orgId } = org
  const next = systemIds.next
  const [siteId, rosterId] = [next(), next()]
  const manager: Context = {
    ...testContext(database, org),
    ...inRole('manager'),
    live: { publish: async () => undefined },
  }
  const person = (name: string, number: string) => {
    const userId = next()
    const ctx: Context = {
      ...manager,
      ...inRole('employee'),
      user: { id: userId, name, email: `${number}@muster.example` },
    }
    return { row: { orgId, id: next(), number, name, userId }, ctx }
  }
  const people = { ada: person('Ada', '1'), bo: person('Bo', '2'), cy: person('Cy', '3'), di: person('Di', '4') }
  await withOrg(database.app, orgId, async (tx) => {
    await tx
      .update(organisationSettings)
      .set({ rules: [{ rule: 'min-rest', params: { minutes: 660 } }] })
      .where(eq(organisationSettings.orgId, orgId))
    await tx.insert(sites).values({ orgId, id: siteId, code: 'main', name: 'Main', zone: 'Europe/Berlin' })
    await tx.insert(employees).values(Object.values(people).map(({ row }) => row))
    await tx.insert(rosters).values({
      orgId,
      id: rosterId,
      name: 'March',
      start: '2027-03-08',
      days: 14,
      zone: 'Europe/Berlin',
      state: 'published',
      publishedAt: new Date('2027-02-20T08:00:00Z'),
    })
  })
  /** A shift of eight hours from a local hour of a day in March; wants `heads` people. */
  const addShift = async (day: number, startHour: number, heads = 1) => {
    const id = next()
    const startsAt = new Date(Date.UTC(2027, 2, day, startHour - 1))
    const endsAt = new Date(startsAt.getTime() + 8 * hour)
    const text = `2027-03-${String(day).padStart(2, '0')}`
    await withOrg(database.app, orgId, (tx) =>
      tx.insert(shifts).values({
        orgId,
        id,
        rosterId,
        siteId,
        name: 'Early',
        day: text,
        startsAt,
        endsAt,
        paidMinutes: 480,
        headsMin: heads,
      }),
    )
    return { id, startsAt, endsAt }
  }
  const assign = async (shift: { id: string; startsAt: Date; endsAt: Date }, who: Person) => {
    const id = next()
    const { startsAt, endsAt } = shift
    await withOrg(database.app, orgId, (tx) =>
      tx.insert(assignments).values({ orgId, id, rosterId, shiftId: shift.id, employeeId: who.id, startsAt, endsAt }),
    )
    return id
  }
  /** Who works a shift, by id. */
  const workersOf = async (shiftId: string) => {
    const rows = await withOrg(database.app, orgId, (tx) =>
      tx.select({ id: assignments.employeeId }).from(assignments).where(eq(assignments.shiftId, shiftId)),
    )
    return rows.map(({ id }) => id).sort()
  }
  const setPolicy = (exchange: ExchangePolicy) =>
    withOrg(database.app, orgId, (tx) =>
      tx.update(organisationSettings).set({ exchange }).where(eq(organisationSettings.orgId, orgId)),
    )
  const of = ({ row, ctx }: ReturnType<typeof person>): Person => ({ id: row.id, ctx })
  return {
    orgId,
    rosterId,
    manager,
    ada: of(people.ada),
    bo: of(people.bo),
    cy: of(people.cy),
    di: of(people.di),
    addShift,
    assign,
    workersOf,
    setPolicy,
  }
}
