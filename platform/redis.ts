import { Redis } from '@upstash/redis/cloudflare'

/** Address and token of Upstash's REST interface. */
export interface RedisAddress {
  url: string
  token: string
}

const timeoutMs = 2_000

/**
 * A client that keeps no connection and uses nothing but `fetch`, so that it runs on Workers, Deno and Node alike. It tries
 * twice and gives up after two seconds a command: callers go on without Redis rather than wait for it.
 */
export function connectRedis({ url, token }: RedisAddress): Redis {
  return new Redis({
    url,
    token,
    enableTelemetry: false,
    // What is kept here is text: wrapping it in base64 would be undone in JavaScript at every answer.
    responseEncoding: false,
    retry: { retries: 1, backoff: () => 100 },
    signal: () => AbortSignal.timeout(timeoutMs),
  })
}
