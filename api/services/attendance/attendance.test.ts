import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { clockEvents, employees, organisationSettings, sites, timeEntries } from '../../../drizzle/schema/index.ts'
import { defaultAttendancePolicy } from '../../../drizzle/schema/organisation.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import type { Context } from '../../context.ts'
import { clockSchema, correctionSchema, timeEntrySchema } from '../../contract/attendance.ts'
import { Conflict, Forbidden, Invalid, NotFound, RateLimited, VersionConflict } from '../../errors.ts'
import { failureOf, failuresOf, inRole, testContext } from '../tests/test-context.ts'
import { atLocalTime, newWard, type Ward } from '../tests/ward.ts'
import { closeMissed } from './close-missed.ts'
import { comparePlanned } from './compare-planned.ts'
import { cancelCorrection, decideCorrection } from './decide-correction.ts'
import { getClock } from './get-clock.ts'
import { listCorrections } from './list-corrections.ts'
import { listReliability } from './list-reliability.ts'
import { listTimeEntries } from './list-time-entries.ts'
import { getAttendancePolicy, setAttendancePolicy } from './policy.ts'
import { pressClock } from './press-clock.ts'
import { pressKiosk } from './press-kiosk.ts'
import { requestCorrection } from './request-correction.ts'
import { setPin } from './set-pin.ts'

const database = testDatabase()

let ward: Ward
let shift: Awaited<ReturnType<Ward['addShift']>>
beforeEach(async () => {
  ward = await newWard(database)
  shift = await ward.addShift(10, 7)
  await ward.assign(shift, ward.ada)
})

const ada = (time: string) => atLocalTime(ward.ada.ctx, time)
const bo = (time: string) => atLocalTime(ward.bo.ctx, time)
const page = { limit: 100 }

/** Ada's whole shift, in time. */
const workShift = async () => {
  await pressClock(ada('06:58'), { kind: 'in' })
  return pressClock(ada('15:02'), { kind: 'out' })
}

test('a shift is clocked with its break, matched to the plan and counted', async () => {
  const begun = await pressClock(ada('06:58'), { kind: 'in' })
  expect(clockSchema.parse(begun)).toMatchObject({ state: 'working', shift: { id: shift.id } })
  expect((await pressClock(ada('11:00'), { kind: 'break-start' })).state).toBe('on-break')
  await pressClock(ada('11:30'), { kind: 'break-end' })
  const ended = await pressClock(ada('15:02'), { kind: 'out' })
  expect(timeEntrySchema.parse(ended.entry)).toMatchObject({
    shiftId: shift.id,
    day: '2027-03-10',
    state: 'complete',
    start: '2027-03-10T06:00:00.000Z',
    end: '2027-03-10T14:00:00.000Z',
    breakMinutes: 30,
    plannedMinutes: 480,
    workedMinutes: 450,
    isLate: false,
    leftEarly: false,
  })
})

test('pressing twice changes nothing, the wrong button is refused in words, two devices at once make one entry', async () => {
  const both = await Promise.allSettled([
    pressClock(ada('07:00'), { kind: 'in' }),
    pressClock(ada('07:00'), { kind: 'in' }),
  ])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect((await listTimeEntries(ward.manager, page)).items).toHaveLength(1)
  const events = await withOrg(database.app, ward.orgId, (tx) => tx.select().from(clockEvents))
  expect(events).toHaveLength(1)
  expect(await failureOf(pressClock(ada('08:00'), { kind: 'in' }))).toBeInstanceOf(Conflict)
  expect(await failureOf(pressClock(bo('08:00'), { kind: 'out' }))).toBeInstanceOf(Conflict)
})

