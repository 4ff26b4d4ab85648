// How far a scoped member or key reaches. What lies beyond looks exactly like what does not exist. Loads that people ask for
// narrow by this; what the rules must know (other rosters, everybody's rest) is read whole.
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { readAsOrg, type Tx } from '../../../drizzle/client.ts'
import { employees, rosters } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Forbidden, NotFound } from '../../errors.ts'

type Reach = Pick<Context, 'orgId' | 'siteIds' | 'departmentIds'>

const listOf = (ids: readonly string[]): SQL =>
  sql`array[${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]::uuid[]`

/** Condition on a column that names a site; undefined where everything is within reach. */
export const withinSites = ({ siteIds }: Pick<Reach, 'siteIds'>, site: PgColumn): SQL | undefined =>
  siteIds === null ? undefined : inArray(site, [...siteIds])

/** Ids of the departments within reach with all below them, as an array; null where there is no bound. */
export const departmentsWithin = ({ orgId, departmentIds }: Pick<Reach, 'orgId' | 'departmentIds'>): SQL | null =>
  departmentIds === null
    ? null
    : sql`array(with recursive below as (
        select id from departments where org_id = ${orgId} and id = any(${listOf(departmentIds)})
        union select d.id from departments d join below b on d.parent_id = b.id where d.org_id = ${orgId}
      ) select id from below)`

/** Ids of the sites within reach as an array; null where there is no bound. */
export const sitesWithin = ({ siteIds }: Pick<Reach, 'siteIds'>): SQL | null =>
  siteIds === null ? null : listOf(siteIds)

/**
 * Condition on `employees`: people of the departments who may work at one of the sites. Somebody without sites of their own may
 * work everywhere and so is within the reach of every site. Undefined where everybody is within reach.
 */
export const withinPeople = (reach: Reach): SQL | undefined => {
  const [departments, sites] = [departmentsWithin(reach), sitesWithin(reach)]
  const own = sql`from employee_sites es where es.org_id = ${reach.orgId} and es.employee_id = ${employees.id}`
  return and(
    departments === null ? undefined : sql`${employees.departmentId} = any(${departments})`,
    sites === null
      ? undefined
      : sql`(not exists (select ${own}) or exists (select ${own} and es.site_id = any(${sites})))`,
  )
}

/** Condition on a column that names an employee, for records that belong to people; undefined where all are within reach. */
export const ofPeopleWithin = (reach: Reach, employeeId: PgColumn): SQL | undefined => {
  const within = withinPeople(reach)
  if (within === undefined) return undefined
  return sql`${employeeId} in (select ${employees.id} from ${employees} where ${and(eq(employees.orgId, reach.orgId), within)})`
}

/** Condition on `rosters`: those whose sites are all within reach. A roster of all sites is beyond a reach of some. */
export const withinRosters = ({ siteIds }: Pick<Reach, 'siteIds'>): SQL | undefined =>
  siteIds === null ? undefined : sql`(${rosters.siteIds} <> '{}' and ${rosters.siteIds} <@ ${listOf(siteIds)})`

/** The same judged on a roster that was read. */
export const reachesRoster = ({ siteIds }: Pick<Reach, 'siteIds'>, roster: { siteIds: readonly string[] }): boolean =>
  siteIds === null || (roster.siteIds.length > 0 && roster.siteIds.every((id) => siteIds.includes(id)))

/** Throws `NotFound` for a site beyond reach. */
export const requireSiteWithin = ({ siteIds }: Pick<Reach, 'siteIds'>, wanted: readonly string[]): void => {
  const beyond = siteIds === null ? undefined : wanted.find((id) => !siteIds.includes(id))
  if (beyond !== undefined) throw new NotFound('site', beyond)
}

/** Throws `NotFound` for people who are beyond reach, deleted or unknown; asks nothing where everybody is within reach. */
export const requirePeopleWithin = async (
  ctx: Reach,
  tx: Pick<Tx, 'select'>,
  ids: readonly string[],
): Promise<void> => {
  const beyond = await findBeyond(ctx, tx, ids)
  if (beyond !== undefined) throw new NotFound('employee', beyond)
}

/** The first of the people who is beyond reach. */
const findBeyond = async (ctx: Reach, tx: Pick<Tx, 'select'>, ids: readonly string[]): Promise<string | undefined> => {
  const within = withinPeople(ctx)
  if (within === undefined || ids.length === 0) return undefined
  const rows = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.orgId, ctx.orgId), inArray(employees.id, [...ids]), isNull(employees.deletedAt), within))
  const found = new Set(rows.map(({ id }) => id))
  return ids.find((id) => !found.has(id))
}

/** Those of the people who are beyond the caller's reach, oneself never; asks nothing where everybody is within reach. */
export const beyondReach = async (ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const within = withinPeople(ctx)
  if (within === undefined || ids.length === 0) return new Set()
  const [rows] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    read
      .select({ id: employees.id })
      .from(employees)
      .where(
        and(
          eq(employees.orgId, ctx.orgId),
          inArray(employees.id, [...new Set(ids)]),
          or(within, eq(employees.userId, ctx.user.id)),
        ),
      ),
  ])
  const found = new Set(rows.map(({ id }) => id))
  return new Set(ids.filter((id) => !found.has(id)))
}

/** Throws `Forbidden` where an act on a whole roster would touch people beyond reach. */
export const requireReachOfAll = async (ctx: Context, ids: readonly string[]): Promise<void> => {
  if ((await beyondReach(ctx, ids)).size === 0) return
  throw new Forbidden(
    'The roster is also about people beyond your departments or sites. Ask somebody who reaches all of them.',
  )
}

/** Throws `Forbidden` where a person who was written stands beyond the writer's reach: they could not be found again. */
export const requireStaysWithin = async (ctx: Reach, tx: Pick<Tx, 'select'>, id: string): Promise<void> => {
  if ((await findBeyond(ctx, tx, [id])) === undefined) return
  throw new Forbidden('The person would stand beyond your departments or sites. Name one of yours.')
}
