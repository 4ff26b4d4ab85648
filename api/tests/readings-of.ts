// The address of everything that can be read in an organisation, with ids of records it has.
import type pg from 'pg'
import { type Reading, readings } from './served-app.ts'

/** Tables whose names are not those of the path. */
const tables: Record<string, string> = {
  claims: 'shift_claims',
  runs: 'roster_runs',
  swaps: 'swap_requests',
  'time-off': 'time_off_requests',
}
/** Answered by no statement of the database, or not over HTTP. */
const elsewhere = new Set(['/api/v1/live', '/api/v1/countries', '/api/v1/presets', '/api/v1/me'])
const values: Record<string, string> = {
  from: '2027-03-01',
  to: '2027-03-31',
  start: '2027-03-01',
  end: '2027-03-02',
  search: 'ada',
}

export type Address = { name: string; url: string; hasPages: boolean; isSortable: boolean }

/**
 * An address of each reading with what its query must have, and one more for each field that narrows it. Asked of an organisation
 * that holds one record of each kind.
 */
export const addressesOf = async (owner: pg.Client, orgId: string): Promise<Address[]> => {
  const idOf = async (segment: string): Promise<string> => {
    const table = tables[segment] ?? segment.replaceAll('-', '_')
    const { rows } = await owner.query<{ id: string }>(
      `select id from ${table} where org_id = $1 order by id limit 1`,
      [orgId],
    )
    if (!rows[0]) throw new Error(`There is no record for /${segment}.`)
    return rows[0].id
  }
  const valueFor = async ({ name, schema }: Reading['parameters'][number]): Promise<string | null> => {
    if (schema.enum) return schema.enum[0] ?? null
    const given = values[name]
    if (schema.format === 'date-time') return `${given}T00:00:00Z`
    if (schema.format === 'uuid') return idOf(kindNamed[name] ?? `${name.replace(/Id$/, '')}s`)
    return given ?? null
  }
  const addresses: Address[] = []
  for (const { path, parameters } of await readings()) {
    if (elsewhere.has(path)) continue
    const url = path.includes('{id}') ? path.replace('{id}', await idOf(path.split('/')[3] ?? '')) : path
    const hasPages = parameters.some(({ name }) => name === 'cursor')
    const required: string[] = []
    for (const one of parameters) if (one.required) required.push(`${one.name}=${await valueFor(one)}`)
    const add = (more: string[]) => {
      const query = [...required, ...more]
      addresses.push({
        name: more.length > 0 ? `${path}?${more[0]?.split('=')[0]}` : path,
        url: query.length > 0 ? `${url}?${query.join('&')}` : url,
        hasPages,
        isSortable: more.length === 0 && parameters.some(({ name }) => name === 'sort'),
      })
    }
    add([])
    for (const one of parameters) {
      const value = one.required || paging.has(one.name) ? null : await valueFor(one)
      // Some spans are only asked for whole.
      const other = one.name === 'from' ? parameters.find(({ name }) => name === 'to') : undefined
      if (value && one.name !== 'to') add([`${one.name}=${value}`, ...(other ? [`to=${await valueFor(other)}`] : [])])
    }
  }
  return addresses
}
const paging = new Set(['cursor', 'limit', 'filter', 'sort', 'organisationId', 'after'])
/** What a parameter names, where its name does not say it. */
const kindNamed: Record<string, string> = {
  actorId: 'employees',
  apiKeyId: 'api-keys',
  entityId: 'employees',
  parentId: 'departments',
  payPeriodId: 'pay-periods',
  typeId: 'time-off-types',
  with: 'roster-versions',
}
