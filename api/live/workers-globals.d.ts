// The two globals of the Workers runtime that the hub uses; the full global types would collide with the browser's.
import type { WebSocketRequestResponsePair as AutoResponse, WebSocketPair as Pair } from '@cloudflare/workers-types'

declare global {
  const WebSocketPair: typeof Pair
  const WebSocketRequestResponsePair: typeof AutoResponse
}
