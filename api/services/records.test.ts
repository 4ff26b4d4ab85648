// What holds for every resource of people, places and demand alike; what is special to one stands beside its verbs.
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { withOrg } from '../../drizzle/client.ts'
import { auditLog } from '../../drizzle/schema/index.ts'
import { startTestDatabase, type TestDatabase } from '../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../platform/ids.ts'
import type { Context } from '../context.ts'
import {
  availabilityCreate,
  availabilitySchema,
  contractCreate,
  contractSchema,
  demandCreate,
  demandSchema,
  employeeCreate,
  employeeSchema,
  shiftTypeCreate,
  shiftTypeSchema,
  siteCreate,
  siteSchema,
  skillCreate,
  skillSchema,
  timeOffCreate,
  timeOffSchema,
} from '../contract/workforce.ts'
import { Forbidden, NotFound, VersionConflict } from '../errors.ts'
import { asDomainError } from '../middleware/database-failure.ts'
import type { Page } from '../middleware/envelope.ts'
import { createAvailability } from './availability/create-availability.ts'
import { deleteAvailability } from './availability/delete-availability.ts'
import { getAvailability } from './availability/get-availability.ts'
import { listAvailability } from './availability/list-availability.ts'
import { updateAvailability } from './availability/update-availability.ts'
import { createContract } from './contracts/create-contract.ts'
import { deleteContract } from './contracts/delete-contract.ts'
import { getContract } from './contracts/get-contract.ts'
import { listContracts } from './contracts/list-contracts.ts'
import { updateContract } from './contracts/update-contract.ts'
import { createDemand } from './demand/create-demand.ts'
import { deleteDemand } from './demand/delete-demand.ts'
import { getDemand } from './demand/get-demand.ts'
import { listDemand } from './demand/list-demand.ts'
import { updateDemand } from './demand/update-demand.ts'
import { createEmployee } from './employees/create-employee.ts'
import { deleteEmployee } from './employees/delete-employee.ts'
import { getEmployee } from './employees/get-employee.ts'
import { listEmployees } from './employees/list-employees.ts'
import { updateEmployee } from './employees/update-employee.ts'
import { createShiftType } from './shift-types/create-shift-type.ts'
import { deleteShiftType } from './shift-types/delete-shift-type.ts'
import { getShiftType } from './shift-types/get-shift-type.ts'
import { listShiftTypes } from './shift-types/list-shift-types.ts'
import { updateShiftType } from './shift-types/update-shift-type.ts'
import { createSite } from './sites/create-site.ts'
import { deleteSite } from './sites/delete-site.ts'
import { getSite } from './sites/get-site.ts'
import { listSites } from './sites/list-sites.ts'
import { updateSite } from './sites/update-site.ts'
import { createSkill } from './skills/create-skill.ts'
import { deleteSkill } from './skills/delete-skill.ts'
import { getSkill } from './skills/get-skill.ts'
import { listSkills } from './skills/list-skills.ts'
import { updateSkill } from './skills/update-skill.ts'
import { failureOf, testMembers } from './tests/test-context.ts'
import { createTimeOff } from './time-off/create-time-off.ts'
import { deleteTimeOff } from './time-off/delete-time-off.ts'
import { getTimeOff } from './time-off/get-time-off.ts'
import { listTimeOff } from './time-off/list-time-off.ts'
import { updateTimeOff } from './time-off/update-time-off.ts'

type Stored = { id: string; version: number }
type Ids = { employeeId: string; siteId: string; shiftTypeId: string }
type Verbs = {
  create(ctx: Context, ids: Ids): Promise<Stored>
  get(ctx: Context, id: string): Promise<Stored>
  list(ctx: Context, query: { limit: number; cursor?: string }): Promise<Page<Stored[]>>
  /** Changes one field; `changed` is what it becomes. */
  update(ctx: Context, id: string, version: number): Promise<Stored>
  remove(ctx: Context, id: string): Promise<void>
  changed: Record<string, unknown>
  schema: z.ZodType
  mayEmployeesRead?: boolean
}

let serial = 0
const span = { start: '2027-03-02T08:00:00.000Z', end: '2027-03-02T16:00:00.000Z' }
const coded = () => ({ code: `c${++serial}`, name: `N${String(serial).padStart(4, '0')}` })
const shiftType = () => ({ ...coded(), startTime: '06:00', durationMinutes: 480 })
const renamed = { name: 'Renamed' }

