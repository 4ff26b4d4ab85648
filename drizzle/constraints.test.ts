import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../platform/ids.ts'
import { type Tx, transact, withOrg } from './client.ts'
import { explainDatabaseError } from './errors.ts'
import * as t from './schema/index.ts'
import { later, oneOfEach } from './tests/one-of-each.ts'
import { testDatabase } from './tests/test-database.ts'

const database = testDatabase()
let orgId: string
let ids: Awaited<ReturnType<typeof oneOfEach>>
beforeAll(async () => {
  orgId = (await database.newOrg()).orgId
  ids = await oneOfEach(database.app, orgId)
}, 60_000)

const refusal = async (work: (tx: Tx) => Promise<unknown>): Promise<string | undefined> => {
  const outcome = await withOrg(database.app, orgId, async (tx) => {
    await work(tx)
    throw new Error('not refused')
  }).catch((error: unknown) => error)
  return explainDatabaseError(outcome)?.constraint
}
const person = () => ({ orgId, id: uuidV7(), number: uuidV7(), name: 'Cy' })

test('the audit log can be written and read, never changed, not even by the owner', async () => {
  await expect(database.owner.query(`update audit_log set action = 'x'`)).rejects.toMatchObject({
    constraint: 'audit_log_append_only',
  })
  await expect(database.owner.query('delete from audit_log')).rejects.toMatchObject({ code: '23001' })
  await expect(database.owner.query('truncate audit_log')).rejects.toMatchObject({ code: '23001' })
})

test('nobody leaves before being hired', async () => {
  const row = { ...person(), hiredOn: '2027-02-01', terminatedOn: '2027-01-31' }
  expect(await refusal((tx) => tx.insert(t.employees).values(row))).toBe('employees_dates_check')
})

test('a work e-mail is unique among active people, whatever its case, and free again after deletion', async () => {
  const row = () => ({ ...person(), email: 'ADA@muster.example' })
  expect(await refusal((tx) => tx.insert(t.employees).values(row()))).toBe('employees_email_key')
  const afterDeletion = refusal(async (tx) => {
    await tx.update(t.employees).set({ deletedAt: new Date() }).where(eq(t.employees.id, ids.employee.id))
    await tx.insert(t.employees).values(row())
  })
  expect(await afterDeletion).toBeUndefined()
})

test('contracts of one person may touch, not overlap; the same holds for one skill', async () => {
  const contract = (validFrom: string) => ({
    orgId,
    id: uuidV7(),
    employeeId: ids.employee.id,
    contractId: ids.contract.id,
    validFrom,
  })
  expect(await refusal((tx) => tx.insert(t.employeeContracts).values(contract('2027-12-31')))).toBe(
    'employee_contracts_overlap_excl',
  )
  expect(await refusal((tx) => tx.insert(t.employeeContracts).values(contract('2028-01-01')))).toBeUndefined()
  const skill = { orgId, id: uuidV7(), employeeId: ids.employee.id, skillId: ids.skill.id, validFrom: '2027-06-01' }
  expect(await refusal((tx) => tx.insert(t.employeeSkills).values(skill))).toBe('employee_skills_overlap_excl')
})

test('the end of a shift comes after its start as instants, heads rise, breaks fit', async () => {
  const change = (set: Partial<typeof t.shifts.$inferInsert>) =>
    refusal((tx) => tx.update(t.shifts).set(set).where(eq(t.shifts.id, ids.shift.id)))
  expect(await change({ endsAt: later(0).startsAt })).toBe('shifts_minutes_check')
  expect(await change({ endsAt: later(0).startsAt, paidMinutes: 0 })).toBe('shifts_span_check')
  expect(await change({ headsMin: 3, headsMax: 2 })).toBe('shifts_heads_check')
  expect(await change({ paidMinutes: 481 })).toBe('shifts_minutes_check')
})

/** A second shift in a roster of its own, `hours` after the first, with the same person. */
const bookAgain = async (tx: Tx, hours: number, rosterId = ids.roster.id): Promise<void> => {
  const shiftId = uuidV7()
  await tx.insert(t.shifts).values({ ...ids.shiftRow, id: shiftId, rosterId, ...later(hours) })
  await tx
    .insert(t.assignments)
    .values({ orgId, id: uuidV7(), rosterId, shiftId, employeeId: ids.employee.id, ...later(hours) })
}
const otherRoster = async (tx: Tx): Promise<string> => {
  const id = uuidV7()
  await tx.insert(t.rosters).values({ orgId, id, name: 'Other', start: '2027-03-01', days: 28, zone: 'Europe/Berlin' })
  return id
}
const publish = (tx: Tx, id: string) =>
  tx.update(t.rosters).set({ state: 'published', publishedAt: new Date() }).where(eq(t.rosters.id, id))

