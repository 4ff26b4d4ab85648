// A small ward with a published roster and people who have logins, for tests of what happens after publishing.
import { withOrg } from '../../../drizzle/client.ts'
import { employees, rosters, sites } from '../../../drizzle/schema/index.ts'
import type { TestDatabase } from '../../../drizzle/tests/test-database.ts'
import { systemIds } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { inRole, testContext } from './test-context.ts'
import { wardTools } from './ward-tools.ts'

export type Person = { id: string; ctx: Context }
export type Ward = Awaited<ReturnType<typeof newWard>>

/** Ada and Bo work shifts, Cy and Di work none. The clock stands at noon of 1 March 2027; shifts are from 10 March on. */
export const newWard = async (database: TestDatabase) => {
  const org = await database.newOrg()
  const { orgId } = org
  const [siteId, rosterId] = [systemIds.next(), systemIds.next()]
  const owner = testContext(database, org)
  const manager: Context = { ...owner, ...inRole('manager') }
  const people = {
    ada: person(manager, 'Ada', '1'),
    bo: person(manager, 'Bo', '2'),
    cy: person(manager, 'Cy', '3'),
    di: person(manager, 'Di', '4'),
  }
  await withOrg(database.app, orgId, async (tx) => {
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
  const tools = wardTools(database.app, { orgId, siteId, rosterId })
  await tools.setRules({ rule: 'min-rest', params: { minutes: 660 } })
  const { ada, bo, cy, di } = people
  return { orgId, siteId, rosterId, owner, manager, ada: ada.who, bo: bo.who, cy: cy.who, di: di.who, ...tools }
}

const person = (manager: Context, name: string, number: string) => {
  const [id, userId] = [systemIds.next(), systemIds.next()]
  const user = { id: userId, name, email: `${number}@muster.example` }
  const who: Person = { id, ctx: { ...manager, ...inRole('employee'), user } }
  return { row: { orgId: manager.orgId, id, number, name, userId }, who }
}

/** The same person at a local time of a day of March. */
export const atLocalTime = (ctx: Context, time: string, day = '10'): Context => ({
  ...ctx,
  clock: { now: () => new Date(`2027-03-${day}T${time}:00+01:00`) },
})