test('who is late is marked once; coming back cuts what rounding had added and takes "left early" back', async () => {
  await pressClock(ada('07:10'), { kind: 'in' })
  const early = await pressClock(ada('14:00'), { kind: 'out' })
  expect(early.entry).toMatchObject({ isLate: true, leftEarly: true, workedMinutes: 410 })
  await pressClock(ada('14:20'), { kind: 'in' })
  await pressClock(ada('15:00'), { kind: 'out' })
  const { items } = await listTimeEntries(ward.ada.ctx, page)
  expect(items.map((entry) => [entry.isLate, entry.leftEarly, entry.plannedMinutes, entry.workedMinutes])).toEqual([
    [true, false, 480, 410],
    [false, false, null, 40],
  ])
  await pressClock(bo('16:00'), { kind: 'in' })
  await withOrg(database.app, ward.orgId, (tx) =>
    tx
      .update(organisationSettings)
      .set({ attendance: { ...defaultAttendancePolicy, roundingMinutes: 30 } })
      .where(eq(organisationSettings.orgId, ward.orgId)),
  )
  await pressClock(bo('17:20'), { kind: 'out' })
  await pressClock(bo('17:22'), { kind: 'in' })
  const theirs = (await listTimeEntries(ward.bo.ctx, page)).items[0]
  expect(theirs).toMatchObject({ end: '2027-03-10T16:22:00.000Z', workedMinutes: 82 })
})

test('the night before a clock change counts its true hours on the day it began', async () => {
  const night = (day: string, time: string, offset: string): Context => ({
    ...ward.bo.ctx,
    clock: { now: () => new Date(`2027-${day}T${time}:00${offset}`) },
  })
  await pressClock(night('03-27', '22:00', '+01:00'), { kind: 'in' })
  await pressClock(night('03-28', '06:00', '+02:00'), { kind: 'out' })
  await pressClock(night('10-30', '22:00', '+02:00'), { kind: 'in' })
  await pressClock(night('10-31', '06:00', '+01:00'), { kind: 'out' })
  const { items } = await listTimeEntries(ward.bo.ctx, page)
  expect(items.map(({ day, workedMinutes }) => [day, workedMinutes])).toEqual([
    ['2027-03-27', 420],
    ['2027-10-30', 540],
  ])
})

test('the fence and the address list bind people, not managers acting for them', async () => {
  await withOrg(database.app, ward.orgId, (tx) =>
    tx
      .update(sites)
      .set({ latitude: 52.52, longitude: 13.405, geofenceMetres: 100 })
      .where(eq(sites.orgId, ward.orgId)),
  )
  const near = { latitude: 52.5201, longitude: 13.405, accuracyMetres: 10 }
  expect((await getClock(ada('06:50'), undefined)).shift).toMatchObject({ needsPosition: true })
  expect(await failureOf(pressClock(ada('06:58'), { kind: 'in' }))).toBeInstanceOf(Conflict)
  expect((await pressClock(ada('06:59'), { kind: 'in', position: near })).state).toBe('working')
  const policy = { ...defaultAttendancePolicy, roundingMinutes: 1, addresses: ['10.0.0.0/8'] }
  const owner = { ...ward.manager, ...inRole('owner') }
  const { version } = await getAttendancePolicy(owner)
  expect(await failureOf(setAttendancePolicy(owner, version + 1, policy))).toBeInstanceOf(VersionConflict)
  await setAttendancePolicy(owner, version, policy)
  expect(await failureOf(pressClock(ada('15:00'), { kind: 'out' }))).toBeInstanceOf(Conflict)
  const manager = atLocalTime(ward.manager, '15:10')
  const ended = await pressClock(manager, {
    kind: 'out',
    employeeId: ward.ada.id,
    at: '2027-03-10T15:00:00+01:00',
  })
  expect(ended.entry).toMatchObject({ workedMinutes: 480 })
})

