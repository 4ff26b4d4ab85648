import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../drizzle/client.ts'
import { assignments, employees, notificationPreferences, outbox, rosters, shifts } from '../../drizzle/schema/index.ts'
import { oneOfEach } from '../../drizzle/tests/one-of-each.ts'
import { testDatabase } from '../../drizzle/tests/test-database.ts'
import { systemIds } from '../../platform/ids.ts'
import type { MailMessage } from '../../platform/mail.ts'
import { notificationPreferencesSchema } from '../contract/notifications.ts'
import { NotFound } from '../errors.ts'
import { countUnread, listNotifications } from '../services/notifications/list-notifications.ts'
import { getPreferences, putPreferences } from '../services/notifications/preferences.ts'
import { readAllNotifications, readNotification } from '../services/notifications/read-notifications.ts'
import { type Notice, notify } from '../services/shared/notify.ts'
import { failureOf, testContext } from '../services/tests/test-context.ts'
import { barePlatform } from '../tests/bare-platform.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'
import { remind } from './remind.ts'

const database = testDatabase()

let org: { orgId: string; userId: string }
let ids: Awaited<ReturnType<typeof oneOfEach>>
let sent: MailMessage[]
let isAway: boolean
beforeEach(async () => {
  org = await database.newOrg()
  ids = await oneOfEach(database.app, org.orgId)
  await withOrg(database.app, org.orgId, (tx) =>
    tx.update(employees).set({ userId: org.userId }).where(eq(employees.id, ids.employee.id)),
  )
  sent = []
  isAway = false
})

const ctx = () => testContext(database, org, 'employee')
const dispatch = () =>
  dispatchOutbox({
    ...ctx(),
    clock: { now: () => new Date() },
    live: { publish: async () => undefined },
    queue: { send: async () => undefined },
    mail: {
      send: async (message) => {
        if (isAway) throw new Error('away')
        sent.push(message)
        return 'sent'
      },
    },
  })
/** What was written to the outbox is delivered: first the notices, then the e-mails they became. */
const deliver = async () => {
  await dispatch()
  await dispatch()
}
const tell = (notice: Notice) => withOrg(database.app, org.orgId, (tx) => notify(ctx(), tx, notice))
const published = (extra: Partial<Notice> = {}): Notice => ({
  kind: 'roster-published',
  to: { employeeIds: [ids.employee.id] },
  data: { roster: 'March', rosterId: ids.roster.id },
  ...extra,
})
const everything = { limit: 100 } as const

test('a notice reaches the list and the mailbox of a person with a login, and only the mailbox of one without', async () => {
  await withOrg(database.app, org.orgId, (tx) =>
    tx.update(employees).set({ privateEmail: 'bo@home.example' }).where(eq(employees.id, ids.colleague.id)),
  )
  await tell(published({ to: { employeeIds: [ids.employee.id, ids.colleague.id] } }))
  await deliver()
  const { items } = await listNotifications(ctx(), everything)
  expect(items).toMatchObject([{ kind: 'roster-published', title: 'March is published', readAt: null }])
  expect(sent.map(({ to }) => to).sort()).toEqual(['ada@muster.example', 'bo@home.example'])
  expect(sent[0]?.text).toContain(`https://muster.example/rosters/${ids.roster.id}`)
})

test('whoever may do something is found by the permission', async () => {
  await tell(published({ to: { permission: 'time-off:approve' } }))
  await deliver()
  expect(await countUnread(ctx())).toEqual({ unread: 1 })
  await tell(published({ to: { userIds: [systemIds.next()] } }))
  await deliver()
  expect(await countUnread(ctx())).toEqual({ unread: 1 })
})

test('told once under its key, however often it is written', async () => {
  await tell(published({ onceKey: 'a' }))
  await tell(published({ onceKey: 'a' }))
  await deliver()
  expect(await countUnread(ctx())).toEqual({ unread: 1 })
  expect(sent).toHaveLength(1)
})

test('an outage of the mail provider loses nothing, sends nothing twice, and is asked once a round', async () => {
  isAway = true
  await tell(published())
  await tell(published())
  await deliver()
  expect(await countUnread(ctx())).toEqual({ unread: 2 })
  const waiting = () =>
    withOrg(database.app, org.orgId, (tx) =>
      tx
        .select({ attempts: outbox.attempts, sentAt: outbox.sentAt })
        .from(outbox)
        .where(and(eq(outbox.orgId, org.orgId), eq(outbox.topic, 'email'))),
    )
  expect(await waiting()).toEqual([
    { attempts: 1, sentAt: null },
    { attempts: 1, sentAt: null },
  ])
  isAway = false
  await withOrg(database.app, org.orgId, (tx) => tx.update(outbox).set({ availableAt: sql`now() - interval '1 s'` }))
  await deliver()
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2)
})

