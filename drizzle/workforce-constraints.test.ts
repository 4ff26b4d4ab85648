// What must hold whoever writes: every rule of the workforce is broken here by plain SQL, and the database refuses.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../platform/ids.ts'
import { type Tx, withOrg } from './client.ts'
import { explainDatabaseError } from './errors.ts'
import { oneOfEach } from './tests/one-of-each.ts'
import { testDatabase } from './tests/test-database.ts'

const database = testDatabase()
let orgId: string
let ids: Awaited<ReturnType<typeof oneOfEach>>
beforeAll(async () => {
  orgId = (await database.newOrg()).orgId
  ids = await oneOfEach(database.app, orgId)
}, 60_000)

/** Runs the statements in one transaction that is always rolled back; answers the constraint that refused them. */
const refusal = async (...statements: ReturnType<typeof sql>[]): Promise<string | undefined> => {
  const outcome = await withOrg(database.app, orgId, async (tx: Tx) => {
    for (const statement of statements) await tx.execute(statement)
    throw new Error('not refused')
  }).catch((error: unknown) => error)
  return explainDatabaseError(outcome)?.constraint
}

const department = (id: string, parent: string | null) =>
  sql`insert into departments (org_id, id, code, name, parent_id) values (${orgId}, ${id}, ${id}, 'x', ${parent})`

test('a department never stands below itself', async () => {
  const [top, middle, leaf] = [uuidV7(), uuidV7(), uuidV7()]
  const tree = [department(top, null), department(middle, top), department(leaf, middle)]
  expect(await refusal(...tree)).toBeUndefined()
  const circle = sql`update departments set parent_id = ${leaf} where org_id = ${orgId} and id = ${top}`
  expect(await refusal(...tree, circle)).toBe('departments_circle_check')
  expect(await refusal(sql`update departments set parent_id = id where org_id = ${orgId}`)).toBe(
    'departments_circle_check',
  )
})

test.each(['supervisor', 'mentor', 'manager'])('nobody is their own %s, directly or over others', async (line) => {
  const column = sql.identifier(`${line}_id`)
  const above = (below: string, who: string) =>
    sql`update employees set ${column} = ${who} where org_id = ${orgId} and id = ${below}`
  const [ada, bo] = [ids.employee.id, ids.colleague.id]
  expect(await refusal(above(ada, ada))).toMatch(/^employees_(self_check|\w+_circle_check)$/)
  expect(await refusal(above(ada, bo))).toBeUndefined()
  expect(await refusal(above(ada, bo), above(bo, ada))).toBe(`employees_${line}_circle_check`)
})

test('a curve names only shift types of its organisation', async () => {
  const curve = (type: string) =>
    sql`insert into demand_curves (org_id, id, site_id, name, weekday, interval_minutes, heads, shift_type_ids)
      values (${orgId}, ${uuidV7()}, ${ids.site.id}, 'x', 1, 60, ${sql.raw(`array_fill(1, array[24])`)}, array[${type}::uuid])`
  expect(await refusal(sql`delete from demand_curves`, curve(ids.type.id))).toBeUndefined()
  expect(await refusal(sql`delete from demand_curves`, curve(uuidV7()))).toBe('demand_curves_shift_types_fkey')
})

const entry = (minutes: number, kind = 'request', on = '2027-04-01') =>
  sql`insert into time_off_ledger (org_id, id, employee_id, type_id, kind, minutes, effective_on)
    values (${orgId}, ${uuidV7()}, ${ids.employee.id}, ${ids.timeOffType.id}, ${kind}, ${minutes}, ${on})`

test('a balance of leave follows its ledger and cannot fall below zero unless the policy says so', async () => {
  expect(await refusal(entry(-960))).toBeUndefined()
  expect(await refusal(entry(-960), entry(-1))).toBe('time_off_balances_floor_check')
  const lenient = sql`update time_off_types set may_go_below_zero = true where org_id = ${orgId}`
  expect(await refusal(lenient, entry(-5000))).toBeUndefined()
  expect(await refusal(sql`update time_off_balances set minutes = 99999`)).toBe('row_security')
  expect(await refusal(sql`delete from time_off_ledger`)).toBe('row_security')
})

test("a month's accrual is given once", async () => {
  expect(await refusal(entry(60, 'accrual'), entry(60, 'accrual', '2027-05-01'))).toBeUndefined()
  expect(await refusal(entry(60, 'accrual'), entry(60, 'accrual'))).toBe('time_off_ledger_period_key')
})

