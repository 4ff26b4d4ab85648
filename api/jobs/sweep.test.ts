import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withOrg } from '../../drizzle/client.ts'
import { idempotencyKeys, outbox, rosters, sessions } from '../../drizzle/schema/index.ts'
import { oneOfEach } from '../../drizzle/tests/one-of-each.ts'
import { testDatabase } from '../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { createAuth } from '../auth/create-auth.ts'
import type { RunMessage } from '../context.ts'
import { barePlatform } from '../tests/bare-platform.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'
import { sweep } from './sweep.ts'

const database = testDatabase()

/** A platform on the real database whose queue notes what it is given, and may be out of order. */
const place = () => {
  const sent: RunMessage[] = []
  const queue = {
    isBroken: false,
    send: async (message: RunMessage) => {
      if (queue.isBroken) throw new Error('The queue is away')
      sent.push(message)
    },
  }
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (event: string, fields?: object) => failures.push({ event, ...fields }),
  }
  const failures: object[] = []
  const auth = createAuth({
    db: database.auth,
    publicUrl: 'https://muster.example',
    secret: 'kZ8u2mQ7pR4xW1vB6nT3yH9cF5dG0sLa',
    nextId: uuidV7,
    log,
  })
  return { platform: barePlatform({ db: database.app, auth, queue, log }), queue, sent, failures }
}

const addMessage = async (orgId: string, runId: string) =>
  withOrg(database.app, orgId, (tx) =>
    tx.insert(outbox).values({ orgId, id: uuidV7(), topic: 'run', payload: { orgId, runId } }),
  )
const rowsOf = (orgId: string) => withOrg(database.app, orgId, (tx) => tx.select().from(outbox))
const makeDue = (orgId: string) =>
  withOrg(database.app, orgId, (tx) =>
    tx.update(outbox).set({ availableAt: sql`now() - interval '1 second'` }).where(eq(outbox.orgId, orgId)),
  )

test('a dispatch sends what is due once and marks it', async () => {
  const { orgId } = await database.newOrg()
  const { platform, sent } = place()
  const runId = uuidV7()
  await addMessage(orgId, runId)
  const ctx = { ...platform, orgId, requestId: 'test' }
  expect(await dispatchOutbox(ctx)).toBe(1)
  expect(await dispatchOutbox(ctx)).toBe(0)
  expect(sent).toEqual([{ orgId, runId }])
  expect((await rowsOf(orgId))[0]).toMatchObject({ attempts: 1, sentAt: expect.any(Date) })
})

test('two dispatches at the same moment send nothing twice', async () => {
  const { orgId } = await database.newOrg()
  const { platform, sent } = place()
  for (let n = 0; n < 10; n++) await addMessage(orgId, uuidV7())
  const ctx = { ...platform, orgId, requestId: 'test' }
  await Promise.all([dispatchOutbox(ctx), dispatchOutbox(ctx), dispatchOutbox(ctx)])
  expect(new Set(sent.map(({ runId }) => runId)).size).toBe(10)
  expect(sent).toHaveLength(10)
})

test('what could not be sent waits and is sent by the sweep once the queue is back', async () => {
  const { orgId } = await database.newOrg()
  const { platform, queue, sent } = place()
  const runId = uuidV7()
  await addMessage(orgId, runId)
  queue.isBroken = true
  await dispatchOutbox({ ...platform, orgId, requestId: 'test' })
  const [waiting] = await rowsOf(orgId)
  expect(waiting).toMatchObject({ attempts: 1, sentAt: null })
  expect(waiting?.availableAt.getTime()).toBeGreaterThan(waiting?.createdAt.getTime() ?? 0)
  queue.isBroken = false
  await makeDue(orgId)
  await sweep(platform)
  expect(sent).toContainEqual({ orgId, runId })
  expect((await rowsOf(orgId))[0]?.sentAt).not.toBeNull()
})

test('a run whose lease has ended is sent again, one at work is not', async () => {
  const [stalled, working] = [await database.newOrg(), await database.newOrg()]
  for (const [{ orgId }, lease] of [
    [stalled, '-1 second'],
    [working, '1 minute'],
  ] as const) {
    await oneOfEach(database.app, orgId)
    await withOrg(database.app, orgId, (tx) =>
      tx.execute(sql`update roster_runs set state = 'running', lease_until = now() + ${lease}::interval`),
    )
  }
  const { platform, sent } = place()
  await sweep(platform)
  const again = sent.filter(({ runId }) => runId !== undefined).map(({ orgId }) => orgId)
  expect(again).toContain(stalled.orgId)
  expect(again).not.toContain(working.orgId)
})

test('a part whose Worker died is sent again, its run is not', async () => {
  const { orgId } = await database.newOrg()
  await oneOfEach(database.app, orgId)
  await withOrg(database.app, orgId, async (tx) => {
    await tx.execute(sql`update roster_runs set state = 'running', lease_until = now() - interval '1 second'`)
    await tx.execute(sql`update run_parts set state = 'running', lease_until = now() - interval '1 second'`)
  })
  const { platform, sent } = place()
  await sweep(platform)
  const again = sent.filter((message) => message.orgId === orgId && message.runId !== undefined)
  expect(again).toEqual([{ orgId, runId: expect.any(String), part: 0 }])
})

