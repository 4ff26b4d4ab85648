import { expect, test } from 'vitest'
import { uuidV7 } from '../platform/ids.ts'
import { withOrg } from './client.ts'
import { constraintMessage, constraintMessages } from './constraint-messages.ts'
import { explainDatabaseError, mayRepeat } from './errors.ts'
import { skills } from './schema/index.ts'
import { testDatabase } from './tests/test-database.ts'

const database = testDatabase()

/** Raised by triggers under names of their own. */
const raisedByTriggers = [
  'audit_log_append_only',
  'departments_circle_check',
  'employees_supervisor_circle_check',
  'employees_mentor_circle_check',
  'employees_manager_circle_check',
  'pay_periods_step_check',
  'time_entries_period_check',
]

test('every constraint that a request can violate has a sentence, and every sentence a constraint', async () => {
  const { rows } = await database.owner.query<{ name: string; table: string }>(`
    select c.conname as name, t.relname as table from pg_constraint c join pg_class t on t.oid = c.conrelid
      join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public' and c.contype in ('u', 'f', 'c', 'x', 'p')
    union select i.relname, t.relname from pg_index x join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = i.relnamespace
      where n.nspname = 'public' and x.indisunique and not x.indisprimary
    union select g.tgname, t.relname from pg_trigger g join pg_class t on t.oid = g.tgrelid where g.tgname ~ '_fkey$'`)
  // Ids, tokens, hashes and counters are made by the application; the auth side's own references are never written by a request.
  const internal = new Set([
    'sessions_token_key',
    'accounts_provider_account_key',
    'api_keys_hash_key',
    'shifts_span_key',
    'outbox_attempts_check',
    'run_progress_seq_check',
    'run_parts_part_check',
  ])
  const ownKey = /_(id_(users|organisations)_id_fk)$/
  const reachable = rows.filter(({ name }) => !internal.has(name) && !ownKey.test(name) && !name.endsWith('_pkey'))
  expect(reachable.filter(({ name, table }) => !constraintMessage(name, table))).toEqual([])
  const known = new Set([...rows.map(({ name }) => name), ...raisedByTriggers])
  expect(Object.keys(constraintMessages).filter((name) => !known.has(name))).toEqual([])
})

test('a violation becomes a domain error without a word of the database', async () => {
  const { orgId } = await database.newOrg()
  const insert = (code: string) =>
    withOrg(database.app, orgId, (tx) => tx.insert(skills).values({ orgId, id: uuidV7(), code, name: 'x' }))
  await insert('icu')
  const error = await insert('icu').catch((thrown: unknown) => thrown)
  expect(explainDatabaseError(error)).toEqual({
    code: 'already_exists',
    field: 'code',
    message: 'There is already a skill with this code. Choose another code, or change that skill.',
    constraint: 'skills_code_key',
  })
})

test('an error that no user can cause is not explained', () => {
  expect(explainDatabaseError(new Error('x'))).toBeUndefined()
  expect(explainDatabaseError(Object.assign(new Error('x'), { code: '42P01' }))).toBeUndefined()
  expect(explainDatabaseError('x')).toBeUndefined()
})

test('deadlocks and serialization failures may be repeated, also when wrapped', () => {
  const deadlock = Object.assign(new Error('x'), { code: '40P01' })
  expect(mayRepeat(new Error('Failed query', { cause: deadlock }))).toBe(true)
  expect(mayRepeat(Object.assign(new Error('x'), { code: '23505' }))).toBe(false)
})

test('a character, number or date that the database has no room for is the request to blame', async () => {
  for (const statement of [
    "select convert_from('\\x00'::bytea, 'UTF8')",
    'select 3000000000::int',
    "select '9999999-01-01'::date",
  ]) {
    const failed = await database.owner.query(statement).catch((error: unknown) => error)
    expect([statement, explainDatabaseError(failed)?.code]).toEqual([statement, 'validation_failed'])
  }
})
