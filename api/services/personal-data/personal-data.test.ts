import { expect, test } from 'vitest'
import { oneOfEach } from '../../../drizzle/tests/one-of-each.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { Conflict, Forbidden, Invalid, NotFound, VersionConflict } from '../../errors.ts'
import { deleteOrganisation } from '../organisation/delete-organisation.ts'
import { failureOf, inRole, testMembers } from '../tests/test-context.ts'
import { erasedName, erasePerson } from './erase-person.ts'
import { exportPerson } from './export-person.ts'
import { tablesAboutPeople } from './tables-about-people.ts'

const marker = 'PERSONAL'
const database = testDatabase()

/** An organisation with one row of each table about one person, every free text of which holds a marker. */
const filled = async () => {
  const { owner, stranger } = await testMembers(database)
  const { employee } = await oneOfEach(database.app, owner.orgId)
  const about = async (sql: string, ...more: unknown[]) => database.owner.query(sql, [employee.id, ...more])
  for (const [name, { people, texts }] of Object.entries(tablesAboutPeople)) {
    for (const column of texts.filter((text) => !/latitude|longitude|metres/.test(text))) {
      await about(`update ${name} set ${column} = '${marker}' where ${people[0]} = $1`)
    }
  }
  await about(`update employees set name = '${marker}', private_phone = '${marker}', designation = '${marker}',
    external_ids = '{"payroll": "${marker}"}', user_id = (select user_id from notifications where org_id = employees.org_id limit 1)
    where id = $1`)
  for (const table of ['roster_runs', 'run_parts']) {
    await about(
      `update ${table} set problem = jsonb_set(problem, '{employees}',
      jsonb_build_array(jsonb_build_object('id', $1::text, 'name', '${marker}'), jsonb_build_object('id', 'x', 'name', 'Kept'))) where org_id = $2`,
      owner.orgId,
    )
  }
  await database.owner.query(`update notifications set data = '{"name": "${marker}"}' where org_id = $1`, [owner.orgId])
  await about(
    `update rule_overrides set reason = '${marker}', breach = jsonb_set(breach, '{employees}', jsonb_build_array('x', $1::text))
    where org_id = $2`,
    owner.orgId,
  )
  await database.owner.query('delete from assignments where org_id = $1', [owner.orgId])
  const { rows } = await about('select number, version from employees where id = $1')
  return { owner, stranger, id: employee.id, ...(rows[0] as { number: string; version: number }) }
}

/** Tables in which a text stands somewhere in a row of the organisation. */
const tablesWith = async (orgId: string, text: string): Promise<string[]> => {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'org_id' and table_schema = 'public'
     and table_name !~ '^audit_log_'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await database.owner.query(
      `select 1 from ${name} t where org_id = $1 and to_jsonb(t)::text like $2`,
      [orgId, `%${text}%`],
    )
    if (rowCount) found.push(name)
  }
  return found
}

