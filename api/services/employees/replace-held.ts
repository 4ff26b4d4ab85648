import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { employeeChannels, employeeContracts, employeeSites, employeeSkills } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { EmployeeInput } from './internal.ts'

export type Held = { [List in 'skills' | 'contracts' | 'siteIds' | 'channelIds']?: EmployeeInput[List] | undefined }

/** Replaces each list that is given; lists that are absent stay. What they name must have been looked up before. */
export const replaceHeld = async (ctx: Context, tx: Tx, employeeId: string, held: Held): Promise<void> => {
  const { orgId } = ctx
  const { skills, contracts, siteIds, channelIds } = held
  const key = () => ({ orgId, id: ctx.ids.next(), employeeId })
  const clear = (
    table: typeof employeeSkills | typeof employeeContracts | typeof employeeSites | typeof employeeChannels,
  ) => tx.delete(table).where(and(eq(table.orgId, orgId), eq(table.employeeId, employeeId)))
  if (skills !== undefined) {
    await clear(employeeSkills)
    if (skills.length > 0) await tx.insert(employeeSkills).values(skills.map((one) => ({ ...key(), ...one })))
  }
  if (contracts !== undefined) {
    await clear(employeeContracts)
    if (contracts.length > 0) await tx.insert(employeeContracts).values(contracts.map((one) => ({ ...key(), ...one })))
  }
  if (siteIds !== undefined) {
    await clear(employeeSites)
    if (siteIds.length > 0)
      await tx.insert(employeeSites).values([...new Set(siteIds)].map((siteId) => ({ orgId, employeeId, siteId })))
  }
  if (channelIds !== undefined) {
    await clear(employeeChannels)
    if (channelIds.length > 0)
      await tx
        .insert(employeeChannels)
        .values([...new Set(channelIds)].map((channelId) => ({ orgId, employeeId, channelId })))
  }
}
