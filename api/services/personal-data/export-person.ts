import { type SQL, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { readAsOrg } from '../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { personalDataSchema } from '../../contract/personal-data.ts'
import { NotFound } from '../../errors.ts'
import { mayRead } from '../rosters/wire.ts'
import { beyondReach } from '../shared/reach.ts'
import { withoutMoney } from '../shared/without-money.ts'
import { tablesAboutPeople } from './tables-about-people.ts'

type PersonalData = z.output<typeof personalDataSchema>
type Row = Record<string, unknown>

/** Says nothing of the person, or would open something. */
const withheld = new Set(['org_id', 'pin_hash'])

/**
 * Everything that is held about a person, as JSON, for the person themselves or for who may see private data; money only with
 * `costs:read`, one's own always. Throws `NotFound`.
 */
export const exportPerson = async (ctx: Context, employeeId: string): Promise<PersonalData> => {
  const names = Object.keys(tablesAboutPeople)
  const [{ rows: people }, ...answers] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read.execute(rowsOf(ctx.orgId, 'employees', ['id'], employeeId)),
    ...Object.entries(tablesAboutPeople).map(([name, table]) =>
      read.execute(rowsOf(ctx.orgId, name, table.people, employeeId)),
    ),
  ])
  const employee = people[0]?.row as Row | undefined
  const isOwn = ctx.apiKeyId === null && employee?.user_id === ctx.user.id
  if (!isOwn) {
    requirePermission(ctx, 'people:private')
    if (employee === undefined) throw new NotFound('employee', employeeId)
    if ((await beyondReach(ctx, [employeeId])).size > 0) throw new NotFound('employee', employeeId)
  }
  const shown = (row: Row): Row => {
    const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !withheld.has(name)))
    return isOwn || ctx.permissions.has('costs:read') ? kept : withoutCosts(kept)
  }
  return {
    writtenAt: ctx.clock.now().toISOString(),
    employee: shown(employee ?? {}),
    records: Object.fromEntries(
      names.map((name, at) => [name, (answers[at]?.rows ?? []).map(({ row }) => shown(row as Row))]),
    ),
  }
}

/** Besides amounts: what a claim costs by the rules, and what a rule about money said when it was gone against. */
const withoutCosts = (row: Row): Row => {
  const { cost: _cost, breach, ...rest } = withoutMoney(row)
  const isShown = breach !== undefined && mayRead(String(row.rule_id), new Set())
  return isShown ? { ...rest, breach } : rest
}

const rowsOf = (orgId: string, table: string, people: readonly string[], id: string): SQL => {
  const named = people.map((column) => sql`t.${sql.identifier(column)} = ${id}`)
  return sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where t.org_id = ${orgId} and (${sql.join(named, sql` or `)})`
}
