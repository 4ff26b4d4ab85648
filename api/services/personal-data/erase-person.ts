import { and, eq, type SQL, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { type Tx, withOrg } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import { type Context, requirePermission, requireVersion } from '../../context.ts'
import type { personalDataErase } from '../../contract/personal-data.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { requireNoComingWork } from '../employees/require-no-coming-work.ts'
import { withinPeople } from '../shared/reach.ts'
import { writeAudit } from '../shared/write-audit.ts'
import { type TableAboutPeople, tablesAboutPeople } from './tables-about-people.ts'

type Erasure = { id: string; version: number } & z.output<typeof personalDataErase>

export const erasedName = 'Erased person'
const erasedReason = 'Erased'

/**
 * Ends what is known of a person: names, contacts, free texts, places, wishes, messages and login go; that somebody worked, was
 * paid or was away stays, under a number that means nothing. Cannot be undone. Throws `NotFound`, `VersionConflict`, `Invalid`
 * where the number typed is another one, `Conflict` for who is erased already or still has shifts ahead.
 */
export const erasePerson = async (ctx: Context, { id, version, number }: Erasure): Promise<void> => {
  requirePermission(ctx, 'members:write')
  await withOrg(ctx.db, ctx.orgId, async (tx) => {
    const stored = await lockPerson(tx, ctx, id)
    requireVersion('employee', stored, version)
    if (stored.erasedAt !== null) throw new Conflict('conflict', 'The data of this person were erased already.')
    if (stored.number !== number) {
      throw new Invalid('validation_failed', `The person's number is not ${JSON.stringify(number)}. Type it as it is.`)
    }
    await requireNoComingWork(ctx, tx, stored)
    for (const [name, table] of Object.entries(tablesAboutPeople)) await eraseTexts(ctx.orgId, tx, name, table, id)
    if (stored.userId !== null) await eraseMessages(ctx.orgId, tx, stored.userId)
    await eraseFrozenName(ctx.orgId, tx, id)
    await blankReasons(ctx.orgId, tx, id)
    await tx.execute(emptyRecord(ctx, id))
    await writeAudit(ctx, tx, { action: 'erase-employee', entity: 'employee', entityId: id })
  })
}

/** Also one who was deleted: that takes a person out of use, not out of the records. */
const lockPerson = async (tx: Tx, ctx: Context, id: string) => {
  const isThis = and(eq(employees.orgId, ctx.orgId), eq(employees.id, id), withinPeople(ctx))
  const [row] = await tx.select().from(employees).where(isThis).for('update')
  if (row === undefined) throw new NotFound('employee', id)
  return row
}

const eraseTexts = async (orgId: string, tx: Tx, name: string, table: TableAboutPeople, id: string): Promise<void> => {
  const about = table.people.map((column) => sql`${sql.identifier(column)} = ${id}`)
  const rows = sql`org_id = ${orgId} and (${sql.join(about, sql` or `)})`
  if (table.isPersonal) await tx.execute(sql`delete from ${sql.identifier(name)} where ${rows}`)
  else if (table.texts.length > 0) {
    const sets = table.texts.map((column) => sql`${sql.identifier(column)} = null`)
    await tx.execute(sql`update ${sql.identifier(name)} set ${sql.join(sets, sql`, `)} where ${rows}`)
  }
}

const eraseMessages = async (orgId: string, tx: Tx, userId: string): Promise<void> => {
  for (const table of ['notifications', 'notification_preferences']) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where org_id = ${orgId} and user_id = ${userId}`)
  }
}

/** Runs and their parts keep the problem they solve, with the names of then. */
const eraseFrozenName = async (orgId: string, tx: Tx, id: string): Promise<void> => {
  const named = JSON.stringify({ employees: [{ id }] })
  for (const table of ['roster_runs', 'run_parts']) {
    await tx.execute(sql`update ${sql.identifier(table)} set problem = jsonb_set(problem, '{employees}', (
        select jsonb_agg(case when one ->> 'id' = ${id} then one || jsonb_build_object('name', ${erasedName}::text) else one end order by at)
        from jsonb_array_elements(problem -> 'employees') with ordinality as person(one, at)))
      where org_id = ${orgId} and problem @> ${named}::jsonb`)
  }
}

/** Why a rule was gone against for them is said in free words, and a reason has to be there. */
const blankReasons = async (orgId: string, tx: Tx, id: string): Promise<void> => {
  await tx.execute(sql`update rule_overrides set reason = ${erasedReason}
    where org_id = ${orgId} and (employee_id = ${id} or jsonb_exists(breach -> 'employees', ${id}))`)
}

const emptyRecord = (ctx: Context, id: string): SQL => {
  const now = ctx.clock.now().toISOString()
  return sql`update employees set name = ${erasedName}, number = ${`erased-${id}`}, email = null, private_email = null,
    work_phone = null, private_phone = null, designation = null, country = null, zone = null, external_ids = '{}', pin_hash = null,
    user_id = null, supervisor_id = null, mentor_id = null, manager_id = null, office_site_id = null, state = 'archived',
    erased_at = ${now}, deleted_at = ${now}, version = version + 1, updated_at = now()
    where org_id = ${ctx.orgId} and id = ${id}`
}
