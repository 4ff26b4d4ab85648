// The real hub behind a door of its own: `?hub=` names the object, everything else goes to it as it came.
import type { DurableObjectNamespace } from '@cloudflare/workers-types'

export { LiveHub } from '../live-hub.ts'

export default {
  fetch(request: Request, { LIVE }: { LIVE: DurableObjectNamespace }) {
    const hub = LIVE.get(LIVE.idFromName(new URL(request.url).searchParams.get('hub') ?? ''))
    return (hub as unknown as { fetch: typeof fetch }).fetch(request)
  },
}