test('nobody is booked twice in one roster, while shifts that touch are fine', async () => {
  expect(await refusal((tx) => bookAgain(tx, 7))).toBe('assignments_double_booking_excl')
  expect(await refusal((tx) => bookAgain(tx, 8))).toBeUndefined()
})

test('two drafts may try the same person; publishing both is refused', async () => {
  const both = async (tx: Tx) => {
    const second = await otherRoster(tx)
    await bookAgain(tx, 2, second)
    await publish(tx, ids.roster.id)
    return second
  }
  expect(await refusal(both)).toBeUndefined()
  expect(await refusal(async (tx) => publish(tx, await both(tx)))).toBe('assignments_double_booking_excl')
})

test('an organisation may allow double booking, and take it back only once nobody is double booked', async () => {
  const allow = (tx: Tx, allowDoubleBooking: boolean) => tx.update(t.organisationSettings).set({ allowDoubleBooking })
  const booked = async (tx: Tx) => {
    await allow(tx, true)
    await bookAgain(tx, 1)
  }
  expect(await refusal(booked)).toBeUndefined()
  const takenBack = refusal(async (tx) => {
    await booked(tx)
    await allow(tx, false)
  })
  expect(await takenBack).toBe('assignments_double_booking_excl')
})

test('an assignment keeps the span of its shift, also when the shift moves', async () => {
  const wrong = { orgId, id: uuidV7(), rosterId: ids.roster.id, shiftId: ids.shift.id, employeeId: ids.colleague.id }
  expect(await refusal((tx) => tx.insert(t.assignments).values({ ...wrong, ...later(1) }))).toBe(
    'assignments_shift_fkey',
  )
  await withOrg(database.app, orgId, async (tx) => {
    await tx.update(t.shifts).set(later(24)).where(eq(t.shifts.id, ids.shift.id))
    const [moved] = await tx.select().from(t.assignments).where(eq(t.assignments.id, ids.assignment.id))
    expect(moved).toMatchObject(later(24))
    await tx.update(t.shifts).set(later(0)).where(eq(t.shifts.id, ids.shift.id))
  })
})

test('a roster has one run under way at most', async () => {
  const again = (tx: Tx) =>
    tx.execute(sql`insert into roster_runs (org_id, id, roster_id, engine, seconds, seed, options, problem, roster_version)
      select org_id, gen_random_uuid(), roster_id, engine, seconds, seed, options, problem, 1 from roster_runs`)
  expect(await refusal(again)).toBe('roster_runs_active_key')
  const afterwards = refusal(async (tx) => {
    await tx
      .update(t.rosterRuns)
      .set({ state: 'completed', finishedAt: new Date() })
      .where(and(eq(t.rosterRuns.orgId, orgId), eq(t.rosterRuns.id, ids.run.id)))
    await again(tx)
  })
  expect(await afterwards).toBeUndefined()
})

test('the same demand twice is refused, the same with other skills is not', async () => {
  const row = { orgId, siteId: ids.site.id, shiftTypeId: ids.type.id, day: '2027-03-28', headsMin: 1 }
  const skills = { allOf: [{ skillId: ids.skill.id, levelMin: 2 }], anyOf: [] }
  expect(await refusal((tx) => tx.insert(t.demand).values({ ...row, id: uuidV7() }))).toBe('demand_key')
  expect(await refusal((tx) => tx.insert(t.demand).values({ ...row, id: uuidV7(), skills }))).toBeUndefined()
})

test('a failed transaction leaves nothing, and one that may be repeated is repeated', async () => {
  const name = uuidV7()
  const failing = transact(database.auth, async (tx) => {
    await tx.insert(t.organisations).values({ id: uuidV7(), name, slug: name })
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  let attempts = 0
  const left = await transact(database.auth, async (tx) => {
    attempts++
    if (attempts === 1) await tx.execute(sql`do $$ begin raise exception 'x' using errcode = '40001'; end $$`)
    return tx.select().from(t.organisations).where(eq(t.organisations.name, name))
  })
  expect({ attempts, left }).toEqual({ attempts: 2, left: [] })
})
