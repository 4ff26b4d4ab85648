// Body size: refused by its declared length before a byte is kept, and while reading where no length is declared.
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { PayloadTooLarge } from '../errors.ts'
import type { AppEnv } from './app-env.ts'

const megabyte = 1024 * 1024
const defaultBytesMax = megabyte
/** Eight CSV files may travel in one import, a thousand records in one bulk request. */
const manyBytesMax = 5 * megabyte
/** Most clients cannot hear an answer while they still send: up to so much is taken in and thrown away for their sake. */
const drainBytesMax = 16 * megabyte

const limited = (bytesMax: number): MiddlewareHandler<AppEnv> =>
  bodyLimit({
    maxSize: bytesMax,
    onError: async (c) => {
      if (Number(c.req.header('Content-Length')) <= drainBytesMax) await drain(c.req.raw.body)
      throw new PayloadTooLarge(bytesMax)
    },
  })

const drain = async (body: ReadableStream<Uint8Array> | null): Promise<void> => {
  const reader = body?.getReader()
  while (reader && !(await reader.read()).done);
}

const limitDefault = limited(defaultBytesMax)
const limitMany = limited(manyBytesMax)

/** 1 MB everywhere, 5 MB for imports and bulk requests. */
export const limitBody: MiddlewareHandler<AppEnv> = (c, next) =>
  /^\/api\/v1\/(imports|[a-z-]+\/bulk$)/.test(c.req.path) ? limitMany(c, next) : limitDefault(c, next)
