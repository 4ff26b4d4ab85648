// What the verbs of contracts share.
import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { contracts } from '../../../drizzle/schema/index.ts'
import type { contractSchema } from '../../contract/people.ts'
import { NotFound } from '../../errors.ts'

export type Contract = z.output<typeof contractSchema>

/** A row's columns, as the wire says them. */
export const columns = {
  id: contracts.id,
  code: contracts.code,
  name: contracts.name,
  rules: contracts.rules,
  presetId: contracts.presetId,
  version: contracts.version,
}

/** Condition for one contract of the organisation that is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(contracts.orgId, orgId), eq(contracts.id, id), isNull(contracts.deletedAt))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation. */
export const loadContract = async (tx: Tx, orgId: string, id: string): Promise<Contract> => {
  const [row] = await tx.select(columns).from(contracts).where(isThis(orgId, id)).for('update')
  if (row === undefined) throw new NotFound('contract', id)
  return row
}
