// The envelope around every JSON answer.
import type { Context as HonoContext } from 'hono'
import type { Meta } from '../contract/envelope.ts'
import type { DomainError } from '../errors.ts'
import type { AppEnv } from './app-env.ts'

/** One page of a list: `nextCursor` is null on the last. */
export class Page<T> {
  readonly items: T
  readonly nextCursor: string | null

  constructor(items: T, nextCursor: string | null) {
    this.items = items
    this.nextCursor = nextCursor
  }
}

/** Lists answer a page: the items and the cursor of the next page, or null. */
export const page = <T>(items: T, nextCursor: string | null): Page<T> => new Page(items, nextCursor)

export const isPage = (value: unknown): value is Page<unknown> => value instanceof Page

const metaOf = (c: HonoContext<AppEnv>, extra: Partial<Meta> = {}): Meta => ({
  requestId: c.var.requestId,
  timestamp: new Date().toISOString(),
  durationMs: Math.max(0, Math.round((performance.now() - c.var.startedMs) * 10) / 10),
  ...extra,
})

/** `{success: true, data, meta}`. */
export const envelope = (c: HonoContext<AppEnv>, data: unknown, extra?: Partial<Meta>) => ({
  success: true as const,
  data,
  meta: metaOf(c, extra),
})

/** `{success: false, error, meta}`. */
export const failureBody = (c: HonoContext<AppEnv>, error: DomainError) => ({
  success: false as const,
  error: {
    code: error.code,
    message: error.message,
    ...(error.details === undefined ? {} : { details: error.details }),
  },
  meta: metaOf(c),
})

/** A failure as an answer, with the error's status and headers. */
export const failure = (c: HonoContext<AppEnv>, error: DomainError): Response =>
  c.json(failureBody(c, error), error.status, { ...error.headers })
