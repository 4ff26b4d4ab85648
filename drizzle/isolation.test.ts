import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { dueOutbox, forgetExpired, stalledParts, stalledRuns } from './across-orgs.ts'
import { readAsOrg, withOrg } from './client.ts'
import { oneOfEach } from './tests/one-of-each.ts'
import { testDatabase } from './tests/test-database.ts'

const tenantTables = [
  'absences',
  'api_keys',
  'assignments',
  'audit_log',
  'availability',
  'blackout_dates',
  'budgets',
  'cache_generations',
  'certifications',
  'channels',
  'clock_events',
  'contracts',
  'demand',
  'demand_curves',
  'demand_patterns',
  'departments',
  'employee_channels',
  'employee_contracts',
  'employee_sites',
  'employee_skills',
  'employees',
  'holidays',
  'idempotency_keys',
  'job_roles',
  'member_scopes',
  'members',
  'notification_preferences',
  'notifications',
  'open_shifts',
  'organisation_settings',
  'outbox',
  'pay_periods',
  'roster_acknowledgements',
  'roster_runs',
  'roster_templates',
  'roster_versions',
  'rosters',
  'rotations',
  'rule_overrides',
  'run_parts',
  'run_progress',
  'shift_claims',
  'shift_types',
  'shifts',
  'site_travel',
  'sites',
  'skills',
  'swap_requests',
  'teams',
  'time_corrections',
  'time_entries',
  'time_off_balances',
  'time_off_decisions',
  'time_off_ledger',
  'time_off_requests',
  'time_off_types',
  'timesheets',
]
/** Read-only for the tenant role, or filled by another one. */
const writable = tenantTables.filter((name) => name !== 'members' && name !== 'organisation_settings')
/** Rows are written once; what is on no list of grants cannot even be tried. */
const writtenOnce = [
  'audit_log',
  'cache_generations',
  'clock_events',
  'roster_versions',
  'time_off_balances',
  'time_off_decisions',
  'time_off_ledger',
]

const database = testDatabase()
let own: string
let other: string
beforeAll(async () => {
  own = (await database.newOrg()).orgId
  other = (await database.newOrg()).orgId
  await oneOfEach(database.app, own)
  await oneOfEach(database.app, other)
}, 60_000)

const count = (name: string) => sql.raw(`select count(*)::int as n, count(distinct org_id)::int as orgs from ${name}`)

test('every table with an org_id is walked here, and row security is forced on it', async () => {
  const { rows } = await database.owner.query(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity order by 1`)
  const { rows: all } = await database.owner.query(
    `select table_name as name from information_schema.columns where column_name = 'org_id' and table_schema = 'public' order by 1`,
  )
  expect(rows).toEqual(all)
  // Partitions of the log are reached through the log alone.
  const walked = rows.map((row) => row.name).filter((name) => name !== 'invitations' && !/^audit_log_/.test(name))
  expect(walked).toEqual(tenantTables)
  const { rows: open } = await database.owner.query(
    `select table_name from information_schema.role_table_grants where grantee = 'muster_app' and table_name like 'audit\\_log\\_%'`,
  )
  expect(open).toEqual([])
})

describe.each(tenantTables)('%s', (name) => {
  test('shows nothing without a tenant, and only its own rows with one', async () => {
    const { rows: without } = await database.app.http.execute(count(name))
    expect(without).toEqual([{ n: 0, orgs: 0 }])
    const [{ rows: within }] = await readAsOrg(database.app, own, (read) => [read.execute(count(name))])
    expect(within[0]?.orgs).toBe(1)
    const foreign = sql`select 1 from ${sql.identifier(name)} where org_id = ${other}`
    expect((await readAsOrg(database.app, own, (read) => [read.execute(foreign)]))[0].rows).toEqual([])
    const { rows: after } = await database.app.http.execute(count(name))
    expect(after).toEqual([{ n: 0, orgs: 0 }])
  })
})

describe.each(writable)('%s', (name) => {
  test('takes no row for another tenant', async () => {
    // The owner's copy of a foreign row, with everything right except who writes it.
    const { rows } = await database.owner.query(`select to_jsonb(r) as row from ${name} r where org_id = $1 limit 1`, [
      other,
    ])
    const columns = await database.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
      [name],
    )
    const names = columns.rows.map((column) => `"${column.name}"`).join(', ')
    const insert = sql.raw(`insert into ${name} (${names}) select ${names} from jsonb_populate_record(null::${name}, '`)
    const statement = sql`${insert}${sql.raw(JSON.stringify(rows[0].row).replaceAll("'", "''"))}${sql.raw("')")}`
    const error = await withOrg(database.app, own, (tx) => tx.execute(statement)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ cause: { code: '42501' } })
  })

  test('lets nobody move, change or delete a row of another tenant', async () => {
    for (const statement of [`update ${name} set org_id = org_id`, `delete from ${name}`]) {
      const result = withOrg(database.app, own, (tx) => tx.execute(sql`${sql.raw(statement)} where org_id = ${other}`))
      if (writtenOnce.includes(name)) await expect(result).rejects.toMatchObject({ cause: { code: '42501' } })
      else expect((await result).rowCount).toBe(0)
    }
  })
})

