import * as z from 'zod'
import type { MailSettings } from './mail.ts'

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must be a postgres:// address')
const hostAndPort = z.string().regex(/^[\w.-]+:\d+$/, 'must be "host:port"')

const Database = z.object({
  DATABASE_URL: postgresUrl,
  NEON_HTTP_PROXY: hostAndPort.optional(),
  NEON_WS_PROXY: hostAndPort.optional(),
})
const Api = Database.extend({
  AUTH_DATABASE_URL: postgresUrl,
  AUTH_SECRET: z.string().min(32, 'must be a random text of at least 32 characters'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be the address users type, e.g. https://muster.example' }),
  UPSTASH_REDIS_REST_URL: z.url().optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
  LIMIT_SCALE: z.coerce.number().positive().default(1),
  MAIL_URL: z.url().default('https://api.resend.com/emails'),
  MAIL_TOKEN: z.string().min(1).optional(),
  MAIL_FROM: z.string().regex(/@/, 'must hold an e-mail address').optional(),
})

const Solver = Database.extend({ PARTS_AT_ONCE: z.coerce.number().int().min(1).default(1) })

/** How a database is reached: over Neon's own hosts, or over proxies that speak the same protocols. */
interface DatabaseEnv {
  databaseUrl: string
  httpProxy?: string
  wsProxy?: string
}

/** What the API is configured with. */
export interface ApiEnv {
  database: DatabaseEnv
  authDatabase: DatabaseEnv
  authSecret: string
  /** Without a slash at its end. */
  publicUrl: string
  /** Null where no Redis is configured. */
  redis: { url: string; token: string } | null
  /** Multiplies the limits of requests, not those of signing in. */
  limitScale: number
  /** Null unless both MAIL_TOKEN and MAIL_FROM are set. */
  mail: MailSettings | null
}

/** Reads the API's variables. Errors: throws with the name of every variable that is missing or wrong, never its value. */
export function readApiEnv(raw: unknown): ApiEnv {
  const env = read(Api, raw)
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env
  const { MAIL_URL: mailUrl, MAIL_TOKEN: mailToken, MAIL_FROM: from } = env
  return {
    database: database(env, env.DATABASE_URL),
    authDatabase: database(env, env.AUTH_DATABASE_URL),
    authSecret: env.AUTH_SECRET,
    publicUrl: env.PUBLIC_URL.replace(/\/+$/, ''),
    redis: url && token ? { url, token } : null,
    limitScale: env.LIMIT_SCALE,
    mail: mailToken && from ? { url: mailUrl, token: mailToken, from } : null,
  }
}

/** What the solver is configured with. */
interface SolverEnv {
  database: DatabaseEnv
  /** Consumers of the queue that may work on parts of one run at the same time. */
  partsAtOnce: number
}

/** Reads the solver's variables. Errors: as `readApiEnv`. */
export function readSolverEnv(raw: unknown): SolverEnv {
  const env = read(Solver, raw)
  return { database: database(env, env.DATABASE_URL), partsAtOnce: env.PARTS_AT_ONCE }
}

function database(env: z.infer<typeof Database>, databaseUrl: string): DatabaseEnv {
  return {
    databaseUrl,
    ...(env.NEON_HTTP_PROXY && { httpProxy: env.NEON_HTTP_PROXY }),
    ...(env.NEON_WS_PROXY && { wsProxy: env.NEON_WS_PROXY }),
  }
}

function read<T extends z.ZodType>(schema: T, raw: unknown): z.infer<T> {
  const { data, error } = schema.safeParse(raw)
  if (data !== undefined) return data
  const faults = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  throw new Error(`The environment is not complete. ${faults.join('; ')}. Set these as variables or secrets.`)
}