test('a muted kind and e-mail turned off are not mailed, but listed', async () => {
  await putPreferences(ctx(), { ...(await getPreferences(ctx())), mutedKinds: ['roster-published'] })
  await tell(published())
  await deliver()
  expect(await countUnread(ctx())).toEqual({ unread: 1 })
  expect(sent).toEqual([])
})

test('a digest is one e-mail in the morning with what is still unread', async () => {
  await putPreferences(ctx(), { ...(await getPreferences(ctx())), digest: true })
  for (const roster of ['March', 'April', 'May']) await tell(published({ data: { roster } }))
  await deliver()
  expect(sent).toEqual([])
  const { items } = await listNotifications(ctx(), everything)
  await readNotification(ctx(), items.find(({ title }) => title.startsWith('April'))?.id ?? '')
  await withOrg(database.app, org.orgId, (tx) => tx.update(outbox).set({ availableAt: sql`now() - interval '1 s'` }))
  await deliver()
  expect(sent).toMatchObject([{ subject: '2 messages in Muster' }])
  expect(sent[0]?.text).not.toContain('April')
})

test('messages are the own ones: others read nothing, mark nothing', async () => {
  await tell(published())
  await deliver()
  const [own] = (await listNotifications(ctx(), everything)).items
  const colleague = { ...ctx(), user: { ...ctx().user, id: systemIds.next() } }
  expect((await listNotifications(colleague, everything)).items).toEqual([])
  expect(await failureOf(readNotification(colleague, own?.id ?? ''))).toBeInstanceOf(NotFound)
  const stranger = testContext(database, await database.newOrg())
  expect(await failureOf(readNotification(stranger, own?.id ?? ''))).toBeInstanceOf(NotFound)
  await readAllNotifications(colleague)
  expect(await countUnread(ctx())).toEqual({ unread: 1 })
  await readNotification(ctx(), own?.id ?? '')
  expect(await readNotification(ctx(), own?.id ?? '')).toMatchObject({ readAt: expect.any(String) })
  expect(await countUnread(ctx())).toEqual({ unread: 0 })
})

test('pages of the list go from the newest to the oldest and miss none', async () => {
  for (const roster of ['a', 'b', 'c', 'd', 'e']) await tell(published({ data: { roster } }))
  await deliver()
  const first = await listNotifications(ctx(), { limit: 2 })
  const second = await listNotifications(ctx(), { limit: 2, cursor: first.nextCursor ?? '' })
  const third = await listNotifications(ctx(), { limit: 2, cursor: second.nextCursor ?? '' })
  const titles = [first, second, third].flatMap(({ items }) => items.map(({ title }) => title[0]))
  expect(titles.sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(third.nextCursor).toBeNull()
})

test('preferences are refused where they make no sense', () => {
  const wrong = {
    mutedKinds: [],
    email: true,
    digest: false,
    quietFromHour: 24,
    quietUntilHour: 0,
    remindMinutesBefore: 5,
  }
  expect(notificationPreferencesSchema.safeParse(wrong).error?.issues.map(({ path }) => path.join())).toEqual([
    'quietFromHour',
    'remindMinutesBefore',
  ])
})

test('a reminder comes once, for published rosters, when the person wants it, in the time of the site', async () => {
  const soon = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3_600_000)
  const span = { startsAt: soon, endsAt: new Date(soon.getTime() + 8 * 3_600_000) }
  await withOrg(database.app, org.orgId, (tx) =>
    tx
      .update(shifts)
      .set({ ...span, note: 'Bring the keys' })
      .where(eq(shifts.id, ids.shift.id)),
  )
  const platform = barePlatform({
    db: database.app,
    ids: systemIds,
    clock: { now: () => new Date() },
    live: { publish: async () => undefined },
  })
  const own = async () => (await listNotifications(ctx(), everything)).items
  await remind(platform, 'test')
  expect(await own()).toEqual([])
  await withOrg(database.app, org.orgId, (tx) =>
    tx.update(rosters).set({ state: 'published', publishedAt: new Date() }).where(eq(rosters.id, ids.roster.id)),
  )
  await withOrg(database.app, org.orgId, (tx) =>
    tx.insert(notificationPreferences).values({ orgId: org.orgId, userId: org.userId, remindMinutesBefore: 30 }),
  )
  await remind(platform, 'test')
  expect(await own()).toEqual([])
  await withOrg(database.app, org.orgId, (tx) => tx.update(notificationPreferences).set({ remindMinutesBefore: 90 }))
  await remind(platform, 'test')
  await remind(platform, 'test')
  const [reminder, ...more] = await own()
  expect(more).toEqual([])
  const local = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
  expect(reminder?.title).toContain(`${local.format(span.startsAt)} to ${local.format(span.endsAt)}`)
  expect(reminder?.text).toContain('Bring the keys')
  expect(await withOrg(database.app, org.orgId, (tx) => tx.select().from(assignments))).toHaveLength(1)
})
