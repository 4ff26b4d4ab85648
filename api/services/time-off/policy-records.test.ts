// Kinds of leave and blackouts as records, and what months bring to balances.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { employees, timeOffTypes } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { blackoutCreate, blackoutSchema, timeOffTypeCreate, timeOffTypeSchema } from '../../contract/time-off.ts'
import { Conflict } from '../../errors.ts'
import { createRecord } from '../records/create-record.ts'
import { deleteRecord } from '../records/delete-record.ts'
import { verbsOfKind } from '../tests/kind-verbs.ts'
import { testRecords, type World } from '../tests/record-guarantees.ts'
import { failureOf, testMembers } from '../tests/test-context.ts'
import { accrueTimeOff } from './accrue-time-off.ts'
import { adjustBalance } from './adjust-balance.ts'
import { blackoutKind } from './blackout-dates.ts'
import { createTimeOff } from './create-time-off.ts'
import { listBalances } from './list-balances.ts'
import { listLedger } from './list-ledger.ts'
import { timeOffTypeKind } from './time-off-types.ts'

const database = testDatabase()
let world: World
beforeAll(async () => {
  world = { database, members: await testMembers(database), ids: { employeeId: '', siteId: '', shiftTypeId: '' } }
}, 60_000)

const leave = (more: object = {}) => timeOffTypeCreate.parse({ code: uuidV7(), name: 'Leave', ...more })
const days = { firstDay: '2027-03-10', lastDay: '2027-03-12' }
testRecords(
  {
    'kinds of time off': {
      ...verbsOfKind(timeOffTypeKind, timeOffTypeSchema, () => leave(), { approvalLevels: 2 }),
      mayEmployeesRead: true,
    },
    blackouts: {
      ...verbsOfKind(blackoutKind, blackoutSchema, () => blackoutCreate.parse({ name: 'Fair', ...days }), {
        lastDay: '2027-03-14',
      }),
      mayEmployeesRead: true,
    },
  },
  () => world,
)

const addPerson = async (ctx: Context, more: object = {}): Promise<string> => {
  const id = uuidV7()
  await withOrg(ctx.db, ctx.orgId, (tx) =>
    tx.insert(employees).values({ orgId: ctx.orgId, id, number: id, name: 'Ada', ...more }),
  )
  return id
}

test('a kind that requests wait for is not deleted', async () => {
  const { owner } = world.members
  const { id } = await createRecord(owner, timeOffTypeKind, leave({ hasBalance: false }))
  const employeeId = await addPerson(owner)
  const span = { start: '2027-03-20T00:00:00Z', end: '2027-03-21T00:00:00Z' }
  await createTimeOff(owner, { employeeId, typeId: id, state: 'pending', ...span })
  expect(await failureOf(deleteRecord(owner, timeOffTypeKind, id))).toBeInstanceOf(Conflict)
})

test('months are given once, however often the job runs, to who was employed when they began', async () => {
  const { owner } = world.members
  const { id: typeId } = await createRecord(owner, timeOffTypeKind, leave({ accrualMinutesPerMonth: 960 }))
  const ada = await addPerson(owner)
  const bo = await addPerson(owner, { hiredOn: '2027-03-15' })
  await accrueTimeOff(owner, typeId)
  expect(await accrueTimeOff(owner, typeId)).toBe(0)
  const balances = async () => {
    const { items } = await listBalances(owner, { limit: 500, typeId })
    return Object.fromEntries(items.map(({ employeeId, minutes }) => [employeeId, minutes]))
  }
  expect(await balances()).toMatchObject({ [ada]: 960 })
  expect(await balances()).not.toHaveProperty(bo)
  const may = { ...owner, clock: { now: () => new Date('2027-05-02T00:00:00Z') } }
  await accrueTimeOff(may, typeId)
  expect(await balances()).toMatchObject({ [ada]: 3 * 960, [bo]: 2 * 960 })
  // A job that forgot what it did finds its entries in the ledger.
  await withOrg(owner.db, owner.orgId, (tx) =>
    tx.update(timeOffTypes).set({ accruedOn: '2027-02-01' }).where(eq(timeOffTypes.id, typeId)),
  )
  expect(await accrueTimeOff(may, typeId)).toBe(0)
  expect(await balances()).toMatchObject({ [ada]: 3 * 960, [bo]: 2 * 960 })
})

test('in January what goes beyond the carry-over ends, and leave of the new year that was asked for stays', async () => {
  const { owner } = world.members
  const policy = leave({ carryOverMinutesMax: 480, weekdays: [1, 2, 3, 4, 5, 6, 7] })
  const { id: typeId } = await createRecord(owner, timeOffTypeKind, policy)
  const employeeId = await addPerson(owner)
  const rest = { typeId, employeeId, kind: 'opening' as const, note: 'Start' }
  await adjustBalance(owner, { ...rest, minutes: 2400, effectiveOn: '2027-02-01' })
  const span = { start: '2028-01-10T00:00:00+01:00', end: '2028-01-14T00:00:00+01:00' }
  await createTimeOff(owner, { employeeId, typeId, ...span })
  await accrueTimeOff({ ...owner, clock: { now: () => new Date('2028-01-01T00:01:00Z') } }, typeId)
  const { items } = await listLedger(owner, { limit: 10, employeeId, typeId })
  expect(items.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['expiry', -480],
    ['request', -1920],
    ['opening', 2400],
  ])
})

test('a kind of another organisation is given nothing', async () => {
  const { owner, stranger } = world.members
  const { id } = await createRecord(owner, timeOffTypeKind, leave({ accrualMinutesPerMonth: 60 }))
  expect(await accrueTimeOff(stranger, id)).toBe(0)
})
