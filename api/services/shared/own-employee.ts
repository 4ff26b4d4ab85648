import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { employees } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import { Forbidden } from '../../errors.ts'

/** The parts of an employee's record that verbs of their own need. */
type OwnEmployee = {
  id: string
  number: string
  name: string
  zone: string | null
  state: 'active' | 'archived'
  version: number
}

/**
 * The employee record of whoever is signed in. Throws `Forbidden` for a login without one (an owner may not be rostered) and
 * for an API key, which is nobody: such callers name an `employeeId` where the verb allows it.
 */
export const ownEmployee = async (ctx: Context, tx: Pick<Tx, 'select'>): Promise<OwnEmployee> => {
  if (ctx.apiKeyId !== null) {
    throw new Forbidden('An API key is no employee. Name the employee in "employeeId".')
  }
  const [row] = await tx
    .select({
      id: employees.id,
      number: employees.number,
      name: employees.name,
      zone: employees.zone,
      state: employees.state,
      version: employees.version,
    })
    .from(employees)
    .where(and(eq(employees.orgId, ctx.orgId), eq(employees.userId, ctx.user.id), isNull(employees.deletedAt)))
  if (row === undefined) {
    throw new Forbidden(
      'Your login is not linked to an employee of this organisation. Ask a manager to link it to your record.',
    )
  }
  return row
}
