// What the verbs of employees share: the nested reading, and writing what a person holds.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { employeeContracts, employeeSites, employeeSkills, employees } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { employeeCreate, employeeSchema } from '../../contract/workforce.ts'
import { NotFound } from '../../errors.ts'
import { requireActive } from '../shared/require-active.ts'

export type Employee = z.output<typeof employeeSchema>
type Held = Partial<Pick<z.output<typeof employeeCreate>, 'skills' | 'contracts' | 'siteIds'>>

/** Condition for one employee of the organisation who is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(employees.orgId, orgId), eq(employees.id, id), isNull(employees.deletedAt))

/** What a person is read with, in one statement. */
export const withHeld = {
  columns: { id: true, number: true, name: true, email: true, hiredOn: true, terminatedOn: true, version: true },
  with: {
    skills: {
      columns: { skillId: true, level: true, validFrom: true, validUntil: true },
      with: { skill: { columns: { code: true } } },
      orderBy: asc(employeeSkills.id),
    },
    contracts: {
      columns: { contractId: true, validFrom: true, validUntil: true, sharePercent: true, rateMinor: true },
      with: { contract: { columns: { code: true } } },
      orderBy: asc(employeeContracts.validFrom),
    },
    sites: { columns: { siteId: true }, orderBy: asc(employeeSites.siteId) },
  },
} as const

type Read = Omit<Employee, 'skills' | 'contracts' | 'siteIds'> & {
  skills: (Omit<Employee['skills'][number], 'code'> & { skill: { code: string } })[]
  contracts: (Omit<Employee['contracts'][number], 'code'> & { contract: { code: string } })[]
  sites: { siteId: string }[]
}

/** The wire's words for what was read; pay is left out for those without `costs:read`. */
export const toEmployee = (ctx: Context, { sites, ...row }: Read): Employee => ({
  ...row,
  skills: row.skills.map(({ skill, ...held }) => ({ ...held, code: skill.code })),
  contracts: row.contracts.map(({ contract, ...held }) => ({
    ...held,
    rateMinor: ctx.permissions.has('costs:read') ? held.rateMinor : null,
    code: contract.code,
  })),
  siteIds: sites.map(({ siteId }) => siteId),
})

/** One person as the transaction sees them. Throws `NotFound`, also for one of another organisation. */
export const readEmployee = async (ctx: Context, tx: Pick<Tx, 'query'>, id: string): Promise<Employee> => {
  const row = await tx.query.employees.findFirst({ ...withHeld, where: isThis(ctx.orgId, id) })
  if (row === undefined) throw new NotFound('employee', id)
  return toEmployee(ctx, row)
}

/** Locks the person for the transaction. Throws `NotFound`. */
export const lockEmployee = async (tx: Tx, orgId: string, id: string) => {
  const [row] = await tx
    .select({ id: employees.id, number: employees.number, name: employees.name, version: employees.version })
    .from(employees)
    .where(isThis(orgId, id))
    .for('update')
  if (row === undefined) throw new NotFound('employee', id)
  return row
}

/** Replaces each list that is given; lists that are absent stay. Throws `Invalid` for unknown or deleted references. */
export const replaceHeld = async (ctx: Context, tx: Tx, employeeId: string, held: Held): Promise<void> => {
  const { orgId } = ctx
  await requireActive(tx, orgId, {
    skills: held.skills?.map(({ skillId }) => skillId) ?? [],
    contracts: held.contracts?.map(({ contractId }) => contractId) ?? [],
    sites: held.siteIds ?? [],
  })
  const key = () => ({ orgId, id: ctx.ids.next(), employeeId })
  if (held.skills !== undefined) {
    await tx
      .delete(employeeSkills)
      .where(and(eq(employeeSkills.orgId, orgId), eq(employeeSkills.employeeId, employeeId)))
    if (held.skills.length > 0) await tx.insert(employeeSkills).values(held.skills.map((one) => ({ ...key(), ...one })))
  }
  if (held.contracts !== undefined) {
    await tx
      .delete(employeeContracts)
      .where(and(eq(employeeContracts.orgId, orgId), eq(employeeContracts.employeeId, employeeId)))
    if (held.contracts.length > 0)
      await tx.insert(employeeContracts).values(held.contracts.map((one) => ({ ...key(), ...one })))
  }
  if (held.siteIds !== undefined) {
    await tx.delete(employeeSites).where(and(eq(employeeSites.orgId, orgId), eq(employeeSites.employeeId, employeeId)))
    if (held.siteIds.length > 0)
      await tx.insert(employeeSites).values(held.siteIds.map((siteId) => ({ orgId, employeeId, siteId })))
  }
}
