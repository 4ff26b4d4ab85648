// The WebSocket on which tabs hear what happens in their organisation.
import * as z from 'zod'
import { type Context, requirePermission } from '../context.ts'
import { Invalid, Unavailable } from '../errors.ts'
import { Resource } from './resource.ts'

/** A tab that lives longer must come back and show its session again. */
const tabLifeMs = 3600_000

const liveQuery = z.strictObject({
  /** Newest `seq` the tab has seen: what came after it is told, or `reload` where that is no longer known. */
  after: z.coerce.number().int().min(0).optional(),
  /** Browsers cannot set X-Organisation-Id on a WebSocket. */
  organisationId: z.uuid().optional(),
})

/** Hands the upgrade to the organisation's hub, with what the hub must know of the tab. */
const openLive = async (ctx: Context, after: number | undefined, request: Request): Promise<Response> => {
  requirePermission(ctx, 'rosters:read')
  if (request.headers.get('Upgrade')?.toLowerCase() !== 'websocket') {
    throw new Invalid('bad_request', 'This address is a WebSocket: open it with an upgrade request.')
  }
  if (ctx.openLive === null) throw new Unavailable('Live messages are not offered here. Poll instead.')
  const closesAtMs = Math.min(ctx.session.expiresAt.getTime(), ctx.clock.now().getTime() + tabLifeMs)
  const hub = new URL('https://hub/connect')
  if (after !== undefined) hub.searchParams.set('after', String(after))
  for (const permission of ['runs:read', 'people:read', 'costs:read'] as const) {
    if (ctx.permissions.has(permission)) hub.searchParams.append('sees', permission)
  }
  hub.searchParams.set('closesAtMs', String(closesAtMs))
  return ctx.openLive(ctx.orgId, new Request(hub, { headers: request.headers }))
}

export const live = new Resource('Live', '/live').add(
  {
    method: 'get',
    path: '',
    summary: 'WebSocket of the organisation’s live messages',
    query: liveQuery,
    file: ['application/json'],
    status: 101,
  },
  (ctx, { query, request }) => openLive(ctx, query.after, request),
)
