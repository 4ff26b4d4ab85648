// A platform without anything behind it, for tests of what happens before a verb is reached.
import { noCache } from '../../platform/cache.ts'
import type { Platform } from '../platform.ts'

const unreachable = new Proxy({} as never, {
  get: (_, name) => {
    throw new Error(`This test does not expect "${String(name)}" to be used.`)
  },
})

/** Nobody is signed in; whatever would leave the process throws. */
export const barePlatform = (given: Partial<Platform> = {}): Platform => {
  let ids = 0
  return {
    settings: { publicUrl: 'https://muster.example' },
    db: unreachable,
    auth: {
      handle: async () => new Response(null, { status: 404 }),
      session: async () => null,
      activate: async () => [],
      memberships: unreachable,
      db: unreachable,
      forgetExpiredSessions: async () => 0,
    },
    redis: null,
    cache: noCache,
    mail: null,
    queue: unreachable,
    live: unreachable,
    openLive: null,
    waitUntil: (work) => void work.catch(() => undefined),
    clientIp: () => '192.0.2.1',
    clock: { now: () => new Date('2027-03-01T08:00:00Z') },
    ids: { next: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}` },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...given,
  }
}
