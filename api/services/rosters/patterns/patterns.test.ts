import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { withOrg } from '../../../../drizzle/client.ts'
import { assignments, shifts, shiftTypes } from '../../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../../drizzle/tests/test-database.ts'
import { systemIds } from '../../../../platform/ids.ts'
import { Forbidden, Invalid, NotFound, VersionConflict } from '../../../errors.ts'
import { createRecord } from '../../records/create-record.ts'
import { failureOf, inRole, testContext } from '../../tests/test-context.ts'
import { newWard, type Ward } from '../../tests/ward.ts'
import { editRoster } from '../edits/edit-roster.ts'
import { applyRotation } from './apply-rotation.ts'
import { applyTemplate } from './apply-template.ts'
import { copyDays } from './copy-days.ts'
import { wantedBy } from './follow-rotation.ts'
import { rotationKind, templateKind } from './kinds.ts'
import { makeTemplate } from './make-template.ts'
import { layPattern, patternOf } from './pattern.ts'

const database = testDatabase()

let ward: Ward
let siteId: string
beforeEach(async () => {
  ward = await newWard(database)
  siteId = ward.siteId
  await ward.setRoster({ state: 'draft', publishedAt: null, days: 28 })
})

/** "2027-03-17 06:00 Ada" for each shift and person, in order; UTC. */
const standing = async (from = '2027-03-01') => {
  const names = new Map([ward.ada, ward.bo, ward.cy, ward.di].map((who, at) => [who.id, ['Ada', 'Bo', 'Cy', 'Di'][at]]))
  const rows = await withOrg(database.app, ward.orgId, (tx) =>
    tx
      .select({ startsAt: shifts.startsAt, day: shifts.day, who: assignments.employeeId })
      .from(shifts)
      .leftJoin(assignments, and(eq(assignments.orgId, shifts.orgId), eq(assignments.shiftId, shifts.id)))
      .orderBy(asc(shifts.startsAt), asc(assignments.employeeId)),
  )
  return rows
    .filter(({ day }) => day >= from)
    .map(
      ({ startsAt, who }) => `${startsAt.toISOString().slice(0, 16).replace('T', ' ')} ${names.get(who ?? '') ?? '-'}`,
    )
}
const copy = (more: Partial<Parameters<typeof copyDays>[3]>, version = 1, ctx = ward.manager) =>
  copyDays(ctx, ward.rosterId, version, {
    fromDay: '2027-03-08',
    toDay: '2027-03-15',
    days: 7,
    withPeople: true,
    replace: false,
    leaveOut: false,
    dryRun: false,
    ...more,
  })

describe('copying', () => {
  test('a week is copied with its people, and undone', async () => {
    await ward.assign(await ward.addShift(10, 7), ward.ada)
    await ward.addShift(12, 14)
    const done = await copy({})
    expect(done).toMatchObject({ rosterVersion: 2, assigned: 1, conflicts: [] })
    expect(await standing('2027-03-15')).toEqual(['2027-03-17 06:00 Ada', '2027-03-19 13:00 -'])
    await editRoster(ward.manager, ward.rosterId, 2, done.undo)
    expect(await standing('2027-03-15')).toEqual([])
  })

  test('replacing puts the copy in the place of what stood; without people nobody is on it', async () => {
    await ward.assign(await ward.addShift(10, 7), ward.ada)
    await ward.assign(await ward.addShift(16, 7), ward.bo)
    await copy({ replace: true, withPeople: false })
    expect(await standing('2027-03-15')).toEqual(['2027-03-17 06:00 -'])
  })

  test('somebody a rule stops refuses the whole, or is left out and listed when that is asked', async () => {
    await ward.assign(await ward.addShift(8, 7), ward.ada)
    await ward.assign(await ward.addShift(9, 7), ward.bo)
    await ward.assign(await ward.addShift(14, 21), ward.ada)
    const days = { days: 2 }
    expect(await failureOf(copy(days))).toMatchObject({ details: { breaches: [{ rule: 'min-rest' }] } })
    expect(await standing('2027-03-15')).toEqual([])
    const done = await copy({ ...days, leaveOut: true })
    expect(done).toMatchObject({ assigned: 1, conflicts: [{ employeeId: ward.ada.id, rules: ['min-rest'] }] })
    expect(await standing('2027-03-15')).toEqual(['2027-03-15 06:00 -', '2027-03-16 06:00 Bo'])
  })

  test('a dry run answers and writes nothing; nothing to copy is refused', async () => {
    await ward.assign(await ward.addShift(10, 7), ward.ada)
    expect(await copy({ dryRun: true })).toMatchObject({ rosterVersion: 1, assigned: 1 })
    expect(await standing('2027-03-15')).toEqual([])
    expect(await failureOf(copy({ fromDay: '2027-03-20' }))).toBeInstanceOf(Invalid)
  })

  test('roles, strangers and stale versions are refused', async () => {
    await ward.addShift(10, 7)
    expect(await failureOf(copy({}, 1, { ...ward.manager, ...inRole('viewer') }))).toBeInstanceOf(Forbidden)
    const stranger = testContext(database, await database.newOrg())
    expect(await failureOf(copy({}, 1, stranger))).toBeInstanceOf(NotFound)
    expect(await failureOf(copy({ fromRosterId: systemIds.next() }))).toBeInstanceOf(NotFound)
    expect(await failureOf(copy({}, 5))).toBeInstanceOf(VersionConflict)
  })
})

