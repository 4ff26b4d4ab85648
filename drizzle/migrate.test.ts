import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testDatabase } from './tests/test-database.ts'

const database = testDatabase()

test('migrating twice at once and again changes nothing', async () => {
  const count = 'select count(*)::int as n from drizzle.__drizzle_migrations'
  const before = await database.owner.query(count)
  await Promise.all([database.migrateAgain(), database.migrateAgain()])
  expect((await database.owner.query(count)).rows).toEqual(before.rows)
  expect(before.rows[0].n).toBeGreaterThan(0)
})

test('the roles of the Workers own nothing and cannot pass row security', async () => {
  const { rows: roles } = await database.owner.query(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('muster_app', 'muster_auth') order by 1`,
  )
  const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
  expect(roles).toEqual([
    { rolname: 'muster_app', ...powerless },
    { rolname: 'muster_auth', ...powerless },
  ])
  const { rows: owned } = await database.owner.query(
    `select relname from pg_class where pg_get_userbyid(relowner) in ('muster_app', 'muster_auth')`,
  )
  expect(owned).toEqual([])
})

test('the tenant role cannot read passwords, sessions or invitations', async () => {
  const { rows } = await database.owner.query(
    `select t from unnest(array['users', 'sessions', 'accounts', 'verifications', 'invitations']) as t
     where has_table_privilege('muster_app', t, 'select')`,
  )
  expect(rows).toEqual([])
})

test('the migrations make exactly the tables of the schema', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const copy = mkdtempSync(join(tmpdir(), 'muster-migrations-'))
  try {
    cpSync(join(root, 'drizzle/migrations'), copy, { recursive: true })
    const before = readdirSync(copy)
    const out = relative(root, copy)
    const options = ['--dialect', 'postgresql', '--schema', './drizzle/schema/index.ts', '--out', out]
    execFileSync(join(root, 'node_modules/.bin/drizzle-kit'), ['generate', ...options], { cwd: root })
    expect(readdirSync(copy)).toEqual(before)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})