test('every reference between tenant tables carries the tenant', async () => {
  const { rows } = await database.owner.query(`
    select c.conname as name from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and c.confrelid::regclass::text not in ('organisations', 'users')
      and not exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1] and a.attname = 'org_id')`)
  expect(rows).toEqual([])
})

test('a reference to a row of another tenant cannot be written, even by the owner', async () => {
  const { rows } = await database.owner.query(`select id from employees where org_id = $1 limit 1`, [other])
  const { rows: skills } = await database.owner.query(`select id from skills where org_id = $1`, [own])
  await expect(
    database.owner.query(
      `insert into employee_skills (org_id, id, employee_id, skill_id) values ($1, gen_random_uuid(), $2, $3)`,
      [own, rows[0].id, skills[0].id],
    ),
  ).rejects.toMatchObject({ code: '23503', constraint: 'employee_skills_employee_fkey' })
})

test('needs of skills and sites of a roster refuse ids of another tenant', async () => {
  const { rows: skills } = await database.owner.query(`select id from skills where org_id = $1`, [other])
  const { rows: sites } = await database.owner.query(`select id from sites where org_id = $1`, [other])
  const needs = JSON.stringify({ allOf: [{ skillId: skills[0].id, levelMin: 1 }], anyOf: [] })
  for (const [table, set] of [
    ['shift_types', sql`skills = ${needs}::jsonb`],
    ['demand', sql`skills = ${needs}::jsonb`],
    ['shifts', sql`skills = ${needs}::jsonb`],
    ['rosters', sql`site_ids = array[${sites[0].id}]::uuid[]`],
  ] as const) {
    const update = withOrg(database.app, own, (tx) => tx.execute(sql`update ${sql.identifier(table)} set ${set}`))
    await expect(update).rejects.toMatchObject({ cause: { code: '23503' } })
  }
})

test('an organisation sees its own name only and may not create or delete one', async () => {
  const [{ rows }] = await readAsOrg(database.app, own, (read) => [read.execute(sql`select id from organisations`)])
  expect(rows).toEqual([{ id: own }])
  for (const statement of [
    sql`insert into organisations (id, name, slug) values (gen_random_uuid(), 'x', 'x')`,
    sql`delete from organisations`,
    sql`update organisations set slug = 'x'`,
  ]) {
    const attempt = withOrg(database.app, own, (tx) => tx.execute(statement))
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
  }
})

test('the sweep learns the ids of what is due in all organisations, and nothing else', async () => {
  const due = await dueOutbox(database.app, 100)
  expect(new Set(due.map((row) => row.orgId))).toEqual(new Set([own, other]))
  expect(Object.keys(due[0] ?? {}).sort()).toEqual(['id', 'orgId'])
  await database.owner.query('update roster_runs set created_at = now()')
  expect(await stalledRuns(database.app, 100)).toEqual([])
  await database.owner.query(`update roster_runs set lease_until = now() - interval '1 second' where org_id = $1`, [
    own,
  ])
  expect(await stalledRuns(database.app, 100)).toEqual([{ orgId: own, id: expect.any(String) }])
})

test('the sweep learns which parts of runs lost their Worker, and leaves their runs alone meanwhile', async () => {
  const set = (state: string, lease: string) =>
    database.owner.query(`update run_parts set state = $1, lease_until = now() + $2::interval where org_id = $3`, [
      state,
      lease,
      own,
    ])
  const isOwn = ({ orgId }: { orgId: string }) => orgId === own
  await set('running', '1 minute')
  expect([await stalledParts(database.app, 100), (await stalledRuns(database.app, 100)).filter(isOwn)]).toEqual([
    [],
    [],
  ])
  await set('running', '-1 second')
  expect(await stalledParts(database.app, 100)).toEqual([{ orgId: own, id: expect.any(String), part: 0 }])
  await set('ended', '-1 second')
  expect(await stalledParts(database.app, 100)).toEqual([])
  expect((await stalledRuns(database.app, 100)).filter(isOwn)).toHaveLength(1)
})

test('expired idempotency keys and outbox rows sent long ago are forgotten', async () => {
  await database.owner.query(`update idempotency_keys set expires_at = now() - interval '1 day'`)
  await database.owner.query(`update outbox set sent_at = now() - interval '8 days' where org_id = $1`, [own])
  expect(await forgetExpired(database.app)).toBe(3)
  expect(await forgetExpired(database.app)).toBe(0)
})