describe('templates', () => {
  const laying = { withPeople: true, replace: false, leaveOut: false, dryRun: false }

  test('made from days of a roster and laid again and again, at the same hours over the clock change', async () => {
    await ward.assign(await ward.addShift(10, 7), ward.ada)
    const week = { name: 'Week', fromDay: '2027-03-08', days: 7, withPeople: true }
    const template = await makeTemplate(ward.manager, ward.rosterId, week)
    expect(template.content.shifts).toMatchObject([{ offsetDays: 2, startTime: '07:00', minutes: 480 }])
    const lay = { templateId: template.id, toDay: '2027-03-17', repeat: true, ...laying }
    await applyTemplate(ward.manager, ward.rosterId, 1, lay)
    // Summer time begins on 28 March: seven o'clock is an hour earlier by UTC from then on.
    expect(await standing('2027-03-15')).toEqual([
      '2027-03-19 06:00 Ada',
      '2027-03-26 06:00 Ada',
      '2027-04-02 05:00 Ada',
    ])
  })

  test('a shift beyond its days is no template; another organisation has none of it', async () => {
    const { ctx } = { ctx: ward.manager }
    await ward.addShift(10, 7)
    const made = await makeTemplate(ctx, ward.rosterId, {
      name: 'A',
      fromDay: '2027-03-08',
      days: 7,
      withPeople: false,
    })
    const tooLong = { name: 'B', days: 1, content: made.content }
    expect(await failureOf(createRecord(ctx, templateKind, tooLong))).toBeInstanceOf(Invalid)
    const stranger = testContext(database, await database.newOrg())
    const lay = { templateId: made.id, toDay: '2027-03-17', repeat: false, ...laying }
    expect(await failureOf(applyTemplate(stranger, ward.rosterId, 1, lay))).toBeInstanceOf(NotFound)
    const missing = { ...lay, templateId: systemIds.next() }
    expect(await failureOf(applyTemplate(ctx, ward.rosterId, 1, missing))).toBeInstanceOf(NotFound)
    const viewer = { ...ctx, ...inRole('viewer') }
    expect(await failureOf(applyTemplate(viewer, ward.rosterId, 1, lay))).toBeInstanceOf(Forbidden)
  })
})

