import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { withOrg } from '../../../../drizzle/client.ts'
import { contracts, employeeContracts, employees, rosters, shifts } from '../../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../../drizzle/tests/test-database.ts'
import { systemIds } from '../../../../platform/ids.ts'
import { Conflict, Forbidden, NotFound, VersionConflict } from '../../../errors.ts'
import { failureOf, inRole, testContext } from '../../tests/test-context.ts'
import { newWard, type Ward } from '../../tests/ward.ts'
import { editRoster } from '../edits/edit-roster.ts'
import { noChanges } from '../edits/plan-edit.ts'
import { acknowledgeRoster } from '../publication/acknowledge-roster.ts'
import { archiveRoster } from '../publication/archive-roster.ts'
import { listAcknowledgements } from '../publication/list-acknowledgements.ts'
import { publishDue } from '../publication/publish-due.ts'
import { publishRoster } from '../publish-roster.ts'
import { unpublishRoster } from '../unpublish-roster.ts'
import { compareVersion } from './compare-version.ts'
import { keepVersion } from './keep-version.ts'
import { getVersion, listVersions } from './read-versions.ts'
import { restoreVersion } from './restore-version.ts'

const database = testDatabase()

let ward: Ward
let shift: Awaited<ReturnType<Ward['addShift']>>
beforeEach(async () => {
  ward = await newWard(database)
  await ward.setRoster({ state: 'draft', publishedAt: null })
  shift = await ward.addShift(10, 7)
  await ward.assign(shift, ward.ada)
})

const publish = (version: number, more: { message?: string; publishAt?: string | null } = {}) =>
  publishRoster(ward.manager, ward.rosterId, version, more)
const unpublish = (version: number) => unpublishRoster(ward.manager, ward.rosterId, version, { reason: 'Two are ill' })
const rosterNow = async () => {
  const [row] = await withOrg(database.app, ward.orgId, (tx) =>
    tx.select().from(rosters).where(eq(rosters.id, ward.rosterId)),
  )
  return row
}
const versions = async () => (await listVersions(ward.manager, ward.rosterId, { limit: 50 })).items
const replaceAdaByBo = (version: number) =>
  editRoster(ward.manager, ward.rosterId, version, {
    ...noChanges,
    remove: [{ shiftId: shift.id, employeeId: ward.ada.id }],
    add: [{ shiftId: shift.id, employeeId: ward.bo.id }],
    updateShifts: [{ id: shift.id, end: '2027-03-10T12:00:00Z' }],
    dryRun: false,
  })

