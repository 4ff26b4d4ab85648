// One of each record of an organisation, by the first part of its path: what a walk over all endpoints puts into `{id}`.

import pg from 'pg'
import { inject } from 'vitest'
import { connect } from '../../drizzle/client.ts'
import { oneOfEach } from '../../drizzle/tests/one-of-each.ts'
import type { Client } from './client.ts'
import type { Endpoint } from './endpoints.ts'

export type OwnRecords = {
  ids: Awaited<ReturnType<typeof oneOfEach>>
  /** What stands for `{id}` in an endpoint's path. */
  idFor(endpoint: Endpoint): string
}

/** Fills the owner's organisation. People's records are those of `ids.employee`. */
export const makeOwnRecords = async (owner: Client): Promise<OwnRecords> => {
  const { appUrl, neonProxy } = inject('stack')
  const ids = await oneOfEach(connect({ databaseUrl: appUrl, httpProxy: neonProxy, wsProxy: neonProxy }), owner.orgId)
  const make = async (path: string, body: object): Promise<string> => {
    const { data, error } = await owner.post<{ id: string }>(path, body)
    if (error) throw new Error(`${path}: ${error.message}`)
    return data.id
  }
  const employeeId = ids.employee.id
  const byPath: Record<string, string> = {
    absences: ids.absence.id,
    availability: await make('/availability', {
      employeeId,
      kind: 'preferred',
      start: '2027-03-02T08:00:00Z',
      end: '2027-03-02T16:00:00Z',
    }),
    budgets: await make('/budgets', {
      name: 'April',
      firstDay: '2027-04-01',
      lastDay: '2027-04-30',
      amountMinor: 7_777_777,
    }),
    certifications: await make('/certifications', { employeeId, skillId: ids.skill.id, validFrom: '2028-01-01' }),
    claims: ids.claim.id,
    contracts: ids.contract.id,
    departments: ids.department.id,
    employees: employeeId,
    'open-shifts': ids.openShift.id,
    'pay-periods': ids.payPeriod.id,
    'roster-templates': ids.rosterTemplate.id,
    'roster-versions': ids.rosterVersion.id,
    rosters: ids.roster.id,
    rotations: ids.rotation.id,
    runs: ids.run.id,
    shifts: ids.shift.id,
    sites: ids.site.id,
    'shift-types': ids.type.id,
    skills: ids.skill.id,
    swaps: ids.swap.id,
    teams: ids.team.id,
    'time-corrections': ids.correction.id,
    'time-off': ids.leave.id,
    'time-off-types': ids.timeOffType.id,
    timesheets: ids.timesheet.id,
  }
  return { ids, idFor: ({ path }) => byPath[path.split('/')[3] ?? ''] ?? ids.roster.id }
}

/** Runs statements as the database's owner, whom row security does not bind; answers the rows of the last. `$org` is the organisation. */
export const asOwner = async (orgId: string, ...statements: string[]): Promise<Record<string, unknown>[]> => {
  const db = new pg.Client({ connectionString: inject('stack').ownerUrl })
  await db.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await db.query(statement.replaceAll('$org', `'${orgId}'`))).rows
    return rows
  } finally {
    await db.end()
  }
}
