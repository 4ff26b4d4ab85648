// Demand: a line says all about a shift type at a site on a day.

import type { demand } from '../../../drizzle/schema/index.ts'
import { type FileRows, type ImportPlan, type Insert, noChange, type Refuse } from './internal.ts'
import { isSame } from './is-same.ts'
import type { Existing } from './load-existing.ts'
import type { References } from './references.ts'

type Base = { orgId: string; nextId(): string; existing: Existing; refs: References; refuse: Refuse }

/** Plans demand by site, shift type and day; where several are stored they are told apart by their skills. */
export const planDemand = (base: Base, rows: FileRows['demand']): ImportPlan['demand'] => {
  const { orgId, refs, refuse } = base
  const plan = noChange<Insert<typeof demand>>()
  const stored = Map.groupBy(base.existing.demand, keyOf)
  for (const row of rows ?? []) {
    const siteId = refs.find('site', row.site, row.line, 'site', refuse)
    const shiftTypeId = refs.find('shift type', row.shiftType, row.line, 'shift_type', refuse)
    const allOf = refs.skillNeeds(row.skills, row.line, 'skills', refuse)
    if (siteId === null || shiftTypeId === null) continue
    const values = {
      siteId,
      shiftTypeId,
      day: row.day,
      headsMin: row.headsMin,
      headsTarget: row.headsTarget,
      headsMax: row.headsMax,
      priority: row.priority,
      skills: { allOf, anyOf: [] },
    }
    const known = stored.get(keyOf(values)) ?? []
    const before =
      known.find(({ skills }) => isSame(skills, values.skills)) ?? (known.length === 1 ? known[0] : undefined)
    if (before === undefined) plan.creates.push({ ...values, orgId, id: base.nextId() })
    else if (isSame({ ...before, ...values }, before)) plan.unchanged++
    else plan.updates.push({ ...values, orgId, id: before.id })
  }
  return plan
}

const keyOf = ({ siteId, shiftTypeId, day }: { siteId: string; shiftTypeId: string; day: string }): string =>
  `${siteId} ${shiftTypeId} ${day}`
