// What middleware leaves for handlers, by name.
import type { Context, RequestContext, UserContext } from '../context.ts'
import type { Platform } from '../platform.ts'

export type AppEnv = {
  Variables: {
    platform: Platform
    requestId: string
    /** Monotonic milliseconds at arrival, for the envelope's duration. */
    startedMs: number
    request: RequestContext
    user: UserContext
    ctx: Context
  }
}