test('the kiosk knows people by number and PIN, tells nobody which was wrong, and counts tries', async () => {
  await setPin(ward.ada.ctx, { pin: '4711' })
  const device = { ...ward.manager, permissions: new Set(['attendance:kiosk'] as const) }
  const at = (time: string) => atLocalTime(device, time)
  expect((await pressKiosk(at('07:00'), { number: '1', pin: '4711', kind: 'in' })).state).toBe('working')
  const wrong = await failuresOf([
    pressKiosk(at('08:00'), { number: '1', pin: '0000', kind: 'out' }),
    pressKiosk(at('08:00'), { number: '2', pin: '0000', kind: 'in' }),
    pressKiosk(at('08:00'), { number: 'nobody', pin: '0000', kind: 'in' }),
  ])
  expect(wrong.map((error) => (error instanceof Forbidden ? error.message : error))).toEqual(
    wrong.map(() => expect.stringContaining('do not belong together')),
  )
  const many = await failuresOf(
    Array.from({ length: 12 }, () => pressKiosk(at('08:01'), { number: 'x', pin: '0000', kind: 'in' })),
  )
  expect(many.filter((error) => error instanceof RateLimited)).toHaveLength(2)
  const [row] = await withOrg(database.app, ward.orgId, (tx) =>
    tx.select({ pinHash: employees.pinHash }).from(employees).where(eq(employees.id, ward.ada.id)),
  )
  expect(row?.pinHash).toMatch(/^pbkdf2-sha256\$/)
})

test('nobody presses for others, in the future or in the past, and strangers find nobody', async () => {
  const employeeId = ward.ada.id
  const stranger = testContext(database, await database.newOrg())
  const failures = await failuresOf([
    pressClock(bo('07:00'), { kind: 'in', employeeId }),
    pressClock(ada('07:00'), { kind: 'in', at: '2027-03-10T06:00:00+01:00' }),
    pressClock({ ...ward.ada.ctx, ...inRole('viewer') }, { kind: 'in' }),
    setPin(bo('07:00'), { pin: '1111', employeeId }),
    pressKiosk(ward.ada.ctx, { number: '1', pin: '1111', kind: 'in' }),
    getClock(ward.bo.ctx, employeeId),
  ])
  for (const error of failures) expect(error).toBeInstanceOf(Forbidden)
  expect(await failureOf(pressClock(stranger, { kind: 'in', employeeId }))).toBeInstanceOf(NotFound)
  expect(await failureOf(getClock(stranger, employeeId))).toBeInstanceOf(NotFound)
  const ahead = pressClock(atLocalTime(ward.manager, '07:00'), {
    kind: 'in',
    employeeId,
    at: '2027-03-10T09:00:00+01:00',
  })
  expect(await failureOf(ahead)).toBeInstanceOf(Invalid)
})

test('a forgotten clock-out becomes a missed punch when the policy says so, once, and the person is told', async () => {
  await pressClock(ada('06:58'), { kind: 'in' })
  const [entry] = (await listTimeEntries(ward.ada.ctx, page)).items
  const id = entry?.id ?? ''
  expect(await closeMissed(atLocalTime(ward.manager, '16:59'), id)).toBe(false)
  expect(await closeMissed(atLocalTime(ward.manager, '17:00'), id)).toBe(true)
  expect(await closeMissed(atLocalTime(ward.manager, '18:00'), id)).toBe(false)
  expect((await listTimeEntries(ward.ada.ctx, page)).items).toMatchObject([{ state: 'missed-punch', end: null }])
  expect(await ward.notices()).toMatchObject([{ kind: 'missed-punch', to: { employeeIds: [ward.ada.id] } }])
})

test('a past day that is entered press by press is not called missed between two presses', async () => {
  await pressClock(ada('06:58'), { kind: 'in' })
  const [entry] = (await listTimeEntries(ward.ada.ctx, page)).items
  const id = entry?.id ?? ''
  const pressedAt = atLocalTime(ward.manager, '20:00').clock.now()
  await withOrg(database.app, ward.orgId, (tx) =>
    tx.update(timeEntries).set({ updatedAt: pressedAt }).where(eq(timeEntries.id, id)),
  )
  expect(await closeMissed(atLocalTime(ward.manager, '20:09'), id)).toBe(false)
  expect(await closeMissed(atLocalTime(ward.manager, '20:10'), id)).toBe(true)
})

const span = { start: '2027-03-10T07:00:00+01:00', end: '2027-03-10T16:00:00+01:00', breakMinutes: 45 }
const ask = (entryId?: string) =>
  requestCorrection(ada('18:00'), { ...span, reason: 'Forgot', ...(entryId && { entryId }) })

