// A verb's context over a real database, for tests that call verbs directly.
import { beforeAll } from 'vitest'
import type { TestDatabase } from '../../../drizzle/tests/test-database.ts'
import { noCache } from '../../../platform/cache.ts'
import { systemIds } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { permissionsByRole, type Role } from '../../contract/permissions.ts'

const unused = (): Promise<never> => Promise.reject(new Error('This test has no such port.'))

/** The part of a context that a role decides. */
export const inRole = (role: Role) => ({ role, permissions: new Set(permissionsByRole[role]) })

/** A member of an organisation; the clock stands at noon of 1 March 2027. */
export const testContext = (
  database: TestDatabase,
  { orgId, userId }: { orgId: string; userId: string },
  role: Role = 'owner',
): Context => ({
  orgId,
  ...inRole(role),
  siteIds: null,
  departmentIds: null,
  apiKeyId: null,
  tier: 'standard',
  generations: null,
  address: '192.0.2.1',
  user: { id: userId, name: 'Ada', email: 'ada@muster.example' },
  session: { id: userId, expiresAt: new Date('2027-12-31T00:00:00Z'), activeOrganisationId: orgId },
  wantedOrgId: orgId,
  authDb: database.auth,
  memberships: { list: unused, accessOf: unused, found: unused },
  activate: unused,
  requestId: 'test',
  db: database.app,
  clock: { now: () => new Date('2027-03-01T12:00:00Z') },
  ids: systemIds,
  log: { info() {}, warn() {}, error() {} },
  queue: { send: unused },
  live: { publish: async () => undefined },
  redis: null,
  cache: noCache,
  changed: new Set(),
  timing: { dbMs: 0, statements: 0, rulesMs: 0, cache: null },
  mail: null,
  settings: { publicUrl: 'https://muster.example' },
  openLive: null,
  // Whatever goes on after an answer may outlive the test's database.
  waitUntil: (work) => void work.catch(() => undefined),
})

/** The owner of a fresh organisation. */
export const newOwner = async (database: TestDatabase): Promise<Context> =>
  testContext(database, await database.newOrg())

/** The members of a test: an owner, a viewer and an employee of one organisation, and the owner of another. */
export const testMembers = async (database: TestDatabase) => {
  const own = await database.newOrg()
  return {
    owner: testContext(database, own),
    viewer: testContext(database, own, 'viewer'),
    employee: testContext(database, own, 'employee'),
    stranger: await newOwner(database),
  }
}

type Members = Awaited<ReturnType<typeof testMembers>>

/** The same for all tests of the calling file, made once before them; empty until they run. */
export const membersOfFile = (database: TestDatabase): Members => {
  const members = {} as Members
  beforeAll(async () => {
    Object.assign(members, await testMembers(database))
  }, 60_000)
  return members
}

/** What a promise is rejected with; fails when it is not. */
export const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('error' in outcome) return outcome.error
  throw new Error(`Not refused, but answered ${JSON.stringify(outcome.value)}.`)
}

/** What each of several promises under way is rejected with. */
export const failuresOf = (works: readonly Promise<unknown>[]): Promise<unknown[]> => Promise.all(works.map(failureOf))
