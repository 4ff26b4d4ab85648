// The API on Cloudflare: the only reader of its bindings.
import { waitUntil } from 'cloudflare:workers'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { readApiEnv } from '../platform/env.ts'
import { hubLive } from '../platform/live.ts'
import { jsonLog } from '../platform/log.ts'
import { boundQueue, type QueueBinding } from '../platform/queue.ts'
import { createApp } from './app.ts'
import { createPlatform } from './create-platform.ts'
import { sweep } from './jobs/sweep.ts'
import type { AppEnv } from './middleware/app-env.ts'
import type { Platform } from './platform.ts'

export { LiveHub } from './live/live-hub.ts'

type Bindings = {
  RUNS: QueueBinding
  LIVE: { idFromName(name: string): unknown; get(id: unknown): { fetch: typeof fetch } }
  ASSETS: { fetch(request: Request): Promise<Response> }
}

const log = jsonLog('api')
let served: { platform: Platform; app: OpenAPIHono<AppEnv> } | null = null

/** Platform and app live as long as the isolate: they hold settings and handles, no connection and no request's state. */
const serve = (env: Bindings) => {
  if (served === null) {
    const platform = createPlatform(readApiEnv(env), {
      queue: boundQueue(env.RUNS),
      live: hubLive(env.LIVE, (orgId, reason) => log.warn('live-lost', { orgId, reason })),
      openLive: async (orgId, request) => reheaded(await env.LIVE.get(env.LIVE.idFromName(orgId)).fetch(request)),
      waitUntil,
      clientIp: (request) => request.headers.get('CF-Connecting-IP') ?? null,
      log,
    })
    served = { platform, app: createApp(platform) }
  }
  return served
}

/** A fetched answer's headers cannot be added to; its socket moves into one whose headers can. */
const reheaded = (response: Response): Response => {
  const { webSocket } = response as Response & { webSocket?: unknown }
  return webSocket
    ? new Response(null, { status: 101, webSocket } as ResponseInit)
    : new Response(response.body, response)
}

export default {
  /** /api is answered here; everything else is the static client. */
  fetch: (request: Request, env: Bindings): Response | Promise<Response> =>
    new URL(request.url).pathname.startsWith('/api/') ? serve(env).app.fetch(request, env) : env.ASSETS.fetch(request),
  /** The sweep, by cron. */
  scheduled: (_controller: unknown, env: Bindings): Promise<void> => sweep(serve(env).platform),
}
