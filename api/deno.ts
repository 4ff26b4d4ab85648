// The same API on Deno: `deno run --allow-net --allow-env --allow-read api/deno.ts`, with the packages of package.json.
// Besides the API's variables it reads PORT, and RUNS_ACCOUNT_ID, RUNS_QUEUE_ID, RUNS_API_TOKEN: the solver's queue over HTTP.

import { Hono } from 'hono'
import { serveStatic } from 'hono/deno'
import * as z from 'zod'
import { readApiEnv } from '../platform/env.ts'
import { noLive } from '../platform/live.ts'
import { jsonLog } from '../platform/log.ts'
import { httpQueue } from '../platform/queue.ts'
import { createApp } from './app.ts'
import { createPlatform } from './create-platform.ts'
import { sweep } from './jobs/sweep.ts'
import type { AppEnv } from './middleware/app-env.ts'
import { secured } from './middleware/secure-headers.ts'

/** The part of Deno's global that is used here. */
declare const Deno: {
  env: { toObject(): Record<string, string> }
  serve(
    options: { port: number; hostname: string },
    handler: (request: Request, info: { remoteAddr: { hostname?: string } }) => Response | Promise<Response>,
  ): unknown
}

const sweepEveryMs = 60_000

const DenoEnv = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(8787),
  HOST: z.string().default('0.0.0.0'),
  RUNS_ACCOUNT_ID: z.string(),
  RUNS_QUEUE_ID: z.string(),
  RUNS_API_TOKEN: z.string(),
})

const raw = Deno.env.toObject()
const env = DenoEnv.parse(raw)
const log = jsonLog('api')
const addresses = new WeakMap<Request, string>()
const platform = createPlatform(readApiEnv(raw), {
  queue: httpQueue({ accountId: env.RUNS_ACCOUNT_ID, queueId: env.RUNS_QUEUE_ID, apiToken: env.RUNS_API_TOKEN }),
  // There is no hub here: clients poll.
  live: noLive,
  openLive: null,
  // The process lives on, so nothing must be kept alive for an answer's sake; failures are logged where the work is given.
  waitUntil: () => undefined,
  clientIp: (request) => addresses.get(request) ?? null,
  log,
})
const app = createApp(platform)
const page = new Hono<AppEnv>()
  .use(secured(platform.settings.publicUrl.startsWith('https:')))
  .get('*', serveStatic({ root: './web/dist' }))
  .get('*', serveStatic({ path: './web/dist/index.html' }))

setInterval(() => {
  sweep(platform).catch((error: unknown) => log.error('sweep-failed', { error }))
}, sweepEveryMs)
Deno.serve({ port: env.PORT, hostname: env.HOST }, (request, info) => {
  addresses.set(request, info.remoteAddr.hostname ?? 'unknown')
  return (new URL(request.url).pathname.startsWith('/api/') ? app : page).fetch(request)
})
