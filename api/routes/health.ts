// Is Muster up, and does it reach what it leans on.
import { sql } from 'drizzle-orm'
import * as z from 'zod'
import type { RequestContext } from '../context.ts'
import { Unavailable } from '../errors.ts'
import { Resource } from './resource.ts'

const healthSchema = z.object({
  status: z.literal('ok'),
  database: z.literal('ok'),
  /** `off` where none is configured; limits are then kept per process. */
  redis: z.enum(['ok', 'away', 'off']),
})

/** Throws `Unavailable` when the database does not answer; without Redis Muster goes on. */
const getHealth = async (ctx: RequestContext): Promise<z.output<typeof healthSchema>> => {
  const redisAnswer = ctx.redis === null ? Promise.resolve('off' as const) : pingRedis(ctx.redis)
  try {
    await ctx.db.http.execute(sql`select 1`)
  } catch (error) {
    ctx.log.error('database-away', { reason: error instanceof Error ? error.message : String(error) })
    throw new Unavailable('The database does not answer.')
  }
  return { status: 'ok', database: 'ok', redis: await redisAnswer }
}

const pingRedis = async (redis: NonNullable<RequestContext['redis']>): Promise<'ok' | 'away'> =>
  redis.ping().then(
    () => 'ok',
    () => 'away',
  )

export const health = new Resource('Health', '').add(
  { method: 'get', path: '/health', summary: 'Is Muster up', audience: 'public', data: healthSchema },
  (ctx) => getHealth(ctx),
)
