// The search for people runs as the owner: it must stay in the transaction's organisation and be served by its index.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { withOrg } from './client.ts'
import { testDatabase } from './tests/test-database.ts'

const database = testDatabase()
let own: string
let other: string
beforeAll(async () => {
  own = (await database.newOrg()).orgId
  other = (await database.newOrg()).orgId
  for (const org of [own, other]) {
    await database.owner.query(
      `insert into employees (org_id, id, number, name, email)
       select $1, gen_random_uuid(), 'E' || lpad(n::text, 5, '0'), initcap(md5(n::text)), md5(n::text) || '@muster.example'
       from generate_series(1, 3000) n`,
      [org],
    )
  }
  await database.owner.query('analyze employees')
}, 120_000)

const search = (orgId: string, ...words: string[]) =>
  withOrg(database.app, orgId, async (tx) => {
    const list = sql.join(
      words.map((word) => sql`${word}`),
      sql`, `,
    )
    const { rows } = await tx.execute<{ org: string; number: string }>(sql`
      select e.org_id as org, e.number from search_employees(array[${list}]::text[], null, null, null, null, null, 50) found
      join employees e on e.id = found.id group by e.org_id, e.number, e.name order by e.name`)
    return rows
  })

test('only people of the transaction’s organisation are found, and nobody without one', async () => {
  const found = await search(own, 'e00017')
  expect(found).toEqual([{ org: own, number: 'E00017' }])
  const calls = await database.owner.query(
    `select count(*)::int as found from search_employees(array['e0'], null, null, null, null, null, 50)`,
  )
  expect(calls.rows).toEqual([{ found: 0 }])
})

test('what many share comes in the order of names, as many as asked for', async () => {
  const found = await search(own, 'muster')
  expect(found).toHaveLength(50)
  const { rows } = await database.owner.query<{ number: string }>(
    'select number from employees where org_id = $1 order by name, id limit 50',
    [own],
  )
  expect(found.map(({ number }) => number)).toEqual(rows.map(({ number }) => number))
})

test('what few share is found by the index, without reading the table from end to end', async () => {
  const scans = async () => {
    await database.owner.query('select pg_stat_force_next_flush()')
    const { rows } = await database.owner.query<{ index: number; table: number }>(`
      select (select idx_scan::int from pg_stat_user_indexes where indexrelname = 'employees_search_idx') as index,
        (select seq_scan::int from pg_stat_user_tables where relname = 'employees') as table`)
    return rows[0] ?? { index: 0, table: 0 }
  }
  const before = await scans()
  await database.owner.query(`begin; select set_config('app.org_id', '${own}', true)`)
  const { rowCount } = await database.owner.query(
    `select * from search_employees(array['e02999'], null, null, null, null, null, 50)`,
  )
  await database.owner.query('commit')
  expect(rowCount).toBe(1)
  const after = await scans()
  expect(after.index).toBeGreaterThan(before.index)
  expect(after.table).toBe(before.table)
})

test('names are found with and without their accents, in any case', async () => {
  const { orgId } = await database.newOrg()
  const names = ['Müller', 'Muller', 'José Peña', 'Jose Pena', 'Łukasz Groß', 'Søren Œuvre', 'Đặng Ánh', 'Schmidt']
  await database.owner.query(
    `insert into employees (org_id, id, number, name)
     select $1, gen_random_uuid(), 'N' || n, name from unnest($2::text[]) with ordinality as person(name, n)`,
    [orgId, names],
  )
  const found = async (...words: string[]) => (await search(orgId, ...words)).map(({ number }) => number).sort()
  for (const word of ['Müller', 'muller', 'MULLER', 'mu\u0308ller'])
    expect([word, await found(word)]).toEqual([word, ['N1', 'N2']])
  for (const word of ['José', 'jose', 'peña']) expect([word, await found(word)]).toEqual([word, ['N3', 'N4']])
  expect(await found('lukasz', 'gross')).toEqual(['N5'])
  expect(await found('soren', 'oeuvre')).toEqual(['N6'])
  expect(await found('dang', 'an')).toEqual(['N7'])
  expect(await found('jö')).toEqual(['N3', 'N4'])
})

test('signs of patterns and quotes are taken as they are', async () => {
  for (const word of ["'", '%', '_', '\\', "o'; drop table employees; --"]) expect(await search(own, word)).toEqual([])
})
