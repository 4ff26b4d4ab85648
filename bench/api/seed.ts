// A database of the size the goals speak of, made by the server itself: valid rows, past published rosters, every constraint in force.
import type pg from 'pg'

const organisationsFull = 200
const peoplePerOrganisation = 500
/** Weeks of rosters; five shifts a person and week make 25,000 assignments an organisation. */
const weeks = 10
const shiftsPerDay = 10

export interface Seeded {
  organisations: number
  people: number
  assignments: number
  /** The organisations' ids, the measured one first. */
  orgIds: string[]
}

/** Adds what is missing up to the scale, an organisation a transaction; rows that are there stay. `owner` owns the tables. */
export async function seed(owner: pg.Client, scale: number, say: (line: string) => void): Promise<Seeded> {
  const wanted = Math.max(2, Math.round(organisationsFull * scale))
  // Row security binds the owner too; what is seeded belongs to no tenant's session.
  await owner.query('set row_security = on')
  for (let index = 0; index < wanted; index++) {
    const { rowCount } = await owner.query('select 1 from organisations where slug = $1', [`bench-${index}`])
    if (rowCount) continue
    await seedOrganisation(owner, index)
    if ((index + 1) % 10 === 0) say(`  ${index + 1} of ${wanted} organisations`)
  }
  await owner.query('analyze')
  const { rows } = await owner.query<{ id: string }>(
    `select id from organisations where slug like 'bench-%' order by length(slug), slug limit $1`,
    [wanted],
  )
  return {
    organisations: wanted,
    people: wanted * peoplePerOrganisation,
    assignments: wanted * peoplePerOrganisation * weeks * 5,
    orgIds: rows.map(({ id }) => id),
  }
}

async function seedOrganisation(owner: pg.Client, index: number): Promise<void> {
  await owner.query('begin')
  try {
    const { rows } = await owner.query<{ id: string }>(
      `insert into organisations (id, name, slug) values (gen_random_uuid(), $1, $2) returning id`,
      [`Bench ${index}`, `bench-${index}`],
    )
    const orgId = rows[0]!.id
    await owner.query(`select set_config('app.org_id', $1, true)`, [orgId])
    for (const statement of statements) await owner.query(statement, [orgId])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

const id = 'gen_random_uuid()'
const statements = [
  `insert into organisation_settings (org_id, zone) values ($1, 'Europe/Berlin')`,
  `insert into sites (org_id, id, code, name, zone) values ($1, ${id}, 'main', 'Main', 'Europe/Berlin')`,
  `insert into shift_types (org_id, id, code, name, start_time, duration_minutes) values ($1, ${id}, 'early', 'Early', '07:00', 480)`,
  `insert into skills (org_id, id, code, name) select $1, ${id}, 'skill' || n, 'Skill ' || n from generate_series(1, 10) n`,
  `insert into employees (org_id, id, number, name, email, hired_on)
    select $1, ${id}, 'P' || n, (array['Ada','Bo','Cy','Di','Eve','Finn','Gia','Hugo','Ida','Jon'])[1 + n % 10] || ' ' ||
      (array['Meyer','Okafor','Silva','Tanaka','Novak','Rossi','Haddad','Larsen'])[1 + n / 10 % 8] || ' ' || n,
      'p' || n || '@bench.example', '2024-01-01' from generate_series(1, ${peoplePerOrganisation}) n`,
  // Two skills and a contract each, so that a page of people reads what a real one reads.
  `insert into employee_skills (org_id, id, employee_id, skill_id, level)
    select $1, ${id}, e.id, k.id, 3 from employees e
    join (select id, row_number() over (order by code) as n from skills where org_id = $1) k on (k.n + right(e.number, 1)::int) % 5 = 0
    where e.org_id = $1`,
  `insert into contracts (org_id, id, code, name) values ($1, ${id}, 'full', 'Full time')`,
  `insert into employee_contracts (org_id, id, employee_id, contract_id, valid_from, rate_minor)
    select $1, ${id}, e.id, c.id, '2024-01-01', 2500 from employees e join contracts c on c.org_id = e.org_id where e.org_id = $1`,
  `insert into rosters (org_id, id, name, start_day, days, zone, state, published_at)
    select $1, ${id}, 'Week ' || w, date '2026-06-01' + 7 * (w - 1), 7, 'Europe/Berlin', 'published', now()
    from generate_series(1, ${weeks}) w`,
  `insert into shifts (org_id, id, roster_id, site_id, shift_type_id, name, day, starts_at, ends_at, paid_minutes, heads_min)
    select $1, ${id}, r.id, s.id, t.id, 'Early ' || k, r.start_day + d,
      (r.start_day + d + time '07:00') at time zone 'Europe/Berlin', (r.start_day + d + time '15:00') at time zone 'Europe/Berlin', 480, 30
    from rosters r join sites s on s.org_id = r.org_id join shift_types t on t.org_id = r.org_id,
      generate_series(0, 6) d, generate_series(0, ${shiftsPerDay - 1}) k where r.org_id = $1`,
  // Everybody works five days of seven, one shift a day, so that nothing overlaps.
  `insert into assignments (org_id, id, roster_id, shift_id, employee_id, starts_at, ends_at)
    select $1, ${id}, s.roster_id, s.id, e.id, s.starts_at, s.ends_at
    from (select *, row_number() over (partition by roster_id, day order by name) - 1 as slot, extract(isodow from day)::int as weekday
      from shifts where org_id = $1) s
    join (select id, row_number() over (order by number) as n from employees where org_id = $1) e
      on e.n % ${shiftsPerDay} = s.slot and (e.n + s.weekday) % 7 < 5`,
]
