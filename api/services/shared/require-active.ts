import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../drizzle/client.ts'
import {
  channels,
  contracts,
  departments,
  employees,
  jobRoles,
  shiftTypes,
  sites,
  skills,
  teams,
} from '../../../drizzle/schema/index.ts'
import { Invalid } from '../../errors.ts'

const tables = { skills, contracts, sites, shiftTypes, employees, departments, teams, jobRoles, channels }
const nouns = {
  skills: 'skill',
  contracts: 'contract',
  sites: 'site',
  shiftTypes: 'shift type',
  employees: 'employee',
  departments: 'department',
  teams: 'team',
  jobRoles: 'job role',
  channels: 'channel',
}
const places = {
  skills: '/skills',
  contracts: '/contracts',
  sites: '/sites',
  shiftTypes: '/shift-types',
  employees: '/employees',
  departments: '/departments',
  teams: '/teams',
  jobRoles: '/job-roles',
  channels: '/channels',
}
type Kind = keyof typeof tables
/** Ids by kind that must belong to the organisation and be in use. */
export type Wanted = Partial<Record<Kind, readonly string[]>>

/**
 * Throws `Invalid` for ids that are missing, deleted, or of another organisation, which all look the same. Foreign keys refuse
 * the unknown ones as well; they cannot see that a record was taken out of use. One statement for all kinds.
 */
export const requireActive = async (tx: Pick<Tx, 'select'>, orgId: string, wanted: Wanted): Promise<void> => {
  const kinds = (Object.keys(tables) as Kind[]).filter((kind) => (wanted[kind]?.length ?? 0) > 0)
  if (kinds.length === 0) return
  const [first, second, ...rest] = kinds.map((kind) => {
    const table = tables[kind]
    const isWanted: SQL | undefined = and(
      eq(table.orgId, orgId),
      inArray(table.id, [...(wanted[kind] ?? [])]),
      isNull(table.deletedAt),
    )
    return tx
      .select({ kind: sql<Kind>`${kind}`.as('kind'), id: table.id })
      .from(table)
      .where(isWanted)
  })
  if (first === undefined) return
  const rows = await (second === undefined ? first : union(first, second, ...rest))
  const found = new Set(rows.map(({ kind, id }) => `${kind} ${id}`))
  for (const kind of kinds) {
    const missing = wanted[kind]?.find((id) => !found.has(`${kind} ${id}`))
    if (missing !== undefined) {
      throw new Invalid(
        'validation_failed',
        `There is no ${nouns[kind]} "${missing}" in this organisation. Choose one from ${places[kind]}.`,
        { kind: nouns[kind], id: missing },
      )
    }
  }
}
