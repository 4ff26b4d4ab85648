// A session that its signed cookie vouched for a moment ago is known: the same cookies need no second look at their signature.
import type { KnownSession } from './create-auth.ts'

type Look = (headers: Headers) => Promise<KnownSession | null>

const sessionsMax = 2000
const cookieCharsMax = 4000

/**
 * `look` with a memory of `seconds` for exactly the same cookies. What the database was asked for brings new cookies and is not kept, so
 * that a session which was ended is looked for in vain at once, wherever its signed copy is not shown.
 */
export const rememberingSessions = (look: Look, seconds: number, nowMs: () => number = Date.now): Look => {
  const known = new Map<string, { session: KnownSession; untilMs: number }>()
  return async (headers) => {
    const cookies = headers.get('Cookie') ?? ''
    const kept = known.get(cookies)
    if (kept && kept.untilMs > nowMs()) return kept.session
    known.delete(cookies)
    const session = await look(headers)
    if (session === null || session.cookies.length > 0 || cookies.length > cookieCharsMax) return session
    const untilMs = Math.min(nowMs() + seconds * 1000, session.session.expiresAt.getTime())
    known.set(cookies, { session, untilMs })
    if (known.size > sessionsMax) known.delete(known.keys().next().value ?? cookies)
    return session
  }
}