test('every table that names an employee is listed', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select distinct table_name as name from information_schema.columns where table_schema = 'public'
     and column_name ~ 'employee_id$' and table_name <> 'invitations' order by 1`,
  )
  expect(Object.keys(tablesAboutPeople).sort()).toEqual(rows.map(({ name }) => name))
})

test('a person gets a copy of everything held about them, and nothing of others', async () => {
  const { owner, id } = await filled()
  const copy = await exportPerson(owner, id)
  expect(copy.employee).toMatchObject({ id, name: marker, private_phone: marker })
  expect(Object.keys(copy.records).sort()).toEqual(Object.keys(tablesAboutPeople))
  const filledKinds = Object.entries(copy.records).filter(([, rows]) => rows.length > 0)
  expect(filledKinds.length).toBeGreaterThan(12)
  for (const [name, rows] of filledKinds) {
    for (const row of rows) expect(tablesAboutPeople[name]?.people.map((column) => row[column])).toContain(id)
  }
  expect(JSON.stringify(copy)).not.toMatch(/org_id|pin_hash/)
})

test('one’s own copy is for everybody, that of others for who may see private data; pay for who may see costs', async () => {
  const { owner, stranger, id } = await filled()
  const { rows } = await database.owner.query('select user_id from employees where id = $1', [id])
  const own: Context = { ...owner, ...inRole('employee'), user: { ...owner.user, id: rows[0].user_id } }
  expect((await exportPerson(own, id)).employee.id).toBe(id)
  for (const role of ['employee', 'viewer'] as const) {
    expect(await failureOf(exportPerson({ ...owner, ...inRole(role) }, id))).toBeInstanceOf(Forbidden)
    expect(await failureOf(exportPerson({ ...owner, ...inRole(role) }, uuidV7()))).toBeInstanceOf(Forbidden)
  }
  expect(await failureOf(exportPerson(stranger, id))).toBeInstanceOf(NotFound)
  const blind = { ...owner, permissions: new Set(['people:private'] as const) }
  expect(JSON.stringify(await exportPerson(blind, id))).not.toContain('minor')
  expect(JSON.stringify(await exportPerson(owner, id))).toContain('rate_minor')
})

test('after erasing nothing written about the person is left, and what was worked stays', async () => {
  const { owner, id, number, version } = await filled()
  expect((await tablesWith(owner.orgId, marker)).length).toBeGreaterThan(8)
  const count = `select count(*)::int as n from time_entries where employee_id = $1`
  const before = (await database.owner.query(count, [id])).rows
  await erasePerson(owner, { id, version, number })
  expect(await tablesWith(owner.orgId, marker)).toEqual([])
  expect((await database.owner.query(count, [id])).rows).toEqual(before)
  const { rows } = await database.owner.query(
    `select name, number, state, user_id, erased_at from employees where id = $1`,
    [id],
  )
  expect(rows[0]).toMatchObject({ name: erasedName, number: `erased-${id}`, state: 'archived', user_id: null })
  const frozen = await database.owner.query(
    `select problem -> 'employees' as people from roster_runs where org_id = $1
     union all select problem -> 'employees' from run_parts where org_id = $1`,
    [owner.orgId],
  )
  const people = [
    { id, name: erasedName },
    { id: 'x', name: 'Kept' },
  ]
  expect(frozen.rows).toEqual([{ people }, { people }])
  const { rows: log } = await database.owner.query(`select action, actor_id from audit_log where entity_id = $1`, [id])
  expect(log).toEqual([{ action: 'erase-employee', actor_id: owner.user.id }])
  const again = erasePerson(owner, { id, version: version + 1, number: `erased-${id}` })
  expect(await failureOf(again)).toBeInstanceOf(Conflict)
})

test('who was deleted can be erased as well', async () => {
  const { owner, id, number, version } = await filled()
  await database.owner.query('update employees set deleted_at = now() where id = $1', [id])
  await erasePerson(owner, { id, version, number })
  expect(await tablesWith(owner.orgId, marker)).toEqual([])
})

test('erasing asks for the number, the version and the right, and waits until no shift lies ahead', async () => {
  const { owner, stranger, id, number, version } = await filled()
  const erase = (ctx: Context, more: object = {}) => failureOf(erasePerson(ctx, { id, version, number, ...more }))
  expect(await erase(owner, { number: 'other' })).toBeInstanceOf(Invalid)
  expect(await erase(owner, { version: 9 })).toBeInstanceOf(VersionConflict)
  for (const role of ['manager', 'employee', 'viewer'] as const) {
    expect(await erase({ ...owner, ...inRole(role) })).toBeInstanceOf(Forbidden)
  }
  expect(await erase(stranger)).toBeInstanceOf(NotFound)
  await database.owner.query(
    `insert into assignments (org_id, id, roster_id, shift_id, employee_id, starts_at, ends_at)
     select org_id, gen_random_uuid(), roster_id, id, $1, starts_at, ends_at from shifts where org_id = $2 limit 1`,
    [id, owner.orgId],
  )
  expect(await erase(owner)).toBeInstanceOf(Conflict)
})

test('an organisation is deleted with everything it holds, by its owner who types its name, and no other is touched', async () => {
  const { owner } = await filled()
  const other = await filled()
  for (const role of ['admin', 'manager', 'employee', 'viewer'] as const) {
    expect(await failureOf(deleteOrganisation({ ...owner, ...inRole(role) }, { name: 'Vet' }))).toBeInstanceOf(
      Forbidden,
    )
  }
  expect(await failureOf(deleteOrganisation(owner, { name: 'vet' }))).toBeInstanceOf(Invalid)
  expect((await tablesWith(owner.orgId, '')).length).toBeGreaterThan(40)
  const before = await tablesWith(other.owner.orgId, '')
  await deleteOrganisation(owner, { name: 'Vet' })
  // Keys of requests name no organisation by reference and expire within a day.
  expect(await tablesWith(owner.orgId, '')).toEqual(['idempotency_keys'])
  expect(await tablesWith(other.owner.orgId, '')).toEqual(before)
  expect(await failureOf(deleteOrganisation(owner, { name: 'Vet' }))).toBeInstanceOf(NotFound)
})
