// Brings a database to the newest schema. Runs under Node with the owner's login; Workers never see this file.
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url))
/** Any number that nothing else in the database locks; two starts at once wait for each other. */
const lockKey = 7_302_511_904

/** What `migrate` needs: the owner's postgres:// address, and the passwords of the two roles the Workers log in with. */
export type MigrateOptions = { ownerUrl: string; appPassword: string; authPassword: string }

/**
 * Makes the roles `muster_app` and `muster_auth` (or sets their passwords) and applies the migrations that are missing, in one
 * transaction. Idempotent, safe to run twice at once. The owner needs CREATEROLE and CREATE on the database; PostgreSQL 15 or newer.
 * Errors: whatever the server says, with its message.
 */
export const migrate = async ({ ownerUrl, appPassword, authPassword }: MigrateOptions): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await makeRole(client, 'muster_app', appPassword)
    await makeRole(client, 'muster_auth', authPassword)
    // Notices such as "extension already exists" are no news.
    await client.query('set client_min_messages = warning')
    await applyMigrations(drizzle(client), { migrationsFolder })
  } finally {
    await client.end()
  }
}

const makeRole = async (client: pg.Client, role: string, password: string): Promise<void> => {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const secret = client.escapeLiteral(password)
  const options = 'login nocreatedb nocreaterole noinherit'
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} with ${options} password ${secret}`)
  await client.query(`alter role ${role} set timezone = 'UTC'`)
  await client.query(`alter role ${role} set idle_in_transaction_session_timeout = '60s'`)
}