test('a correction changes its entry when somebody else approves it, and adds one that is missing', async () => {
  const { entry } = await workShift()
  const asked = await ask(entry?.id)
  expect(correctionSchema.parse(asked)).toMatchObject({ state: 'pending', employeeName: 'Ada' })
  expect(await failureOf(ask(entry?.id))).toBeDefined()
  expect(await failureOf(decideCorrection(ward.manager, asked.id, 9, { accept: true }))).toBeInstanceOf(VersionConflict)
  await decideCorrection(ward.manager, asked.id, 1, { accept: true, note: 'Fine' })
  expect((await listTimeEntries(ward.ada.ctx, page)).items).toMatchObject([
    { state: 'corrected', workedMinutes: 495, breakMinutes: 45, end: '2027-03-10T15:00:00.000Z' },
  ])
  expect(await failureOf(decideCorrection(ward.manager, asked.id, 2, { accept: false }))).toBeInstanceOf(Conflict)
  const missing = await requestCorrection(bo('18:00'), { ...span, reason: 'No device' })
  await decideCorrection(ward.manager, missing.id, 1, { accept: true })
  expect((await listTimeEntries(ward.bo.ctx, page)).items).toMatchObject([{ state: 'corrected', day: '2027-03-10' }])
})

test('corrections are rejected, taken back, and seen by whom they concern', async () => {
  const first = await ask()
  expect((await decideCorrection(ward.manager, first.id, 1, { accept: false })).state).toBe('rejected')
  const second = await ask()
  expect(await failureOf(cancelCorrection(ward.bo.ctx, second.id, 1))).toBeInstanceOf(Forbidden)
  expect((await cancelCorrection(ward.ada.ctx, second.id, 1)).state).toBe('cancelled')
  expect((await listTimeEntries(ward.manager, page)).items).toEqual([])
  expect((await listCorrections(ward.manager, page)).items.map(({ state }) => state)).toEqual(['rejected', 'cancelled'])
  expect((await listCorrections(ward.bo.ctx, page)).items).toEqual([])
  const stranger = testContext(database, await database.newOrg())
  expect(await failureOf(decideCorrection(stranger, second.id, 1, { accept: true }))).toBeInstanceOf(NotFound)
  expect(await failureOf(decideCorrection(ward.bo.ctx, second.id, 1, { accept: true }))).toBeInstanceOf(Forbidden)
  expect(await failureOf(requestCorrection(bo('08:00'), { ...span, reason: 'Early' }))).toBeInstanceOf(Invalid)
})

test('planned stands against worked, and reliability follows from how people came', async () => {
  await workShift()
  const away = await ward.addShift(11, 7)
  await ward.assign(away, ward.ada)
  const later = atLocalTime(ward.manager, '20:00', '12')
  const days = { from: '2027-03-08', to: '2027-03-14', ...page }
  const all = (await comparePlanned(later, days)).items
  expect(all).toMatchObject([
    { day: '2027-03-10', plannedMinutes: 480, workedMinutes: 480, differenceMinutes: 0, isNoShow: false },
    { day: '2027-03-11', plannedMinutes: 480, workedMinutes: 0, differenceMinutes: -480, isNoShow: true },
  ])
  expect((await comparePlanned(later, { ...days, employeeId: ward.bo.id })).items).toEqual([])
  const first = await comparePlanned(later, { ...days, limit: 1 })
  const second = await comparePlanned(later, { ...days, limit: 1, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items]).toEqual(all)
  expect(second.nextCursor).toBeNull()
  expect(await failureOf(comparePlanned(later, { ...days, cursor: 'x' }))).toBeInstanceOf(Invalid)
  expect(await failureOf(comparePlanned(ward.ada.ctx, days))).toBeInstanceOf(Forbidden)
  const own = (await listReliability(atLocalTime(ward.ada.ctx, '20:00', '12'), page)).items
  expect(own).toMatchObject([{ employeeName: 'Ada', shifts: 2, onTime: 1, noShow: 1, percent: 50 }])
  expect((await listReliability(later, page)).items).toHaveLength(4)
})
