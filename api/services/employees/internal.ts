// What the verbs of employees share: how a person is read, and who may see what of it.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import {
  employeeChannels,
  employeeContracts,
  employeeSites,
  employeeSkills,
  employees,
} from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { employeeCreate, employeeSchema } from '../../contract/people.ts'
import { NotFound } from '../../errors.ts'
import { withinPeople } from '../shared/reach.ts'
import type { Wanted } from '../shared/require-active.ts'

export type Employee = z.output<typeof employeeSchema>
export type EmployeeInput = z.output<typeof employeeCreate>

/** Condition for one employee of the organisation who is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(employees.orgId, orgId), eq(employees.id, id), isNull(employees.deletedAt))

/** What a person is read with, in one statement. */
export const withHeld = {
  columns: { orgId: false, pinHash: false, erasedAt: false, createdAt: false, updatedAt: false, deletedAt: false },
  with: {
    skills: {
      columns: { skillId: true, level: true, validFrom: true, validUntil: true },
      with: { skill: { columns: { code: true, name: true } } },
      orderBy: asc(employeeSkills.id),
    },
    contracts: {
      columns: { contractId: true, validFrom: true, validUntil: true, sharePercent: true, rateMinor: true },
      with: { contract: { columns: { code: true, name: true } } },
      orderBy: asc(employeeContracts.validFrom),
    },
    sites: { columns: { siteId: true }, orderBy: asc(employeeSites.siteId) },
    channels: { columns: { channelId: true }, orderBy: asc(employeeChannels.channelId) },
  },
} as const

type Called = { code: string; name: string }
type Read = Omit<Employee, 'skills' | 'contracts' | 'siteIds' | 'channelIds'> & {
  skills: (Omit<Employee['skills'][number], keyof Called> & { skill: Called })[]
  contracts: (Omit<Employee['contracts'][number], keyof Called> & { contract: Called })[]
  sites: { siteId: string }[]
  channels: { channelId: string }[]
}

/** True where the record is that of whoever is signed in. */
export const isOwn = (ctx: Context, { userId }: { userId: string | null }): boolean =>
  ctx.apiKeyId === null && userId === ctx.user.id

/** The wire's words for what was read, without pay and private contacts where the reader may not see them. */
export const toEmployee = (ctx: Context, { sites, channels, ...row }: Read): Employee => {
  const seesPrivate = ctx.permissions.has('people:private') || isOwn(ctx, row)
  return {
    ...row,
    privateEmail: seesPrivate ? row.privateEmail : null,
    privatePhone: seesPrivate ? row.privatePhone : null,
    skills: row.skills.map(({ skill, ...held }) => ({ ...held, ...skill })),
    contracts: row.contracts.map(({ contract, ...held }) => ({
      ...held,
      rateMinor: ctx.permissions.has('costs:read') ? held.rateMinor : null,
      ...contract,
    })),
    siteIds: sites.map(({ siteId }) => siteId),
    channelIds: channels.map(({ channelId }) => channelId),
  }
}

/** One person as the transaction sees them. Throws `NotFound`, also for one of another organisation. */
export const readEmployee = async (ctx: Context, tx: Pick<Tx, 'query'>, id: string): Promise<Employee> => {
  const row = await tx.query.employees.findFirst({ ...withHeld, where: isThis(ctx.orgId, id) })
  if (row === undefined) throw new NotFound('employee', id)
  return toEmployee(ctx, row)
}

/** Locks the person for the transaction. Throws `NotFound`, also for one beyond the caller's reach. */
export const lockEmployee = async (tx: Tx, ctx: Context, id: string) => {
  const [row] = await tx
    .select()
    .from(employees)
    .where(and(isThis(ctx.orgId, id), withinPeople(ctx)))
    .for('update')
  if (row === undefined) throw new NotFound('employee', id)
  return row
}

/** Everything that a person's record names. */
export const referencesOf = (person: Partial<EmployeeInput>): Wanted => {
  const given = (...ids: (string | null | undefined)[]) => ids.filter((id) => typeof id === 'string')
  return {
    skills: person.skills?.map(({ skillId }) => skillId) ?? [],
    contracts: person.contracts?.map(({ contractId }) => contractId) ?? [],
    sites: [...(person.siteIds ?? []), ...given(person.officeSiteId)],
    channels: person.channelIds ?? [],
    departments: given(person.departmentId),
    teams: given(person.teamId),
    jobRoles: given(person.jobRoleId),
    employees: given(person.supervisorId, person.mentorId, person.managerId),
  }
}
