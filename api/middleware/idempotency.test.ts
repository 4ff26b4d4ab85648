// What needs a look behind the API: requests that died. The rest is tested over HTTP (tests/http/idempotency.test.ts).
import { eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { withOrg } from '../../drizzle/client.ts'
import { idempotencyKeys } from '../../drizzle/schema/index.ts'
import { testDatabase } from '../../drizzle/tests/test-database.ts'
import type { UserContext } from '../context.ts'
import type { AppEnv } from './app-env.ts'
import { idempotent } from './idempotency.ts'

const database = testDatabase()

const serve = async (work: () => Promise<Response>) => {
  const { userId } = await database.newOrg()
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('user', { db: database.app, user: { id: userId, email: '', name: '' } } as UserContext)
    await next()
  })
  app.post('/things', (c) => idempotent(c, work))
  app.onError((error, c) => c.text(error.message, 500))
  const post = (body = '{}') => app.request('/things', { method: 'POST', body, headers: { 'Idempotency-Key': 'k' } })
  const change = (set: object) =>
    withOrg(database.app, userId, (tx) => tx.update(idempotencyKeys).set(set).where(eq(idempotencyKeys.userId, userId)))
  return { post, change }
}

const counting = () => {
  const state = { calls: 0 }
  return { state, work: async () => Response.json({ call: ++state.calls }, { status: 201 }) }
}
const longAgo = sql`now() - interval '1 hour'`

test('a key whose first request died is taken over by a repeat, once its time is up', async () => {
  const { state, work } = counting()
  const { post, change } = await serve(work)
  await post()
  await change({ status: null, response: null, lockedUntil: longAgo })
  expect(await (await post()).json()).toEqual({ call: 2 })
  expect(await (await post()).json()).toEqual({ call: 2 })
  expect(state.calls).toBe(2)
})

test('another request cannot take over the key of a dead one', async () => {
  const { work } = counting()
  const { post, change } = await serve(work)
  await post()
  await change({ status: null, response: null, lockedUntil: longAgo })
  expect(await (await post('{"other":1}')).text()).toContain('used for another request')
})

test('an expired key is free for anything', async () => {
  const { work } = counting()
  const { post, change } = await serve(work)
  await post()
  await change({ expiresAt: longAgo })
  expect(await (await post('{"other":1}')).json()).toEqual({ call: 2 })
})

test('work that throws, and answers that are failures, leave the key free', async () => {
  let calls = 0
  const { post } = await serve(async () => {
    calls++
    if (calls === 1) throw new Error('fell over')
    return Response.json({ calls }, { status: calls === 2 ? 409 : 201 })
  })
  expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([500, 409, 201])
  expect(await (await post()).json()).toEqual({ calls: 3 })
})
