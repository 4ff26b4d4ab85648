// Repairs from the request to the roster, worked on by the real engine in place of the solver's Worker.
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { absences, assignments, rosterRuns } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { openRepair, openSession } from '../../../solver/index.ts'
import { portsOf } from '../../../solver/worker/tests/runs-at-work.ts'
import { workOnRun } from '../../../solver/worker/work-on-run.ts'
import { proposalAccept, runCreate } from '../../contract/rostering.ts'
import { Conflict, Forbidden, Invalid, NotFound, VersionConflict } from '../../errors.ts'
import { editRoster } from '../rosters/edits/edit-roster.ts'
import { failureOf, inRole, newOwner } from '../tests/test-context.ts'
import { newWard, type Ward } from '../tests/ward.ts'
import { acceptProposal } from './accept-proposal.ts'
import { getProposal } from './get-proposal.ts'
import { startRun } from './start-run.ts'

const database = testDatabase()
let ward: Ward
let early: Awaited<ReturnType<Ward['addShift']>>[]
/** Ada works Wednesday to Friday and Bo the late shifts beside her; Cy and Di are free. Then Ada falls ill on Thursday. */
beforeEach(async () => {
  ward = await newWard(database)
  early = [await ward.addShift(10, 7), await ward.addShift(11, 7), await ward.addShift(12, 7)]
  for (const shift of early) await ward.assign(shift, ward.ada)
  for (const day of [10, 11, 12]) await ward.assign(await ward.addShift(day, 15), ward.bo)
})
const fallIll = (day: number, who = ward.ada) =>
  withOrg(database.app, ward.orgId, (tx) =>
    tx.insert(absences).values({
      orgId: ward.orgId,
      id: ward.manager.ids.next(),
      employeeId: who.id,
      kind: 'sick',
      reportedBy: ward.manager.user.id,
      startsAt: new Date(`2027-03-${day}T00:00:00+01:00`),
      endsAt: new Date(`2027-03-${day + 1}T00:00:00+01:00`),
    }),
  )
const repair = (wishes: object = {}, ctx = ward.manager) =>
  startRun(ctx, ward.rosterId, runCreate.parse({ scope: 'repair', evaluations: 60_000, ...wishes }))
const work = async (runId: string) => {
  const { ports } = portsOf(database)
  const real = { ...ports, openSession, openRepair }
  expect(await workOnRun(real, { orgId: ward.orgId, runId })).toBe('ended')
}
const accept = (runId: string, wishes: object = {}, version = 1, ctx = ward.manager) =>
  acceptProposal(ctx, runId, version, proposalAccept.parse(wishes))
const repaired = async (wishes: object = {}) => {
  const run = await repair(wishes)
  await work(run.id)
  return run.id
}
const pair = (shift: { id: string }, who: { id: string }) => ({ shiftId: shift.id, employeeId: who.id })