describe('versions', () => {
  test('publishing and opening again each keep what stood, and people are told what was said', async () => {
    expect(await publish(1, { message: 'Thank you' })).toMatchObject({ state: 'published', openShifts: 0 })
    expect(await unpublish(2)).toMatchObject({ state: 'draft', version: 3 })
    expect(await versions()).toMatchObject([
      { number: 2, cause: 'unpublished', note: 'Two are ill' },
      { number: 1, cause: 'published', note: 'Thank you' },
    ])
    const employeeIds = [ward.ada.id]
    expect(await ward.notices()).toMatchObject([
      { kind: 'roster-published', to: { employeeIds }, data: { roster: 'March', message: 'Thank you' } },
      { kind: 'roster-unpublished', to: { employeeIds }, data: { reason: 'Two are ill' } },
    ])
  })

  test('a version beside the roster of now: shifts, people and rules', async () => {
    const kept = await keepVersion(ward.manager, ward.rosterId, 1, { note: 'First' })
    await replaceAdaByBo(1)
    const beside = await compareVersion(ward.manager, kept.id, undefined)
    expect(beside.shifts).toEqual({ added: [], removed: [], changed: [shift.id] })
    expect(beside.people.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))).toMatchObject([
      { name: 'Ada', removed: [shift.id], paidMinutes: { before: 480, after: 0 } },
      { name: 'Bo', added: [shift.id], paidMinutes: { before: 0, after: 360 } },
    ])
    const again = await keepVersion(ward.manager, ward.rosterId, 2, { note: null })
    expect(await compareVersion(ward.manager, kept.id, again.id)).toMatchObject({ shifts: beside.shifts })
    expect(await compareVersion(ward.manager, again.id, undefined)).toMatchObject({ people: [], rules: [] })
  })

  test('money stays hidden in a comparison from who may not see it', async () => {
    const kept = await keepVersion(ward.manager, ward.rosterId, 1, { note: null })
    const [orgId, contractId] = [ward.orgId, systemIds.next()]
    const held = { orgId, id: systemIds.next(), employeeId: ward.ada.id, contractId, validFrom: '2027-01-01' }
    await withOrg(database.app, orgId, async (tx) => {
      await tx.insert(contracts).values({ orgId, id: contractId, code: 'full', name: 'Full time' })
      await tx.insert(employeeContracts).values({ ...held, rateMinor: 2000 })
    })
    const permissions = new Set([...ward.manager.permissions].filter((name) => name !== 'costs:read'))
    const figures = (await compareVersion({ ...ward.manager, permissions }, kept.id, undefined)).keyFigures
    expect(figures.before).not.toHaveProperty('costMinor')
    expect((await compareVersion(ward.manager, kept.id, undefined)).keyFigures.before).toHaveProperty('costMinor')
  })

  test('restoring makes the draft stand as it did, and what it overwrites can be restored in turn', async () => {
    const kept = await keepVersion(ward.manager, ward.rosterId, 1, { note: null })
    await replaceAdaByBo(1)
    expect(await restoreVersion(ward.manager, kept.id, 2, {})).toMatchObject({ rosterVersion: 3 })
    expect(await ward.workersOf(shift.id)).toEqual([ward.ada.id])
    const list = await versions()
    expect(list.map(({ cause }) => cause)).toEqual(['restored', 'kept', 'kept'])
    await restoreVersion(ward.manager, list[1]?.id ?? '', 3, {})
    expect(await ward.workersOf(shift.id)).toEqual([ward.bo.id])
    const [row] = await withOrg(database.app, ward.orgId, (tx) => tx.select().from(shifts))
    expect(row?.endsAt).toEqual(new Date('2027-03-10T12:00:00Z'))
  })

  test('a version that breaks a rule of now is not restored, and nothing changes', async () => {
    const kept = await keepVersion(ward.manager, ward.rosterId, 1, { note: null })
    await replaceAdaByBo(1)
    await ward.setRules({ rule: 'max-minutes', level: 'hard', params: { period: 'day', minutes: 420 } })
    expect(await failureOf(restoreVersion(ward.manager, kept.id, 2, {}))).toMatchObject({
      code: 'conflict',
      details: { breaches: [{ rule: 'max-minutes' }] },
    })
    expect(await ward.workersOf(shift.id)).toEqual([ward.bo.id])
    expect(await versions()).toHaveLength(1)
  })

  test('strangers find no version, other roles may not look, a stale or published roster is not restored', async () => {
    const { id } = await keepVersion(ward.manager, ward.rosterId, 1, { note: null })
    const stranger = testContext(database, await database.newOrg())
    const acts = [
      getVersion(stranger, id),
      compareVersion(stranger, id, undefined),
      restoreVersion(stranger, id, 1, {}),
    ]
    for (const act of acts) expect(await failureOf(act)).toBeInstanceOf(NotFound)
    const viewer = { ...ward.manager, ...inRole('viewer') }
    for (const act of [getVersion(viewer, id), keepVersion(viewer, ward.rosterId, 1, { note: null })])
      expect(await failureOf(act)).toBeInstanceOf(Forbidden)
    expect(await failureOf(restoreVersion(ward.manager, id, 9, {}))).toBeInstanceOf(VersionConflict)
    await publish(1)
    expect(await failureOf(restoreVersion(ward.manager, id, 2, {}))).toMatchObject({ code: 'roster_locked' })
  })

  test('the list pages by number', async () => {
    for (const note of ['a', 'b', 'c']) await keepVersion(ward.manager, ward.rosterId, 1, { note })
    const first = await listVersions(ward.manager, ward.rosterId, { limit: 2 })
    const second = await listVersions(ward.manager, ward.rosterId, { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ note }) => note)).toEqual(['c', 'b', 'a'])
    expect(second.nextCursor).toBeNull()
  })
})

