// What holds for every resource of people, places and demand alike; what is special to one stands beside its verbs.
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../drizzle/tests/test-database.ts'
import { availabilityCreate, availabilitySchema } from '../contract/availability.ts'
import {
  contractCreate,
  contractSchema,
  employeeCreate,
  employeeSchema,
  skillCreate,
  skillSchema,
} from '../contract/people.ts'
import { timeOffCreate, timeOffSchema } from '../contract/time-off.ts'
import {
  demandCreate,
  demandSchema,
  shiftTypeCreate,
  shiftTypeSchema,
  siteCreate,
  siteSchema,
} from '../contract/workforce.ts'
import { asDomainError } from '../middleware/database-failure.ts'
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
import { type RecordVerbs, testRecords, type World } from './tests/record-guarantees.ts'
import { failureOf, testMembers } from './tests/test-context.ts'
import { createTimeOff } from './time-off/create-time-off.ts'
import { deleteTimeOff } from './time-off/delete-time-off.ts'
import { getTimeOff } from './time-off/get-time-off.ts'
import { listTimeOff } from './time-off/list-time-off.ts'
import { updateTimeOff } from './time-off/update-time-off.ts'

let serial = 0
const span = { start: '2027-03-02T08:00:00.000Z', end: '2027-03-02T16:00:00.000Z' }
const coded = () => ({ code: `c${++serial}`, name: `N${String(serial).padStart(4, '0')}` })
const shiftType = () => ({ ...coded(), startTime: '06:00', durationMinutes: 480 })
const renamed = { name: 'Renamed' }

const resources: Record<string, RecordVerbs> = {
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
    create: (ctx) =>
      createSite(ctx, siteCreate.parse({ ...coded(), zone: 'Europe/Berlin', latitude: 52.5, longitude: 13.4 })),
    get: getSite,
    list: listSites,
    update: (ctx, id, version) => updateSite(ctx, { id, version, change: renamed }),
    remove: deleteSite,
    changed: { ...renamed, latitude: 52.5, longitude: 13.4 },
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

const database = testDatabase()
let world: World
beforeAll(async () => {
  const members = await testMembers(database)
  const { owner } = members
  const employee = await createEmployee(owner, employeeCreate.parse({ number: 'E', name: 'Ada' }))
  const site = await createSite(owner, siteCreate.parse({ ...coded(), zone: 'Europe/Berlin' }))
  const type = await createShiftType(owner, shiftTypeCreate.parse(shiftType()))
  const ids = { employeeId: employee.id, siteId: site.id, shiftTypeId: type.id }
  world = { database, members, ids }
}, 60_000)

testRecords(resources, () => world)

test('what would violate a constraint is refused as a domain error', async () => {
  const { owner } = world.members
  const taken = coded()
  await createSkill(owner, skillCreate.parse(taken))
  const error = await failureOf(createSkill(owner, skillCreate.parse({ ...taken, name: 'Other' })))
  expect(asDomainError(error)).toMatchObject({ code: 'already_exists', status: 409 })
})
