// What the verbs of skills share.
import { and, eq, isNull } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { skills } from '../../../drizzle/schema/index.ts'
import type { skillSchema } from '../../contract/people.ts'
import { NotFound } from '../../errors.ts'

export type Skill = z.output<typeof skillSchema>

/** A row's columns, as the wire says them. */
export const columns = {
  id: skills.id,
  code: skills.code,
  name: skills.name,
  category: skills.category,
  needsCertification: skills.needsCertification,
  version: skills.version,
}

/** Condition for one skill of the organisation that is not deleted. */
export const isThis = (orgId: string, id: string) =>
  and(eq(skills.orgId, orgId), eq(skills.id, id), isNull(skills.deletedAt))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation. */
export const loadSkill = async (tx: Tx, orgId: string, id: string): Promise<Skill> => {
  const [row] = await tx.select(columns).from(skills).where(isThis(orgId, id)).for('update')
  if (row === undefined) throw new NotFound('skill', id)
  return row
}