describe('publishing at a time', () => {
  const at = '2027-03-02T08:00:00.000Z'
  const later = () => ({ ...ward.manager, clock: { now: () => new Date('2027-03-02T08:00:30Z') } })

  test('the draft stays a draft until then, and is published with its message', async () => {
    expect(await publish(1, { publishAt: at, message: 'Ready' })).toMatchObject({ state: 'draft', publishAt: at })
    expect(await publishDue(ward.manager, ward.rosterId)).toBe(false)
    expect(await publishDue(later(), ward.rosterId)).toBe(true)
    expect(await rosterNow()).toMatchObject({ state: 'published', publishAt: null, publishMessage: null })
    expect(await ward.notices()).toMatchObject([{ kind: 'roster-published', data: { message: 'Ready' } }])
    expect(await publishDue(later(), ward.rosterId)).toBe(false)
  })

  test('a time that was set is taken back', async () => {
    await publish(1, { publishAt: at })
    expect(await publish(2, { publishAt: null })).toMatchObject({ state: 'draft', publishAt: null, version: 3 })
    expect(await publishDue(later(), ward.rosterId)).toBe(false)
  })

  test('rules are asked again then: who set the time is told why it could not be', async () => {
    await publish(1, { publishAt: at })
    await ward.setRules({ rule: 'max-minutes', level: 'hard', params: { period: 'day', minutes: 60 } })
    expect(await publishDue(later(), ward.rosterId)).toBe(false)
    expect(await rosterNow()).toMatchObject({ state: 'draft', publishAt: null })
    expect(await ward.notices()).toMatchObject([
      { kind: 'publish-failed', to: { userIds: [ward.manager.user.id] }, data: { roster: 'March' } },
    ])
  })
})

describe('after publishing', () => {
  test('people confirm once, the list tells who has not, and publishing anew asks again', async () => {
    await publish(1)
    const list = async (pending?: 'true') =>
      (await listAcknowledgements(ward.manager, ward.rosterId, { limit: 10, ...(pending && { pending }) })).items
    expect(await list('true')).toEqual([{ employeeId: ward.ada.id, name: 'Ada', acknowledgedAt: null }])
    const seen = await acknowledgeRoster(ward.ada.ctx, ward.rosterId, {})
    expect(await acknowledgeRoster(ward.ada.ctx, ward.rosterId, {})).toEqual(seen)
    expect(await list('true')).toEqual([])
    expect(await list()).toMatchObject([{ name: 'Ada', acknowledgedAt: '2027-03-01T12:00:00.000Z' }])
    await unpublish(2)
    await publish(3)
    expect(await list('true')).toHaveLength(1)
    await acknowledgeRoster(ward.manager, ward.rosterId, { employeeId: ward.ada.id })
    expect(await list('true')).toEqual([])
  })

  test('nobody confirms for others, a draft, or a roster without a shift of theirs', async () => {
    expect(await failureOf(acknowledgeRoster(ward.ada.ctx, ward.rosterId, {}))).toBeInstanceOf(NotFound)
    await publish(1)
    const forBo = acknowledgeRoster(ward.ada.ctx, ward.rosterId, { employeeId: ward.bo.id })
    expect(await failureOf(forBo)).toBeInstanceOf(Forbidden)
    expect(await failureOf(acknowledgeRoster(ward.bo.ctx, ward.rosterId, {}))).toBeInstanceOf(Conflict)
    const [stranger, missing] = [testContext(database, await database.newOrg()), ward.rosterId]
    expect(await failureOf(acknowledgeRoster(stranger, missing, {}))).toBeInstanceOf(NotFound)
    expect(await failureOf(listAcknowledgements(ward.ada.ctx, missing, { limit: 1 }))).toBeInstanceOf(Forbidden)
  })

  test('only a published roster is archived, and then nothing changes it', async () => {
    expect(await failureOf(archiveRoster(ward.manager, ward.rosterId, 1))).toBeInstanceOf(Conflict)
    await publish(1)
    expect(await failureOf(archiveRoster(ward.ada.ctx, ward.rosterId, 2))).toBeInstanceOf(Forbidden)
    expect(await archiveRoster(ward.manager, ward.rosterId, 2)).toMatchObject({ state: 'archived', version: 3 })
    expect(await failureOf(replaceAdaByBo(3))).toMatchObject({ code: 'roster_locked' })
    expect(await failureOf(unpublish(3))).toMatchObject({ code: 'roster_locked' })
  })

  test('a version still compares when somebody it holds has left', async () => {
    const kept = await keepVersion(ward.manager, ward.rosterId, 1, { note: null })
    await replaceAdaByBo(1)
    await withOrg(database.app, ward.orgId, (tx) =>
      tx.update(employees).set({ deletedAt: sql`now()` }).where(eq(employees.id, ward.ada.id)),
    )
    const { people } = await compareVersion(ward.manager, kept.id, undefined)
    expect(people).toContainEqual(expect.objectContaining({ employeeId: ward.ada.id, name: null, removed: [shift.id] }))
  })
})