const resources: Record<string, Verbs> = {
  skills: {
    create: (ctx) => createSkill(ctx, skillCreate.parse(coded())),
    get: getSkill,
    list: listSkills,
    update: (ctx, id, version) => updateSkill(ctx, { id, version, change: renamed }),
    remove: deleteSkill,
    changed: renamed,
    schema: skillSchema,
  },
  contracts: {
    create: (ctx) =>
      createContract(
        ctx,
        contractCreate.parse({ ...coded(), rules: [{ rule: 'min-rest', params: { minutes: 660 } }] }),
      ),
    get: getContract,
    list: listContracts,
    update: (ctx, id, version) => updateContract(ctx, { id, version, change: renamed }),
    remove: deleteContract,
    changed: { ...renamed, rules: [{ rule: 'min-rest', params: { minutes: 660 } }] },
    schema: contractSchema,
  },
  sites: {
    create: (ctx) => createSite(ctx, siteCreate.parse({ ...coded(), zone: 'Europe/Berlin', latitude: 52.5 })),
    get: getSite,
    list: listSites,
    update: (ctx, id, version) => updateSite(ctx, { id, version, change: renamed }),
    remove: deleteSite,
    changed: { ...renamed, latitude: 52.5, longitude: null },
    schema: siteSchema,
    mayEmployeesRead: true,
  },
  'shift-types': {
    create: (ctx) => createShiftType(ctx, shiftTypeCreate.parse({ ...shiftType(), tags: ['early'] })),
    get: getShiftType,
    list: listShiftTypes,
    update: (ctx, id, version) => updateShiftType(ctx, { id, version, change: renamed }),
    remove: deleteShiftType,
    changed: { ...renamed, tags: ['early'] },
    schema: shiftTypeSchema,
    mayEmployeesRead: true,
  },
  employees: {
    create: (ctx) => createEmployee(ctx, employeeCreate.parse({ number: `${++serial}`, name: `N${serial}` })),
    get: getEmployee,
    list: listEmployees,
    update: (ctx, id, version) => updateEmployee(ctx, { id, version, change: renamed }),
    remove: deleteEmployee,
    changed: renamed,
    schema: employeeSchema,
  },
  'time-off': {
    create: (ctx, { employeeId }) => createTimeOff(ctx, timeOffCreate.parse({ employeeId, ...span })),
    get: getTimeOff,
    list: listTimeOff,
    update: (ctx, id, version) => updateTimeOff(ctx, { id, version, change: { state: 'rejected' } }),
    remove: deleteTimeOff,
    changed: { state: 'rejected', ...span },
    schema: timeOffSchema,
  },
  availability: {
    create: (ctx, { employeeId, shiftTypeId }) =>
      createAvailability(ctx, availabilityCreate.parse({ employeeId, shiftTypeId, kind: 'request-on', ...span })),
    get: getAvailability,
    list: listAvailability,
    update: (ctx, id, version) =>
      updateAvailability(ctx, { id, version, change: { weight: 5, start: '2027-03-02T09:00:00+01:00' } }),
    remove: deleteAvailability,
    changed: { kind: 'request-on', weight: 5, start: '2027-03-02T08:00:00.000Z', end: span.end },
    schema: availabilitySchema,
  },
  demand: {
    create: (ctx, ids) => {
      const day = new Date(Date.UTC(2027, 2, 1) + ++serial * 86_400_000).toISOString().slice(0, 10)
      const { siteId, shiftTypeId } = ids
      return createDemand(ctx, demandCreate.parse({ siteId, shiftTypeId, day, headsMin: 2, headsTarget: 3 }))
    },
    get: getDemand,
    list: listDemand,
    update: (ctx, id, version) => updateDemand(ctx, { id, version, change: { headsMax: 4 } }),
    remove: deleteDemand,
    changed: { headsMin: 2, headsTarget: 3, headsMax: 4 },
    schema: demandSchema,
  },
}

let database: TestDatabase
let members: Awaited<ReturnType<typeof testMembers>>
let ids: Ids
beforeAll(async () => {
  database = await startTestDatabase()
  members = await testMembers(database)
  const { owner } = members
  const employee = await createEmployee(owner, employeeCreate.parse({ number: 'E', name: 'Ada' }))
  const site = await createSite(owner, siteCreate.parse({ ...coded(), zone: 'Europe/Berlin' }))
  const type = await createShiftType(owner, shiftTypeCreate.parse(shiftType()))
  ids = { employeeId: employee.id, siteId: site.id, shiftTypeId: type.id }
}, 60_000)
afterAll(() => database.stop(), 30_000)