test('an open shift never gives away more heads than it has, and nobody claims it twice', async () => {
  expect(await refusal(sql`update open_shifts set heads_taken = 2 where org_id = ${orgId}`)).toBe(
    'open_shifts_heads_check',
  )
  const claim = sql`insert into shift_claims (org_id, id, open_shift_id, employee_id, state)
    values (${orgId}, ${uuidV7()}, ${ids.openShift.id}, ${ids.colleague.id}, 'pending')`
  expect(await refusal(claim)).toBe('shift_claims_live_key')
})

test('one assignment has one open request to swap it', async () => {
  const swap = sql`insert into swap_requests (org_id, id, kind, from_employee_id, from_assignment_id, created_by)
    values (${orgId}, ${uuidV7()}, 'give-up', ${ids.employee.id}, ${ids.assignment.id}, ${ids.user})`
  expect(await refusal(swap)).toBe('swap_requests_live_key')
})

const worked = (from: string, until: string | null) =>
  sql`insert into time_entries (org_id, id, employee_id, day, clocked_in_at, starts_at, ends_at, worked_minutes, state)
    values (${orgId}, ${uuidV7()}, ${ids.colleague.id}, ${from.slice(0, 10)}, ${from}, ${from}, ${until}, ${until && 60},
      ${until ? 'complete' : 'open'})`

test('nobody is clocked in twice or works two times at once', async () => {
  const day = '2027-03-10'
  const first = worked(`${day}T08:00Z`, `${day}T12:00Z`)
  expect(await refusal(first, worked(`${day}T12:00Z`, `${day}T16:00Z`))).toBeUndefined()
  expect(await refusal(first, worked(`${day}T11:59Z`, `${day}T16:00Z`))).toBe('time_entries_overlap_excl')
  expect(await refusal(worked(`${day}T08:00Z`, null), worked(`${day}T09:00Z`, null))).toBe('time_entries_open_key')
})

const period = (state: string) => sql`update pay_periods set state = ${state} where org_id = ${orgId}`

test('worked time of a closed pay period stands still, and a final one for good', async () => {
  expect(await refusal(period('closed'), worked('2027-03-10T08:00Z', '2027-03-10T09:00Z'))).toBe(
    'time_entries_period_check',
  )
  expect(await refusal(period('closed'), sql`delete from time_entries`)).toBe('time_entries_period_check')
  expect(await refusal(period('closed'), period('open'), worked('2027-03-10T08:00Z', null))).toBeUndefined()
  expect(await refusal(period('final'))).toBe('pay_periods_step_check')
  const end = [period('closed'), period('processing'), period('final')]
  expect(await refusal(...end)).toBeUndefined()
  expect(await refusal(...end, period('processing'))).toBe('pay_periods_step_check')
})

test('pay periods and budgets of one site do not overlap', async () => {
  const next = (table: string, first: string, extra = sql``, values = sql``) =>
    sql`insert into ${sql.identifier(table)} (org_id, id, first_day, last_day${extra})
      values (${orgId}, ${uuidV7()}, ${first}, '2027-04-30'${values})`
  const money = [sql`, name, amount_minor`, sql`, 'April', 1`] as const
  expect(await refusal(next('pay_periods', '2027-04-01'))).toBeUndefined()
  expect(await refusal(next('pay_periods', '2027-03-31'))).toBe('pay_periods_overlap_excl')
  expect(await refusal(next('budgets', '2027-04-01', ...money))).toBeUndefined()
  expect(await refusal(next('budgets', '2027-03-31', ...money))).toBe('budgets_overlap_excl')
})

test('versions of a roster, decisions on leave and clock events are written once', async () => {
  for (const table of ['roster_versions', 'time_off_decisions', 'clock_events'])
    expect(await refusal(sql`delete from ${sql.identifier(table)}`)).toBe('row_security')
  expect(await refusal(sql`update clock_events set at = now()`)).toBe('row_security')
  expect(await refusal(sql`update clock_events set latitude = null`)).toBeUndefined()
})

test('lines of the audit log lie in the partition of their month, and months are made ahead', async () => {
  const { rows } = await database.owner.query(
    `select distinct tableoid::regclass::text as name from audit_log where at > now() - interval '1 hour'`,
  )
  expect(rows.map(({ name }) => name).join()).toMatch(/^audit_log_\d{4}_\d{2}$/)
  const { rows: made } = await database.owner.query('select make_audit_partitions(14) as made')
  expect(made).toEqual([{ made: 2 }])
})
