import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { Ratelimit } from '@upstash/ratelimit'
import { Redis } from '@upstash/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMachinePrograms } from '../tests/machine.ts'
import { freePort } from './free-port.ts'
import { type RedisServer, startRedis } from './redis.ts'
import { startUpstashGateway, type UpstashGateway } from './upstash-gateway.ts'

const token = 'a token nobody else has'
const { redis: redisServer } = findMachinePrograms()
if (process.env.CI && !redisServer) throw new Error('With CI set, redis-server must be installed.')
const kinds = redisServer ? (['embedded', 'real'] as const) : (['embedded'] as const)

/** A server that was just started may not listen yet. */
async function untilStarted(redisUrl: string | undefined): Promise<RedisServer> {
  for (let tries = 1; ; tries++) {
    try {
      return await startRedis(redisUrl)
    } catch (error) {
      if (tries === 100) throw error
      await delay(50)
    }
  }
}

describe.each(kinds)('%s redis', (kind) => {
  let process: ChildProcess | undefined
  let server: RedisServer
  let gateway: UpstashGateway
  let redis: Redis

  beforeAll(async () => {
    const port = await freePort()
    if (kind === 'real' && redisServer) {
      process = spawn(redisServer, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'])
    }
    server = await untilStarted(kind === 'real' ? `redis://127.0.0.1:${port}` : undefined)
    gateway = await startUpstashGateway(server, token, () => {})
    redis = new Redis({ url: `http://127.0.0.1:${gateway.port}`, token, enableTelemetry: false })
  })
  afterAll(async () => {
    await gateway.stop()
    await server.stop()
    process?.kill('SIGKILL')
  })

  test('values, numbers, objects, umlauts and absence come back as they were', async () => {
    expect(await redis.set('text', 'Grüße')).toBe('OK')
    expect(await redis.get('text')).toBe('Grüße')
    expect(await redis.set('object', { a: [1, null] }, { ex: 60 })).toBe('OK')
    expect(await redis.get('object')).toEqual({ a: [1, null] })
    expect(await redis.ttl('object')).toBeGreaterThan(0)
    expect(await redis.incrby('count', 3)).toBe(3)
    expect(await redis.get('missing')).toBeNull()
    expect(await redis.set('text', 'again', { nx: true })).toBeNull()
    expect(await redis.mget('text', 'missing')).toEqual(['Grüße', null])
    await redis.hset('hash', { field: 'value', n: 2 })
    expect(await redis.hgetall('hash')).toEqual({ field: 'value', n: 2 })
    expect(await redis.hgetall('no-hash')).toBeNull()
    expect((await redis.scan(0, { match: 'has*', count: 100 }))[1]).toEqual(['hash'])
    await redis.zadd('sorted', { score: 1, member: 'one' }, { score: 2, member: 'two' })
    expect(await redis.zrange('sorted', 0, -1)).toEqual(['one', 'two'])
    expect(await redis.ping()).toBe('PONG')
  })

  test('a pipeline answers each command by itself, a transaction all together', async () => {
    const [set, wrong, get] = await redis
      .pipeline()
      .set('p', 'x')
      .eval('return redis.call("nonsense")', [], [])
      .get('p')
      .exec<[string, unknown, string]>({ keepErrors: true })
    expect(set.result).toBe('OK')
    expect(wrong.error).toBeTruthy()
    expect(get.result).toBe('x')
    expect(await redis.multi().set('m', 1).incr('m').get('m').exec()).toEqual(['OK', 2, 2])
  })

  test('a compare-and-delete script runs, by text and by hash', async () => {
    const script = redis.createScript<number>(
      'if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0',
    )
    await redis.set('lock', 'mine')
    expect(await script.exec(['lock'], ['other'])).toBe(0)
    expect(await script.exec(['lock'], ['mine'])).toBe(1)
  })

  test('the sliding window of @upstash/ratelimit lets through what it should and no more', async () => {
    const limit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(3, '1 h'), ephemeralCache: false })
    const answers = await Promise.all(Array.from({ length: 5 }, () => limit.limit('person')))
    expect(answers.filter((answer) => answer.success)).toHaveLength(3)
    expect((await limit.limit('another')).success).toBe(true)
  })

  test('a wrong token is refused, an unknown command answered as an error', async () => {
    const stranger = new Redis({ url: `http://127.0.0.1:${gateway.port}`, token: 'guess', enableTelemetry: false })
    await expect(stranger.get('text')).rejects.toThrow(/Unauthorized/)
    const answer = await fetch(`http://127.0.0.1:${gateway.port}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: '["NONSENSE"]',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/unknown command/i) })
  })
})

test('a Redis that is not there is one sentence', async () => {
  const port = await freePort()
  await expect(startRedis(`redis://127.0.0.1:${port}`)).rejects.toThrow(/REDIS_URL does not answer/)
})