describe.each(Object.entries(resources))('%s', (_name, verbs) => {
  test('what was created is read, changed, listed and deleted', async () => {
    const { owner } = members
    const created = await verbs.create(owner, ids)
    expect(verbs.schema.parse(created)).toEqual(created)
    expect(created.version).toBe(1)
    expect(await verbs.get(owner, created.id)).toEqual(created)
    const updated = await verbs.update(owner, created.id, 1)
    expect(updated).toMatchObject({ ...verbs.changed, id: created.id, version: 2 })
    expect(await verbs.get(owner, created.id)).toEqual(updated)
    expect((await verbs.list(owner, { limit: 500 })).items).toContainEqual(updated)
    await verbs.remove(owner, created.id)
    expect(await failureOf(verbs.get(owner, created.id))).toBeInstanceOf(NotFound)
    expect((await verbs.list(owner, { limit: 500 })).items).not.toContainEqual(updated)
  })

  test('a stale version changes nothing and tells both versions', async () => {
    const { owner } = members
    const { id } = await verbs.create(owner, ids)
    const updated = await verbs.update(owner, id, 1)
    const error = await failureOf(verbs.update(owner, id, 1))
    expect(error).toBeInstanceOf(VersionConflict)
    expect(error).toMatchObject({ code: 'version_conflict', details: { expected: 1, actual: 2 } })
    expect(await verbs.get(owner, id)).toEqual(updated)
  })

  test("another tenant's id looks exactly like a missing one", async () => {
    const { owner, stranger } = members
    const { id } = await verbs.create(owner, ids)
    const missing = uuidV7()
    for (const act of [verbs.get, (ctx: Context, at: string) => verbs.update(ctx, at, 1), verbs.remove]) {
      const [foreign, unknown] = [await failureOf(act(stranger, id)), await failureOf(act(stranger, missing))]
      expect(foreign).toBeInstanceOf(NotFound)
      expect(String(foreign)).toBe(String(unknown).replaceAll(missing, id))
    }
    expect((await verbs.list(stranger, { limit: 500 })).items).toEqual([])
    expect((await verbs.get(owner, id)).version).toBe(1)
  })

  test('a viewer reads and is refused every write', async () => {
    const { owner, viewer } = members
    const created = await verbs.create(owner, ids)
    expect(await verbs.get(viewer, created.id)).toEqual(created)
    const writes = [verbs.create(viewer, ids), verbs.update(viewer, created.id, 1), verbs.remove(viewer, created.id)]
    for (const write of writes) expect(await failureOf(write)).toBeInstanceOf(Forbidden)
    expect(await verbs.get(owner, created.id)).toEqual(created)
  })

  test('an employee reads only what the permission table allows', async () => {
    const { owner, employee } = members
    const created = await verbs.create(owner, ids)
    for (const read of [() => verbs.get(employee, created.id), () => verbs.list(employee, { limit: 5 })]) {
      if (verbs.mayEmployeesRead) await read()
      else expect(await failureOf(read())).toBeInstanceOf(Forbidden)
    }
  })

  test('pages follow each other without gap or repetition, while rows are added', async () => {
    const { owner } = members
    await Promise.all([1, 2, 3, 4].map(() => verbs.create(owner, ids)))
    const whole = (await verbs.list(owner, { limit: 500 })).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const next: Page<Stored[]> = await verbs.list(owner, { limit: 3, ...(cursor !== null && { cursor }) })
      expect(next.items.length).toBeLessThanOrEqual(3)
      seen.push(...next.items.map(({ id }) => id))
      cursor = next.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(whole)
    expect(await failureOf(verbs.list(owner, { limit: 3, cursor: 'nonsense' }))).toMatchObject({
      code: 'validation_failed',
    })
  })

  test('every write leaves a line in the log with its author', async () => {
    const { owner } = members
    const { id } = await verbs.create(owner, ids)
    await verbs.update(owner, id, 1)
    await verbs.remove(owner, id)
    const lines = await withOrg(database.app, owner.orgId, (tx) =>
      tx
        .select({ action: auditLog.action, actorId: auditLog.actorId })
        .from(auditLog)
        .where(and(eq(auditLog.orgId, owner.orgId), eq(auditLog.entityId, id)))
        .orderBy(auditLog.id),
    )
    expect(lines.map(({ action }) => action.split('-')[0])).toEqual(['create', 'update', 'delete'])
    expect(new Set(lines.map(({ actorId }) => actorId))).toEqual(new Set([owner.user.id]))
  })
})

test('what would violate a constraint is refused as a domain error', async () => {
  const { owner } = members
  const taken = coded()
  await createSkill(owner, taken)
  const error = await failureOf(createSkill(owner, { ...taken, name: 'Other' }))
  expect(asDomainError(error)).toMatchObject({ code: 'already_exists', status: 409 })
})
