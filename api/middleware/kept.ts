// Reads that are kept. The key names the organisation, what the reader may see, the question, and how often what it shows was written
// to: the count comes with the membership, from the very database, so an answer is never older than one's own write.
import type { Context as HonoContext } from 'hono'
import { sha256Hex } from '../../platform/digest.ts'
import type { Context } from '../context.ts'
import type { AppEnv } from './app-env.ts'
import { isPage, Page } from './envelope.ts'

const kinds = {
  dashboard: { ttlSeconds: 300, written: 'everything', hasToday: true },
  rosters: { ttlSeconds: 3600, written: 'rosters', hasToday: false },
  employees: { ttlSeconds: 600, written: 'records', hasToday: false },
  sites: { ttlSeconds: 600, written: 'records', hasToday: false },
  alerts: { ttlSeconds: 1800, written: 'records', hasToday: true },
} as const
/** In every zone days begin at a quarter of an hour: what depends on today is asked anew then. */
const quarterMs = 15 * 60_000
export type KeepKind = keyof typeof kinds

type Kept = { data: unknown; nextCursor?: string | null }

/** What the work answers, from the cache where it was asked for before. Refusals are not kept; files are not for this. */
export const kept = async (c: HonoContext<AppEnv>, kind: KeepKind, work: () => Promise<unknown>): Promise<unknown> => {
  const { ctx } = c.var
  const key = await keyOf(ctx, kind, new URL(c.req.url))
  const { value, source } = await ctx.cache.read<Kept>(key, kinds[kind].ttlSeconds, async () => {
    const result = await work()
    return isPage(result) ? { data: result.items, nextCursor: result.nextCursor } : { data: result }
  })
  ctx.timing.cache = source
  return value.nextCursor === undefined ? value.data : new Page(value.data, value.nextCursor)
}

const keyOf = async (ctx: Context, kind: KeepKind, { pathname, search }: URL): Promise<string> => {
  const { written, hasToday } = kinds[kind]
  const quarter = hasToday ? Math.floor(ctx.clock.now().getTime() / quarterMs) : null
  const question = await sha256Hex(JSON.stringify([readerOf(ctx), pathname, search, quarter]))
  return `kept:${ctx.orgId}:${kind}:${ctx.generations?.[written] ?? 0}:${question}`
}

/** Whoever may see the same shares an answer; who sees more of their own record than of others' has their own. */
const readerOf = ({ permissions, siteIds, departmentIds, user }: Context) => [
  [...permissions].sort(),
  siteIds?.toSorted(),
  departmentIds?.toSorted(),
  permissions.has('people:private') ? null : user.id,
]
