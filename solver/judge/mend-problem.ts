// Agreement can be checked although some places are malformed: those are replaced by sound ones that agree with anything, so
// that the other mistakes of a problem are named at the same time.
import type { Problem } from '../model/problem.ts'
import { isZone } from '../model/time.ts'

type Path = readonly PropertyKey[]
type Fields = Readonly<Record<string, unknown>>

export interface Mended {
  problem: Problem
  /** Whether a path leads into a place that was replaced. */
  isReplaced(path: string): boolean
}

const listsWithIds = ['sites', 'skills', 'shiftTypes', 'contracts', 'employees', 'shifts'] as const
const otherLists = [
  'assignments',
  'pins',
  'holidays',
  'distances',
  'travelTimes',
  'demand',
  'budgets',
  'published',
] as const

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null where too little is sound: no lists, or no period to count days in. A list without ids is left out when it is malformed. */
export function mendProblem(raw: unknown, faults: readonly Path[]): Mended | null {
  if (!isFields(raw) || faults.some(([part, field]) => part === 'period' && field !== 'zone')) return null
  if (!listsWithIds.every((part) => Array.isArray(raw[part]))) return null
  const problem: Record<string, unknown> = { ...raw, name: 'mended' }
  if (faults.some(([part]) => part === 'period')) problem.period = { ...(raw.period as Fields), zone: '' }
  const replaced = new Set<string>()
  for (const part of listsWithIds)
    problem[part] = (raw[part] as unknown[]).map((entry, index) => {
      const own = faults.filter((path) => path[0] === part && path[1] === index)
      if (own.length === 0) return entry
      replaced.add(`${part}[${index}]`)
      const fields: Fields = isFields(entry) ? entry : {}
      const hasId = typeof fields.id === 'string' && own.every((path) => path[2] !== 'id')
      return standIn(part, fields, hasId ? String(fields.id) : `?${part}[${index}]`, raw)
    })
  for (const part of otherLists) if (faults.some(([name]) => name === part)) delete problem[part]
  if (faults.some(([name]) => name === 'rules')) problem.rules = []
  const isReplaced = (path: string) => replaced.has(/^[a-zA-Z]+\[\d+\]/.exec(path)?.[0] ?? '')
  return { problem: problem as unknown as Problem, isReplaced }
}

/** A sound entry under the id of a malformed one, so that what refers to it finds it. */
function standIn(part: (typeof listsWithIds)[number], fields: Fields, id: string, raw: Fields): Fields {
  const named = { id, name: id }
  if (part === 'sites')
    return { ...named, zone: typeof fields.zone === 'string' && isZone(fields.zone) ? fields.zone : '' }
  if (part === 'contracts') return { ...named, rules: [] }
  if (part !== 'shifts') return named
  const { start } = raw.period as Fields
  return { id, site: '', start: `${start}T12:00Z`, end: `${start}T13:00Z`, heads: { min: 0 } }
}
