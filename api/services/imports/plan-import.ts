import type { Context } from '../../context.ts'
import type { ImportPlan, ImportPreview, LineError, Refuse } from './internal.ts'
import type { Existing } from './load-existing.ts'
import { planTimeOff, planWishes } from './plan-absences.ts'
import { planCodes } from './plan-codes.ts'
import { planDemand } from './plan-demand.ts'
import { planPeople } from './plan-people.ts'
import type { Readings } from './read-files.ts'
import { References } from './references.ts'

/** Most errors that one answer lists; the last entry then says how many more there are. */
const errorsMax = 5000

/**
 * What the files would change, against what is stored, and every line that is wrong. Pure but for the ids of new
 * records. References are looked up in the files of the same request and in the organisation, in whatever order they came.
 */
export const planImport = (
  { orgId, permissions, ids }: Pick<Context, 'orgId' | 'permissions' | 'ids'>,
  { rows, kinds, samples, errors: unreadable }: Readings,
  existing: Existing,
): { plan: ImportPlan; preview: ImportPreview } => {
  const errors: LineError[] = [...unreadable]
  const refs = new References()
  const of = (kind: LineError['kind']) => {
    const refuse: Refuse = (line, column, value, reason) => errors.push({ kind, line, column, value, reason })
    return { orgId, nextId: ids.next, existing, refs, refuse, maySetPay: permissions.has('costs:write') }
  }
  const plan: ImportPlan = {
    ...planCodes(of('shift-types'), rows),
    people: planPeople(of('people'), rows.people),
    'time-off': planTimeOff(of('time-off'), rows['time-off']),
    wishes: planWishes(of('wishes'), rows.wishes),
    demand: planDemand(of('demand'), rows.demand),
  }
  const files = kinds.map((kind) => {
    const { creates, updates, unchanged } = plan[kind]
    return {
      kind,
      rows: rows[kind]?.length ?? 0,
      creates: creates.length,
      updates: updates.length,
      unchanged,
      sample: samples[kind] ?? [],
    }
  })
  return { plan, preview: { files, errors: inOrder(errors, kinds) } }
}

const inOrder = (errors: readonly LineError[], kinds: readonly LineError['kind'][]): LineError[] => {
  // A line that stands for many days would say the same of each.
  const distinct = new Map(
    errors.map((error) => [`${error.kind} ${error.line} ${error.column} ${error.reason}`, error]),
  )
  const sorted = [...distinct.values()].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.line - b.line)
  const surplus = sorted.length - errorsMax
  const last = sorted[errorsMax - 1]
  if (surplus <= 0 || last === undefined) return sorted
  const more = `There are ${surplus + 1} more errors from here on. Correct those above first, then look again.`
  return [...sorted.slice(0, errorsMax - 1), { ...last, column: null, value: null, reason: more }]
}
