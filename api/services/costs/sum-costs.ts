import type * as z from 'zod'
import type { costQuery, costSchema } from '../../contract/payroll.ts'
import type { PricedWork } from './price-work.ts'

type Parts = Pick<z.output<typeof costSchema>, 'total' | 'parts'>
type By = z.output<typeof costQuery>['by']

const nothing = { plannedMinutes: 0, plannedMinor: 0, actualMinutes: 0, actualMinor: 0 }

/** Planned and actual work summed up by site, day or person, in the order of their names. Pure. */
export const sumCosts = (
  by: By,
  planned: readonly PricedWork[],
  actual: readonly PricedWork[],
  siteNames: ReadonlyMap<string, string>,
): Parts => {
  const keyOf = { site: siteOf, day: dayOf, person: personOf }[by]
  const total = { ...nothing }
  const parts = new Map<string | null, Parts['parts'][number]>()
  const add = (work: PricedWork, kind: 'planned' | 'actual') => {
    const { key, name } = keyOf(work, siteNames)
    const part = parts.get(key) ?? { key, name, ...nothing }
    parts.set(key, part)
    for (const sum of [part, total]) {
      sum[`${kind}Minutes`] += work.minutes
      sum[`${kind}Minor`] += work.payMinor
    }
  }
  for (const work of planned) add(work, 'planned')
  for (const work of actual) add(work, 'actual')
  const order = (a: { name: string; key: string | null }) => `${a.name} ${a.key}`
  return { total, parts: [...parts.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)) }
}

const siteOf = ({ siteId }: PricedWork, names: ReadonlyMap<string, string>) => ({
  key: siteId,
  name: names.get(siteId ?? '') ?? 'No site',
})
const dayOf = ({ day }: PricedWork) => ({ key: day, name: day })
const personOf = ({ employeeId, employeeName }: PricedWork) => ({ key: employeeId, name: employeeName })
