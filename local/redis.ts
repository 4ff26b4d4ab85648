import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import RedisMock from 'ioredis-mock'
import { Failure, messageOf } from './failure.ts'

/** The answer to one command: what Redis replied, or what it complained of. */
export type Reply = { result: unknown } | { error: string }

export interface RedisServer {
  /** Runs one command, e.g. `['SET', 'key', 'value']`. Never rejects: a complaint is a reply. */
  run(command: string[]): Promise<Reply>
  /** Runs commands as one transaction. One that cannot be queued makes a single error of the whole. */
  runTogether(commands: string[][]): Promise<Reply[] | { error: string }>
  stop(): Promise<void>
}

/**
 * Redis in this process when `redisUrl` is undefined, else a connection to that server.
 * Errors: Failure when the server does not answer.
 */
export async function startRedis(redisUrl: string | undefined): Promise<RedisServer> {
  return redisUrl === undefined ? embedded() : await remote(redisUrl)
}

async function remote(redisUrl: string): Promise<RedisServer> {
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: (tries) => (tries > 3 ? null : tries * 200) })
  // Without a listener a lost connection would end the process; commands report it themselves.
  redis.on('error', () => undefined)
  try {
    await redis.connect()
  } catch (error) {
    redis.disconnect()
    throw new Failure(
      `The Redis server in REDIS_URL does not answer (${messageOf(error)}): start it, or unset REDIS_URL.`,
    )
  }
  return {
    run: ([name = '', ...args]) => replyOf(() => redis.call(name, ...args)),
    runTogether: (commands) =>
      repliesOf(() => redis.multi(commands.map(([name = '', ...args]) => ['call', name, ...args])).exec()),
    stop: async () => redis.disconnect(),
  }
}

function embedded(): RedisServer {
  // Instances with the same host share their keys; each stack gets keys of its own.
  const redis = new RedisMock({ host: randomUUID() })
  let last: Promise<unknown> = Promise.resolve()
  // The stand-in does several things between two commands of a script, so one command waits for the other.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  const methodOf = (name: string): ((...args: string[]) => Promise<unknown>) => {
    const method: unknown = Reflect.get(redis, name.toLowerCase())
    if (typeof method !== 'function' || !/^[a-z_]+$/i.test(name)) throw new Error(`ERR unknown command '${name}'`)
    return method.bind(redis) as (...args: string[]) => Promise<unknown>
  }
  return {
    run: ([name = '', ...args]) => inTurn(() => replyOf(async () => methodOf(name)(...inCapitals(name, args)))),
    runTogether: (commands) =>
      inTurn(() =>
        repliesOf(async () => {
          for (const [name = ''] of commands) methodOf(name)
          return redis
            .multi(commands.map(([name = '', ...args]) => [name.toLowerCase(), ...inCapitals(name, args)]))
            .exec()
        }),
      ),
    async stop() {
      await inTurn(() => redis.flushall())
      redis.disconnect()
    },
  }
}

async function replyOf(run: () => Promise<unknown>): Promise<Reply> {
  try {
    return { result: wireShape(await run()) }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

async function repliesOf(run: () => Promise<[Error | null, unknown][] | null>): Promise<Reply[] | { error: string }> {
  try {
    const pairs = (await run()) ?? []
    return pairs.map(([error, result]) => (error ? { error: error.message } : { result: wireShape(result) }))
  } catch (error) {
    return { error: messageOf(error) }
  }
}

// Where the option words of a command begin. The stand-in knows them in capitals only and silently ignores `nx`.
const optionsFrom: Record<string, number> = {
  set: 2,
  scan: 1,
  hscan: 2,
  sscan: 2,
  zscan: 2,
  zrange: 3,
  expire: 2,
  pexpire: 2,
}

function inCapitals(name: string, args: string[]): string[] {
  const lower = name.toLowerCase()
  const start = optionsFrom[lower] ?? Number.POSITIVE_INFINITY
  const isOption = (arg: string, index: number) =>
    lower === 'zadd'
      ? index > 0 && args.slice(1, index + 1).every((word) => /^(nx|xx|gt|lt|ch|incr)$/i.test(word))
      : index >= start && !/^match$/i.test(args[index - 1] ?? '') && /^[a-z]+$/i.test(arg)
  return args.map((arg, index) => (isOption(arg, index) ? arg.toUpperCase() : arg))
}

/** ioredis turns hashes into objects; on the wire they are lists of field, value, field, value. */
function wireShape(reply: unknown): unknown {
  if (Buffer.isBuffer(reply)) return reply.toString('utf8')
  if (Array.isArray(reply)) return reply.map(wireShape)
  if (typeof reply === 'object' && reply !== null) return Object.entries(reply).flat()
  if (reply === undefined || reply === false) return null
  return reply === true ? 1 : reply
}