describe('rotations', () => {
  const newRotation = async (cycleOf: (early: string) => (string | null)[], offsets: number[]) => {
    const typeId = systemIds.next()
    await withOrg(database.app, ward.orgId, (tx) =>
      tx.insert(shiftTypes).values({
        orgId: ward.orgId,
        id: typeId,
        code: 'early',
        name: 'Early',
        startTime: '06:00',
        durationMinutes: 480,
      }),
    )
    const people = [ward.ada, ward.bo, ward.cy]
    return createRecord(ward.manager, rotationKind, {
      name: 'Two on, one off',
      cycle: cycleOf(typeId),
      members: offsets.map((offsetDays, at) => ({ employeeId: people[at]?.id ?? '', siteId, offsetDays })),
      anchorDay: '2027-03-08',
    })
  }
  const range = { fromDay: '2027-03-08', toDay: '2027-03-10', leaveOut: false, dryRun: false }

  test('people follow the cycle from their offsets; those of one day share a shift', async () => {
    const { id } = await newRotation((early) => [early, early, null], [0, 1])
    const done = await applyRotation(ward.manager, ward.rosterId, 1, { rotationId: id, ...range })
    expect(done).toMatchObject({ assigned: 4, conflicts: [] })
    expect((await standing()).sort()).toEqual([
      '2027-03-08 05:00 Ada',
      '2027-03-08 05:00 Bo',
      '2027-03-09 05:00 Ada',
      '2027-03-10 05:00 Bo',
    ])
    const again = await applyRotation(ward.manager, ward.rosterId, 2, { rotationId: id, ...range })
    expect(again).toMatchObject({ assigned: 0, shifts: [] })
  })

  test('the cycle holds before its anchor as after it', () => {
    const members = [{ employeeId: 'ada', siteId: 'main', offsetDays: 0 }]
    const days = wantedBy({ cycle: ['e', null, null], members, anchorDay: '2027-03-08' }, '2027-03-01', '2027-03-12')
    expect(days.map(({ day }) => day)).toEqual(['2027-03-02', '2027-03-05', '2027-03-08', '2027-03-11'])
  })

  test('a conflict refuses the whole, or leaves out whom it concerns', async () => {
    const { id } = await newRotation((early) => [early], [0, 0])
    await ward.assign(await ward.addShift(9, 16), ward.ada)
    const lay = { rotationId: id, ...range }
    expect(await failureOf(applyRotation(ward.manager, ward.rosterId, 1, lay))).toMatchObject({
      details: { breaches: [{ rule: 'min-rest' }, { rule: 'min-rest' }] },
    })
    expect(await standing()).toEqual(['2027-03-09 15:00 Ada'])
    const done = await applyRotation(ward.manager, ward.rosterId, 1, { ...lay, leaveOut: true })
    expect(done.conflicts.every(({ employeeId }) => employeeId === ward.ada.id)).toBe(true)
    expect((await standing()).filter((line) => line.endsWith('Bo'))).toHaveLength(3)
  })

  test('a range outside the roster, a stale version and a stranger are refused', async () => {
    const { id } = await newRotation((early) => [early], [0])
    const lay = { rotationId: id, ...range }
    const outside = { ...lay, fromDay: '2028-01-01', toDay: '2028-01-31' }
    expect(await failureOf(applyRotation(ward.manager, ward.rosterId, 1, outside))).toBeInstanceOf(Invalid)
    expect(await failureOf(applyRotation(ward.manager, ward.rosterId, 3, lay))).toBeInstanceOf(VersionConflict)
    const stranger = testContext(database, await database.newOrg())
    expect(await failureOf(applyRotation(stranger, ward.rosterId, 1, lay))).toBeInstanceOf(NotFound)
  })
})

test('a night over the clock change keeps its hours on the wall', () => {
  const zones = new Map([['main', 'Europe/Berlin']])
  const night = {
    id: 'n',
    siteId: 'main',
    shiftTypeId: null,
    name: 'Night',
    day: '2027-03-20',
    startsAt: new Date('2027-03-20T21:00:00Z'),
    endsAt: new Date('2027-03-21T05:00:00Z'),
    breakMinutes: 0,
    paidMinutes: 480,
    headsMin: 1,
    headsTarget: null,
    headsMax: null,
    priority: 1,
    skills: { allOf: [], anyOf: [] },
    tags: [],
    version: 1,
  }
  const pattern = patternOf({ shifts: [night], assignments: [] }, zones, { from: '2027-03-20', days: 1 }, true)
  expect(pattern).toMatchObject([{ startTime: '22:00', minutes: 480 }])
  const laid = layPattern(pattern, { from: '2027-03-27', before: '2027-04-30' }, zones, () => 'new')
  expect(laid.createShifts).toMatchObject([{ start: '2027-03-27T21:00:00.000Z', end: '2027-03-28T04:00:00.000Z' }])
})
