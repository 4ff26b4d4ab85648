// Availability through its verbs: whose it is, and what recurs.
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { availabilityCreate } from '../../contract/availability.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts'
import { claimOpenShift } from '../exchange/claim-open-shift.ts'
import { createOpenShift } from '../exchange/create-open-shift.ts'
import { failureOf, failuresOf, inRole, testContext } from '../tests/test-context.ts'
import { newWard, type Ward } from '../tests/ward.ts'
import { createAvailability } from './create-availability.ts'
import { deleteAvailability } from './delete-availability.ts'
import { getAvailability } from './get-availability.ts'
import { listAvailability } from './list-availability.ts'
import { updateAvailability } from './update-availability.ts'

const database = testDatabase()
let ward: Ward
beforeEach(async () => {
  ward = await newWard(database)
})

/** Wednesday mornings in Berlin from 3 March 2027 on. */
const weekly = {
  kind: 'unavailable',
  start: '2027-03-03T07:00:00.000Z',
  end: '2027-03-03T11:00:00.000Z',
  rrule: 'FREQ=WEEKLY;BYDAY=WE',
  zone: 'Europe/Berlin',
}
const add = (ctx: Ward['manager'], more: object = {}) =>
  createAvailability(ctx, availabilityCreate.parse({ ...weekly, ...more }))
const march = { limit: 10, from: '2027-03-16T00:00:00Z', to: '2027-04-01T00:00:00Z', expand: 'true' as const }

test('people keep their own, managers that of anybody', async () => {
  const own = await add(ward.ada.ctx)
  expect(own).toMatchObject({ employeeId: ward.ada.id, rrule: weekly.rrule, exceptions: [], version: 1 })
  expect(await getAvailability(ward.ada.ctx, own.id)).toEqual(own)
  const change = { kind: 'unpreferred' as const }
  expect(await updateAvailability(ward.manager, { id: own.id, version: 1, change })).toMatchObject(change)
  expect(await add(ward.manager, { employeeId: ward.bo.id })).toMatchObject({ employeeId: ward.bo.id })
  expect((await listAvailability(ward.ada.ctx, { limit: 10 })).items.map(({ id }) => id)).toEqual([own.id])
  await deleteAvailability(ward.ada.ctx, own.id)
  expect((await listAvailability(ward.ada.ctx, { limit: 10 })).items).toEqual([])
})

test("somebody else's looks like none, for colleagues and for other tenants; a viewer writes nothing", async () => {
  const { id } = await add(ward.ada.ctx)
  const stranger = testContext(database, await database.newOrg())
  for (const ctx of [ward.bo.ctx, stranger]) {
    const failures = await failuresOf([
      getAvailability(ctx, id),
      updateAvailability(ctx, { id, version: 1, change: { weight: 2 } }),
      deleteAvailability(ctx, id),
    ])
    for (const failure of failures) expect(failure).toBeInstanceOf(NotFound)
  }
  const viewer = { ...ward.manager, ...inRole('viewer') }
  const refused = await failuresOf([
    add(viewer),
    deleteAvailability(viewer, id),
    add(ward.bo.ctx, { employeeId: ward.ada.id }),
  ])
  for (const failure of refused) expect(failure).toBeInstanceOf(Forbidden)
})

test('a list answers the occurrences of a span, through a clock change and without its exceptions', async () => {
  await add(ward.ada.ctx, { exceptions: ['2027-03-24T07:00:00Z'] })
  await add(ward.ada.ctx, { rrule: 'FREQ=WEEKLY;COUNT=2' })
  const { items } = await listAvailability(ward.ada.ctx, march)
  expect(items.map(({ occurrences }) => occurrences)).toEqual([
    [
      { start: '2027-03-17T07:00:00.000Z', end: '2027-03-17T11:00:00.000Z' },
      { start: '2027-03-31T06:00:00.000Z', end: '2027-03-31T10:00:00.000Z' },
    ],
  ])
  expect(await failureOf(listAvailability(ward.ada.ctx, { limit: 10, expand: 'true' }))).toBeInstanceOf(Invalid)
  expect(await failureOf(listAvailability(ward.ada.ctx, { ...march, to: '2029-01-01T00:00:00Z' }))).toBeInstanceOf(
    Invalid,
  )
})

test('a change is judged with what it leaves as it was', async () => {
  const { id } = await add(ward.ada.ctx)
  for (const change of [
    { zone: null },
    { end: '2027-03-20T00:00:00Z' },
    { rrule: 'FREQ=HOURLY' },
    { zone: 'Mars/X' },
  ]) {
    expect(await failureOf(updateAvailability(ward.ada.ctx, { id, version: 1, change }))).toBeInstanceOf(Invalid)
  }
  expect(await updateAvailability(ward.ada.ctx, { id, version: 1, change: { rrule: null } })).toMatchObject({
    rrule: null,
    version: 2,
  })
})

test('who is away by a recurrence takes no shift of that time, nor one outside the hours they said', async () => {
  const shift = await ward.addShift(10, 8)
  const open = await createOpenShift(ward.manager, { shiftId: shift.id, mode: 'first-come' })
  await add(ward.bo.ctx)
  await add(ward.cy.ctx, { kind: 'available', start: '2027-03-03T15:00:00Z', end: '2027-03-03T22:00:00Z' })
  for (const who of [ward.bo, ward.cy]) {
    expect(await failureOf(claimOpenShift(who.ctx, open.id))).toBeInstanceOf(Conflict)
  }
  await claimOpenShift(ward.di.ctx, open.id)
  expect(await ward.workersOf(shift.id)).toEqual([ward.di.id])
})
