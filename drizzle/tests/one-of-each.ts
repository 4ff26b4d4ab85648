// One row of every tenant table, so that tests can walk all of them.
import { uuidV7 } from '../../platform/ids.ts'
import type { Problem } from '../../solver/model/problem.ts'
import { type Database, withOrg } from '../client.ts'
import * as t from '../schema/index.ts'
import { oneOfEachOfTheWorkforce } from './one-of-each-workforce.ts'

const startsAt = new Date('2027-03-28T20:00:00Z')
const endsAt = new Date('2027-03-29T04:00:00Z')
export const later = (hours: number) => ({
  startsAt: new Date(startsAt.getTime() + hours * 3_600_000),
  endsAt: new Date(endsAt.getTime() + hours * 3_600_000),
})
const problem: Problem = {
  format: 'muster-problem/1',
  name: 'empty',
  period: { start: '2027-03-28', days: 1, zone: 'Europe/Berlin' },
  sites: [],
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: [],
  shifts: [],
  rules: [],
}

/** Fills a fresh organisation; answers the ids by what they name. */
export const oneOfEach = async (db: Database, orgId: string) => {
  const key = () => ({ orgId, id: uuidV7() })
  const id = {
    site: key(),
    type: key(),
    skill: key(),
    contract: key(),
    employee: key(),
    colleague: key(),
    roster: key(),
    shift: key(),
    assignment: key(),
    run: key(),
  }
  const shift = {
    ...id.shift,
    rosterId: id.roster.id,
    siteId: id.site.id,
    shiftTypeId: id.type.id,
    name: 'Night',
    day: '2027-03-28',
    ...later(0),
    paidMinutes: 450,
    headsMin: 1,
  }
  const person = { orgId, employeeId: id.employee.id }
  await withOrg(db, orgId, async (tx) => {
    await tx.insert(t.sites).values({ ...id.site, code: 'main', name: 'Main', zone: 'Europe/Berlin' })
    await tx
      .insert(t.shiftTypes)
      .values({ ...id.type, code: 'night', name: 'Night', startTime: '22:00', durationMinutes: 480 })
    await tx.insert(t.skills).values({ ...id.skill, code: 'icu', name: 'Intensive care' })
    await tx.insert(t.contracts).values({ ...id.contract, code: 'full', name: 'Full time' })
    await tx.insert(t.employees).values([
      { ...id.employee, number: '1', name: 'Ada', email: 'ada@muster.example' },
      { ...id.colleague, number: '2', name: 'Bo' },
    ])
    await tx.insert(t.employeeSkills).values({ ...person, id: uuidV7(), skillId: id.skill.id })
    await tx.insert(t.employeeContracts).values({
      ...person,
      id: uuidV7(),
      contractId: id.contract.id,
      validFrom: '2027-01-01',
      validUntil: '2027-12-31',
    })
    await tx.insert(t.employeeSites).values({ ...person, siteId: id.site.id })
    await tx.insert(t.timeOffRequests).values({ ...person, id: uuidV7(), startsAt, endsAt, state: 'approved' })
    await tx.insert(t.availability).values({ ...person, id: uuidV7(), startsAt, endsAt, kind: 'unavailable' })
    await tx
      .insert(t.demand)
      .values({ ...key(), siteId: id.site.id, shiftTypeId: id.type.id, day: '2027-03-28', headsMin: 1 })
    await tx
      .insert(t.rosters)
      .values({ ...id.roster, name: 'March', start: '2027-03-01', days: 28, zone: 'Europe/Berlin' })
    await tx.insert(t.shifts).values(shift)
    await tx.insert(t.assignments).values({
      ...id.assignment,
      rosterId: id.roster.id,
      shiftId: id.shift.id,
      employeeId: id.employee.id,
      ...later(0),
    })
    await tx.insert(t.rosterRuns).values({
      ...id.run,
      rosterId: id.roster.id,
      rosterVersion: 1,
      engine: 'search',
      seconds: 5,
      seed: 1,
      options: {},
      problem,
    })
    await tx.insert(t.runProgress).values({
      orgId,
      runId: id.run.id,
      seq: 0,
      atMs: 0,
      evaluations: 0,
      scoreHard: 0,
      scoreMedium: 0,
      scoreSoft: 0,
      missingHeads: 0,
      hardBreaches: 0,
    })
    await tx.insert(t.runParts).values({
      orgId,
      runId: id.run.id,
      part: 0,
      state: 'ended',
      problem,
      scoreHard: 0,
      scoreMedium: 0,
      scoreSoft: 0,
      missingHeads: 0,
      hardBreaches: 0,
    })
    await tx.insert(t.outbox).values({ ...key(), topic: 'run', payload: {} })
    await tx.insert(t.auditLog).values({ ...key(), action: 'create-employee', entity: 'employee' })
    await tx.insert(t.idempotencyKeys).values({
      orgId,
      userId: uuidV7(),
      key: 'k',
      requestHash: 'h',
      lockedUntil: startsAt,
      expiresAt: endsAt,
    })
  })
  const workforce = await oneOfEachOfTheWorkforce(db, orgId, {
    siteId: id.site.id,
    shiftTypeId: id.type.id,
    skillId: id.skill.id,
    employeeId: id.employee.id,
    colleagueId: id.colleague.id,
    rosterId: id.roster.id,
    shiftId: id.shift.id,
    assignmentId: id.assignment.id,
  })
  return { ...id, ...workforce, shiftRow: shift }
}