describe('a repair', () => {
  test('of a published roster replaces the sick by one change, tells people, and can be taken back', async () => {
    await fallIll(11)
    const runId = await repaired()
    const proposal = await getProposal(ward.manager, runId)
    expect(proposal.run).toMatchObject({ state: 'completed', scope: 'repair' })
    expect(proposal.removed).toEqual([pair(early[1]!, ward.ada)])
    expect(proposal.added).toHaveLength(1)
    expect([ward.cy.id, ward.di.id]).toContain(proposal.added[0]?.employeeId)
    // Ten days ahead no change is dear.
    expect(proposal.disruption).toEqual({ changes: 2, points: 2 })
    expect(proposal.breaches.filter(({ level }) => level === 'hard')).toEqual([])

    const accepted = await accept(runId)
    expect(accepted).toMatchObject({ state: 'published', version: 2 })
    expect(await ward.workersOf(early[1]!.id)).toEqual(proposal.added.map(({ employeeId }) => employeeId))
    expect(await ward.workersOf(early[0]!.id)).toEqual([ward.ada.id])
    const told = (await ward.notices()).filter(({ kind }) => kind === 'shift-changed')
    expect(told.map(({ to }) => to)).toEqual([
      { employeeIds: [ward.ada.id] },
      { employeeIds: proposal.added.map(({ employeeId }) => employeeId) },
    ])

    await withOrg(database.app, ward.orgId, (tx) => tx.delete(absences))
    await editRoster(ward.manager, ward.rosterId, 2, accepted.undo)
    expect(await ward.workersOf(early[1]!.id)).toEqual([ward.ada.id])
  })

  test('counts changes dearer the less notice they leave', async () => {
    await fallIll(11)
    const runId = await repaired()
    const dayBefore = { ...ward.manager, clock: { now: () => new Date('2027-03-10T12:00:00Z') } }
    expect((await getProposal(dayBefore, runId)).disruption).toEqual({ changes: 2, points: 20 })
  })

  test('of a draft goes into the draft, fills what is open and leaves the rest', async () => {
    await ward.setRoster({ state: 'draft', publishedAt: null })
    const open = await ward.addShift(13, 7)
    const runId = await repaired()
    const proposal = await getProposal(ward.manager, runId)
    expect(proposal.removed).toEqual([])
    expect(proposal.added.map(({ shiftId }) => shiftId)).toEqual([open.id])
    expect(await accept(runId)).toMatchObject({ state: 'draft', version: 2 })
    expect(await ward.workersOf(open.id)).toHaveLength(1)
  })

  test('looks only at the days, shifts and people it is told, and only ahead', async () => {
    const open = await ward.addShift(13, 7)
    await fallIll(11)
    await fallIll(12)
    const found = async (wishes: object, now = '2027-03-01T12:00:00Z') => {
      const ctx = { ...ward.manager, clock: { now: () => new Date(now) } }
      const { id } = await repair(wishes, ctx)
      const [row] = await withOrg(database.app, ward.orgId, async (tx) => {
        const rows = await tx.select({ repair: rosterRuns.repair }).from(rosterRuns).where(eq(rosterRuns.id, id))
        await tx.delete(rosterRuns)
        return rows
      })
      return (row?.repair?.changes ?? []).map((change) => ('shift' in change ? change.shift : null))
    }
    expect(await found({})).toEqual([open.id, early[1]!.id, early[2]!.id])
    expect(await found({ employeeIds: [ward.ada.id] })).toEqual([early[1]!.id, early[2]!.id])
    expect(await found({ shiftIds: [open.id, early[2]!.id] })).toEqual([open.id, early[2]!.id])
    expect(await found({ toDay: '2027-03-11' })).toEqual([early[1]!.id])
    expect(await found({}, '2027-03-12T05:00:00Z')).toEqual([open.id, early[2]!.id])
    const nothing = repair({ employeeIds: [ward.di.id] })
    expect(await failureOf(nothing)).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Nothing needs/),
    })
  })

  test('gives up the pin of who cannot come, and no other', async () => {
    await withOrg(database.app, ward.orgId, (tx) => tx.update(assignments).set({ pinned: true }))
    await fallIll(11)
    const runId = await repaired()
    const proposal = await getProposal(ward.manager, runId)
    expect(proposal.removed).toEqual([pair(early[1]!, ward.ada)])
    expect(proposal.added).toHaveLength(1)
    await accept(runId)
    expect(await ward.workersOf(early[0]!.id)).toEqual([ward.ada.id])
  })

  test('is refused to who may not start runs, and its acceptance to who may not publish', async () => {
    await fallIll(11)
    for (const role of ['employee', 'viewer'] as const)
      expect(await failureOf(repair({}, { ...ward.manager, ...inRole(role) }))).toBeInstanceOf(Forbidden)
    const runId = await repaired()
    const { permissions } = ward.manager
    const planner = {
      ...ward.manager,
      permissions: new Set([...permissions].filter((one) => one !== 'rosters:publish')),
    }
    expect(await failureOf(accept(runId, {}, 1, planner))).toBeInstanceOf(Forbidden)
  })

  test('looks like missing to another organisation', async () => {
    await fallIll(11)
    const stranger = await newOwner(database)
    expect(await failureOf(repair({}, stranger))).toBeInstanceOf(NotFound)
    const runId = await repaired()
    expect(await failureOf(accept(runId, {}, 1, stranger))).toBeInstanceOf(NotFound)
  })

  test('is accepted once, on the roster as it stands, and judged anew', async () => {
    await fallIll(11)
    const runId = await repaired()
    expect(await failureOf(accept(runId, {}, 7))).toBeInstanceOf(VersionConflict)
    const { added } = await getProposal(ward.manager, runId)
    const chosen = [ward.cy, ward.di].find(({ id }) => id === added[0]?.employeeId)!
    await fallIll(11, chosen)
    expect(await failureOf(accept(runId))).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/would break the rule/),
    })
    await withOrg(database.app, ward.orgId, (tx) => tx.delete(absences).where(eq(absences.employeeId, chosen.id)))
    await accept(runId)
    expect(await failureOf(accept(runId, {}, 2))).toBeInstanceOf(Conflict)
  })

  test('asks for a reason where a rule warns, as a hand edit does', async () => {
    await fallIll(11)
    const runId = await repaired()
    await ward.setRules(
      { rule: 'request-off', level: 'medium' },
      { rule: 'max-minutes', level: 'medium', params: { period: 'week', minutes: 60 } },
    )
    expect(await failureOf(accept(runId))).toMatchObject({ code: 'reason_required' })
    expect(await accept(runId, { reason: 'Ada is ill' })).toMatchObject({ version: 2 })
  })

  test('one at a time: a second one names the run that is at work', async () => {
    await fallIll(11)
    await repair()
    expect(await failureOf(repair())).toMatchObject({ code: 'run_in_progress' })
  })
})

test('a plan still needs a draft, and wishes that contradict each other are refused', async () => {
  await fallIll(11)
  expect(await failureOf(repair({ scope: 'plan' }))).toMatchObject({ code: 'roster_locked' })
  expect(await failureOf(repair({ keepAssignments: true }))).toBeInstanceOf(Invalid)
  expect(await failureOf(repair({ scope: 'plan', shiftIds: [early[0]!.id] }))).toBeInstanceOf(Invalid)
  await ward.setRoster({ state: 'archived' })
  expect(await failureOf(repair())).toMatchObject({ code: 'roster_locked' })
})