test('a draft whose time has come is published, one whose time is ahead stays a draft', async () => {
  const { orgId, userId } = await database.newOrg()
  const draft = (name: string, wait: string) => ({
    orgId,
    id: uuidV7(),
    name,
    start: '2027-03-01',
    days: 7,
    zone: 'Europe/Berlin',
    publishAt: sql`now() + ${wait}::interval`,
    publishBy: userId,
  })
  await withOrg(database.app, orgId, (tx) =>
    tx.insert(rosters).values([draft('due', '-1 minute'), draft('ahead', '1 hour')]),
  )
  const { platform } = place()
  await sweep({ ...platform, live: { publish: async () => undefined } })
  const rows = await withOrg(database.app, orgId, (tx) =>
    tx.select({ name: rosters.name, state: rosters.state }).from(rosters).orderBy(rosters.name),
  )
  expect(rows).toEqual([
    { name: 'ahead', state: 'draft' },
    { name: 'due', state: 'published' },
  ])
})

test('time that nobody clocked out of becomes a missed punch once it is overdue, and is told once', async () => {
  const { orgId } = await database.newOrg()
  const { entry, employee } = await oneOfEach(database.app, orgId)
  const { platform: fixed, failures } = place()
  // The database finds what may be overdue by its own clock.
  const platform = { ...fixed, clock: { now: () => new Date() }, live: { publish: async () => undefined } }
  const clockedIn = (hoursAgo: number) =>
    database.owner.query(
      `update time_entries set clocked_in_at = now() - make_interval(hours => $2), starts_at = now() - make_interval(hours => $2),
       updated_at = now() - interval '1 hour', shift_id = null where org_id = $1`,
      [orgId, hoursAgo],
    )
  const stateOf = async () => {
    const { rows } = await database.owner.query('select state, version from time_entries where id = $1', [entry.id])
    return rows[0]
  }
  const told = async () => (await rowsOf(orgId)).filter(({ topic }) => topic === 'notify')
  await clockedIn(11)
  await sweep(platform)
  expect([await stateOf(), await told()]).toEqual([{ state: 'open', version: 1 }, []])
  await clockedIn(40)
  await Promise.all([sweep(platform), sweep(platform)])
  await sweep(platform)
  expect(await stateOf()).toEqual({ state: 'missed-punch', version: 2 })
  expect((await told()).map(({ payload }) => payload)).toMatchObject([{ to: { employeeIds: [employee.id] } }])
  const log = await database.owner.query(
    `select action, actor_id from audit_log where org_id = $1 and entity_id = $2`,
    [orgId, entry.id],
  )
  expect(log.rows).toEqual([{ action: 'miss-punch', actor_id: null }])
  expect(failures).toEqual([])
})

test('expired keys and sessions go, others stay', async () => {
  const { orgId, userId } = await database.newOrg()
  const { platform, failures } = place()
  const key = (name: string, expires: string) => ({
    orgId,
    userId,
    key: name,
    requestHash: 'h',
    lockedUntil: new Date(),
    expiresAt: sql`now() + ${expires}::interval`,
  })
  await withOrg(database.app, orgId, (tx) =>
    tx.insert(idempotencyKeys).values([key('old', '-1 minute'), key('new', '1 hour')]),
  )
  const session = (token: string, expires: string) => ({
    id: uuidV7(),
    token,
    userId,
    expiresAt: sql`now() + ${expires}::interval`,
  })
  await database.auth.http
    .insert(sessions)
    .values([session(`${userId}-old`, '-1 minute'), session(`${userId}-new`, '1 hour')])
  await sweep(platform)
  expect(failures).toEqual([])
  const keys = await withOrg(database.app, orgId, (tx) => tx.select({ key: idempotencyKeys.key }).from(idempotencyKeys))
  expect(keys).toEqual([{ key: 'new' }])
  const left = await database.auth.http
    .select({ token: sessions.token })
    .from(sessions)
    .where(eq(sessions.userId, userId))
  expect(left).toEqual([{ token: `${userId}-new` }])
})

test('one part that fails does not keep the others from their work', async () => {
  const { orgId } = await database.newOrg()
  const { platform, sent, failures } = place()
  const runId = uuidV7()
  await addMessage(orgId, runId)
  const auth = { ...platform.auth, forgetExpiredSessions: () => Promise.reject(new Error('away')) }
  await sweep({ ...platform, auth })
  expect(sent).toContainEqual({ orgId, runId })
  expect(failures).toMatchObject([{ event: 'sweep-failed', part: 'sessions' }])
})

test("the log's months are made ahead", async () => {
  const ahead = `select 'audit_log_' || to_char(now() at time zone 'UTC' + interval '11 months', 'YYYY_MM') as name`
  const { rows } = await database.owner.query(ahead)
  const { name } = rows[0] as { name: string }
  await database.owner.query(`drop table ${name}`)
  await sweep(place().platform)
  const made = await database.owner.query('select to_regclass($1) is not null as there', [`public.${name}`])
  expect(made.rows).toEqual([{ there: true }])
})
