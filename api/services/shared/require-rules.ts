import { eq } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import { shiftTypes } from '../../../drizzle/schema/index.ts'
import { validateProblem } from '../../../solver/index.ts'
import type { Problem, RuleSetting } from '../../../solver/model/problem.ts'
import { Invalid } from '../../errors.ts'

/** The least that the engine takes as a problem: settings are judged in it, so that its own check decides. */
const smallest: Problem = {
  format: 'muster-problem/1',
  name: 'rules',
  period: { start: '2027-01-04', days: 1, zone: 'UTC' },
  sites: [{ id: 'site', name: 'Site', zone: 'UTC' }],
  skills: [],
  shiftTypes: [],
  contracts: [],
  employees: [{ id: 'employee', name: 'Employee' }],
  shifts: [{ id: 'shift', site: 'site', start: '2027-01-04T08:00Z', end: '2027-01-04T16:00Z', heads: { min: 1 } }],
  rules: [],
}

/**
 * Throws `Invalid`, listing every wrong place, for rules the engine does not know, for parameters it cannot read, and for shift
 * types that the organisation does not have: a run would refuse them later.
 */
export const requireRules = async (
  tx: Pick<Tx, 'select'>,
  orgId: string,
  rules: readonly RuleSetting[] | undefined,
): Promise<void> => {
  if (rules === undefined || rules.length === 0) return
  const types = await tx
    .select({ id: shiftTypes.id, name: shiftTypes.name })
    .from(shiftTypes)
    .where(eq(shiftTypes.orgId, orgId))
  const issues = validateProblem({ ...smallest, shiftTypes: types, rules })
  const [first] = issues
  if (first === undefined) return
  throw new Invalid('validation_failed', `The rules cannot be used: ${first.path} ${first.reason}.`, {
    fields: issues.map(({ path, reason }) => ({ in: 'body', field: path, message: reason })),
  })
}
