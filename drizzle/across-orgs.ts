// The only look across organisations: what the sweep must send again, as ids and nothing more.
import { sql } from 'drizzle-orm'
import type { Database } from './client.ts'

export type TenantRef = { orgId: string; id: string }

const idsOf = ({ rows }: { rows: Record<string, unknown>[] }): TenantRef[] =>
  rows.map((row) => ({ orgId: String(row.org_id), id: String(row.id) }))

/** Outbox rows that are due and not yet sent, oldest first; at most 1000. */
export const dueOutbox = async (db: Database, rowsMax: number): Promise<TenantRef[]> =>
  idsOf(await db.http.execute(sql`select org_id, id from due_outbox(${rowsMax})`))

/** Runs that are queued or running and whose lease has ended (or that nobody took within 30 s), oldest first; at most 1000. */
export const stalledRuns = async (db: Database, rowsMax: number): Promise<TenantRef[]> =>
  idsOf(await db.http.execute(sql`select org_id, id from stalled_runs(${rowsMax})`))

/** Parts of runs whose Worker died, or that nobody took within 30 s while no other part of the run is at work; at most 1000. */
export const stalledParts = async (db: Database, rowsMax: number): Promise<(TenantRef & { part: number })[]> => {
  const answer = await db.http.execute(sql`select org_id, id, part from stalled_parts(${rowsMax})`)
  return idsOf(answer).map((ref, row) => ({ ...ref, part: Number(answer.rows[row]?.part) }))
}

/** Assignments whose person is to be reminded by now and was not, soonest first; at most 1000. */
export const dueReminders = async (db: Database, rowsMax: number): Promise<TenantRef[]> =>
  idsOf(await db.http.execute(sql`select org_id, id from due_reminders(${rowsMax})`))

/** Open shifts whose time to ask is over, oldest first; at most 1000. */
export const dueOpenShifts = async (db: Database, rowsMax: number): Promise<TenantRef[]> =>
  idsOf(await db.http.execute(sql`select org_id, id from due_open_shifts(${rowsMax})`))

/** Drafts whose time to be published has come, oldest first; at most 1000. */
export const duePublications = async (db: Database, rowsMax: number): Promise<TenantRef[]> =>
  idsOf(await db.http.execute(sql`select org_id, id from due_publications(${rowsMax})`))

/** Entries that were clocked in more than two hours ago and not out, oldest first; at most 1000. */
export const longOpenEntries = async (db: Database, rowsMax: number): Promise<TenantRef[]> =>
  idsOf(await db.http.execute(sql`select org_id, id from long_open_entries(${rowsMax})`))

/** Makes the audit log's partitions for so many months ahead where they are missing; answers how many. */
export const makeAuditPartitions = async (db: Database, monthsAhead: number): Promise<number> => {
  const { rows } = await db.http.execute(sql`select make_audit_partitions(${monthsAhead}) as made`)
  return Number(rows[0]?.made ?? 0)
}

/** Kinds of leave whose balances were not yet given what this month brings; at most 1000. */
export const dueAccruals = async (db: Database, rowsMax: number): Promise<TenantRef[]> =>
  idsOf(await db.http.execute(sql`select org_id, id from due_accruals(${rowsMax})`))

/** Deletes idempotency keys that have expired and outbox rows sent more than seven days ago; answers how many. */
export const forgetExpired = async (db: Database): Promise<number> => {
  const { rows } = await db.http.execute(sql`select forget_expired() as forgotten`)
  return Number(rows[0]?.forgotten ?? 0)
}
