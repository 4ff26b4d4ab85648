import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../platform/ids.ts'
import { withOrg } from './client.ts'
import { constraintMessages } from './constraint-messages.ts'
import { explainDatabaseError, mayRepeat } from './errors.ts'
import { skills } from './schema/index.ts'
import { startTestDatabase, type TestDatabase } from './tests/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestDatabase()
}, 60_000)
afterAll(() => database.stop(), 30_000)

test('every constraint that a request can violate has a sentence, and every sentence a constraint', async () => {
  const { rows } = await database.owner.query<{ name: string }>(`
    select c.conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and c.contype in ('u', 'f', 'c', 'x', 'p')
    union select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
    where n.nspname = 'public' and x.indisunique and not x.indisprimary
    union select tgname from pg_trigger where tgname ~ '_(fkey|append_only)$'`)
  // Ids, tokens and counters are made by the application; the auth side's own references are never written by a request.
  const internal = new Set([
    'sessions_token_key',
    'accounts_provider_account_key',
    'shifts_span_key',
    'outbox_attempts_check',
    'run_progress_seq_check',
  ])
  const ownKey = /_(id_(users|organisations)_id_fk)$/
  const reachable = rows.map((row) => row.name).filter((name) => !internal.has(name) && !ownKey.test(name))
  const withoutIds = reachable.filter((name) => !name.endsWith('_pkey') || name in constraintMessages)
  expect(Object.keys(constraintMessages).sort()).toEqual([...new Set(withoutIds)].sort())
})

test('a violation becomes a domain error without a word of the database', async () => {
  const { orgId } = await database.newOrg()
  const insert = (code: string) =>
    withOrg(database.app, orgId, (tx) => tx.insert(skills).values({ orgId, id: uuidV7(), code, name: 'x' }))
  await insert('icu')
  const error = await insert('icu').catch((thrown: unknown) => thrown)
  expect(explainDatabaseError(error)).toEqual({
    code: 'already_exists',
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
